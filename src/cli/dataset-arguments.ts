/** The command lines of the dataset commands: files, options, and a message that shows how to call the command. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { reasonOf, shortNameOf } from './files.ts';

/** How a command is called. */
export interface CommandForm {
  /** Its npm name: "dataset:verify". */
  name: string;
  /** What stands behind the dashes: "FILE ARTICLE.txt [--prove]". */
  usage: string;
  /** Options without a value, and with one. Without their dashes. */
  flags?: readonly string[];
  values?: readonly string[];
}

export interface CommandLine {
  files: string[];
  flags: ReadonlySet<string>;
  values: ReadonlyMap<string, string>;
  /** An error with the problem and the usage. */
  refuse: (problem: string) => Error;
}

/** @throws Error that says how to call the command */
export function readCommandLine(
  { name, usage, flags: known = [], values: valued = [] }: CommandForm,
  args: readonly string[] = process.argv.slice(2),
): CommandLine {
  const refuse = (problem: string): Error =>
    new Error(`${problem}\nUsage: npm run --silent ${name} -- ${usage}`);
  const files: string[] = [];
  const flags = new Set<string>();
  const values = new Map<string, string>();
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? '';
    if (!arg.startsWith('--')) {
      files.push(pathNamed(arg));
      continue;
    }
    const [option = '', ...rest] = arg.slice(2).split('=');
    if (known.includes(option) && rest.length === 0) flags.add(option);
    else if (valued.includes(option)) {
      const value = rest.length > 0 ? rest.join('=') : args[(at += 1)];
      if (value === undefined) throw refuse(`The option --${option} needs a value behind it.`);
      values.set(option, value);
    } else throw refuse(`There is no option --${option}.`);
  }
  return { files, flags, values, refuse };
}

/** npm runs its scripts in the repository, wherever the person is. */
export function pathNamed(file: string): string {
  const there = resolve(process.env['INIT_CWD'] ?? '.', file);
  return !existsSync(file) && existsSync(there) ? there : file;
}

/** Where a new file goes: from where the person is. @returns its path from here, or its whole path */
export const pathToWrite = (file: string): string =>
  shortNameOf(resolve(process.env['INIT_CWD'] ?? '.', file));

/** "1 problem", "2 problems". */
export const counted = (count: number, one: string): string =>
  `${count} ${one}${count === 1 ? '' : 's'}`;

/** Runs a dataset command. If its input is wrong, it prints one message and the exit code is 2; 1 if it found a problem. */
export async function runDatasetCommand(command: () => boolean | Promise<boolean>): Promise<void> {
  try {
    if (!(await command())) process.exitCode = 1;
  } catch (error) {
    console.error(reasonOf(error));
    process.exitCode = 2;
  }
}
