/**
 * A package: a folder as a zip file, with the same bytes wherever and whenever it is made. Times, permissions and the order in
 * which a disk lists files stay outside. Knows nothing of what is in the files.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { zipSync, type Zippable } from 'fflate';

/** The hour that every file gets. A zip file has local times and no zone, so this one is the same everywhere. */
const noon = (): Date => new Date(1980, 0, 1, 12);

/**
 * Every file of a folder, sorted by the numbers of its characters: a language's own order depends on the machine.
 * @param leavesOut by the name of a file or folder, at any depth
 * @returns paths below the folder, with `/` on every system
 */
export function filesIn(
  folder: string,
  leavesOut: (name: string) => boolean = () => false,
): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).filter(
    ({ name }) => !leavesOut(name),
  );
  return entries
    .flatMap((entry) =>
      entry.isDirectory()
        ? filesIn(join(folder, entry.name), leavesOut).map((path) => `${entry.name}/${path}`)
        : [entry.name],
    )
    .sort();
}

/**
 * A zip file of the named files. The library compresses in plain JavaScript: Node's own compression gives other bytes on other
 * processors.
 * @param paths below the folder, with `/`, in the order in which they are packed
 */
export function pack(folder: string, paths: readonly string[]): Uint8Array {
  const files: Zippable = {};
  for (const path of paths) files[path] = readFileSync(join(folder, path));
  return zipSync(files, { level: 9, mtime: noon() });
}

/** A file's hash and name, in the form of `sha256sum`. */
export function checksumLine(file: string): string {
  const sum = createHash('sha256').update(readFileSync(file)).digest('hex');
  return `${sum}  ${basename(file)}`;
}
