/**
 * A display that nobody sees, with a keyboard and a pointer of its own: for what no protocol of a browser lets a program press. Linux
 * alone; knows no browser.
 */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import { ensureDisplayPrograms } from '../../src/cli/browsers/install.ts';

export interface Display {
  /** As the variable `DISPLAY` names it. */
  name: string;
  /** Presses keys one after the other, each as `alt+period`. */
  press(...keys: string[]): Promise<void>;
  type(text: string): Promise<void>;
  /** In px of the display. */
  click(x: number, y: number): Promise<void>;
  close(): void;
}

/** Between two letters, as a quick typist, in ms. */
const LETTER_MS = 120;

/** @throws Error where the programs cannot be had */
export async function openDisplay(): Promise<Display> {
  ensureDisplayPrograms();
  // It takes the first number that is free, and says which.
  const server = spawn(
    'Xvfb',
    ['-displayfd', '1', '-screen', '0', '1200x900x24', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const [number] = (await once(server.stdout, 'data')) as [Buffer];
  const name = `:${String(number).trim()}`;
  const run = async (...args: string[]): Promise<void> => {
    await promisify(execFile)('xdotool', args, { env: { ...process.env, DISPLAY: name } });
  };
  return {
    name,
    press: (...keys) => run('key', '--delay', String(LETTER_MS), ...keys),
    type: (text) => run('type', '--delay', String(LETTER_MS), text),
    click: (x, y) => run('mousemove', String(x), String(y), 'click', '1'),
    close() {
      server.kill();
    },
  };
}
