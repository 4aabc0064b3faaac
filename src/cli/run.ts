/** Runs one of the project's own tools as a child process. */
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './paths.ts';

/**
 * @param tool name of a command in node_modules/.bin
 * @returns whether it succeeded
 */
export function runTool(tool: string, ...args: string[]): boolean {
  const { status } = spawnSync(commandOf(tool), args, {
    ...SURROUNDINGS,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return status === 0;
}

/**
 * The same beside other work.
 * @returns whether it succeeded, and what it printed
 */
export function runToolBeside(tool: string, ...args: string[]): Promise<[boolean, string]> {
  const child = spawn(commandOf(tool), args, {
    ...SURROUNDINGS,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => printed.push(text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => {
      resolve([status === 0, printed.join('')]);
    });
  });
}

const commandOf = (tool: string): string => join(ROOT, 'node_modules/.bin', tool);
/** A shell finds `.cmd` files on Windows. */
const SURROUNDINGS = { cwd: ROOT, shell: process.platform === 'win32' };
