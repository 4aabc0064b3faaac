/**
 * `npm run zip:twice`: shows that the same commit gives the same packages. It clones the repository into two folders, makes the
 * packages in both under different settings of the machine, and once more from the unpacked source package. Takes minutes.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { checksumLine } from './pack.ts';
import { ROOT } from './paths.ts';

/** How a machine can differ. No folder's path has the length of another's. */
const MACHINES = [
  { folder: 'one', umask: 0o022, env: { TZ: 'Pacific/Kiritimati', LANG: 'C', LC_ALL: 'C' } },
  {
    folder: 'two/with a longer name',
    umask: 0o077,
    env: { TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
  },
  {
    folder: 'from-source',
    umask: 0o002,
    env: { TZ: 'UTC', LANG: 'sv_SE.UTF-8', LC_ALL: 'sv_SE.UTF-8' },
  },
] as const;

/** @throws Error if the command fails */
function run(folder: string, env: NodeJS.ProcessEnv, command: string, ...args: string[]): void {
  const { status } = spawnSync(command, args, {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed in ${folder}.`);
}

/** @returns the packages' names with their hashes, a line each */
function packagesIn(folder: string): string[] {
  const output = join(folder, '.output');
  const packages = readdirSync(output).filter((name) => name.endsWith('.zip'));
  return packages.sort().map((name) => checksumLine(join(output, name)));
}

function unpack(file: string, folder: string): void {
  for (const [path, bytes] of Object.entries(unzipSync(readFileSync(file)))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}

function makeAll(work: string): string[][] {
  let source = '';
  return MACHINES.map(({ folder: name, umask, env }) => {
    const folder = join(work, name);
    process.umask(umask);
    mkdirSync(folder, { recursive: true });
    if (name === 'from-source') unpack(source, folder);
    else run(work, env, 'git', 'clone', '--quiet', ROOT, folder);
    run(folder, env, 'npm', 'ci', '--no-audit', '--no-fund');
    run(folder, env, 'npm', 'run', 'zip');
    const packages = packagesIn(folder);
    source = join(
      folder,
      '.output',
      readdirSync(join(folder, '.output')).find((file) => file.endsWith('-sources.zip')) ?? '',
    );
    console.log(`\n${name}\n${packages.join('\n')}`);
    return packages;
  });
}

const work = mkdtempSync(join(tmpdir(), 'backgrounder-twice-'));
try {
  const different = new Set(makeAll(work).map((lines) => lines.join('\n')));
  console.log(different.size === 1 ? '\nThe same packages.' : '\nDIFFERENT packages.');
  if (different.size > 1) process.exitCode = 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}
