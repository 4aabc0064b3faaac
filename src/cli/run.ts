/** Runs one of the project's own tools as a child process. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './paths.ts';

/**
 * @param tool name of a command in node_modules/.bin
 * @returns whether it succeeded
 */
export function runTool(tool: string, ...args: string[]): boolean {
  const { status } = spawnSync(join(ROOT, 'node_modules/.bin', tool), args, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    // A shell finds `.cmd` files on Windows.
    shell: process.platform === 'win32',
  });
  return status === 0;
}
