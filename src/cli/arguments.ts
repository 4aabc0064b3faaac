/** Reads the command line of a script by Node's own rules. Where it is wrong, the script ends with a message that says how to call it. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { reasonOf } from './files.ts';

/**
 * @param usage what stands behind `npm run`: "fuzz -- [TARGET] [--runs N]"
 * @param config as for `parseArgs`
 */
export function readArguments<Config extends ParseArgsConfig>(
  usage: string,
  config: Config,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    // Node goes on with advice that is for programmers.
    const [problem = ''] = reasonOf(error).split('. ');
    return refuseArguments(usage, `${problem}.`);
  }
}

/** Ends the script with a message. 2 is the exit code of wrong input. */
export function refuseArguments(usage: string, problem: string): never {
  console.error(`${problem}\nUsage: npm run ${usage}`);
  process.exit(2);
}
