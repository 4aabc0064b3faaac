/** Packages: what is in them, and that nothing of the machine is. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, expect, test } from 'vitest';
import { filesIn, pack } from '../../../src/cli/pack.ts';

const folders: string[] = [];
const ZONE = process.env['TZ'];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  if (ZONE === undefined) delete process.env['TZ'];
  else process.env['TZ'] = ZONE;
});

/** A folder with these files, written in this order. */
function folderWith(files: readonly (readonly [path: string, text: string])[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'backgrounder-pack-'));
  folders.push(folder);
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const packAll = (folder: string): Uint8Array => pack(folder, filesIn(folder));

test('the same files give the same bytes at another time, in another zone, folder and order, with other permissions', () => {
  const files = [
    ['manifest.json', '{}'],
    ['Zebra.js', 'z'],
    ['chunks/ä.js', 'a'.repeat(5000)],
    ['chunks/b.js', 'b'],
    ['chunks-of-others/c.js', ''],
  ] as const;
  process.env['TZ'] = 'Pacific/Kiritimati';
  const hour = new Date(0).getHours();
  const first = packAll(folderWith(files));

  process.env['TZ'] = 'America/St_Johns';
  expect(new Date(0).getHours(), 'the zone has changed').not.toBe(hour);
  const other = folderWith(files.toReversed());
  for (const [path] of files) {
    chmodSync(join(other, path), 0o700);
    utimesSync(join(other, path), 1e9, 1e9);
  }
  expect(Buffer.compare(packAll(other), first)).toBe(0);
});

test('files are in one order, which is no disk’s and no language’s', () => {
  const names = ['chunks/b.js', 'a.js', 'chunks-of-others/c.js', 'ä.js', 'Zebra.js', 'z.js'];
  expect(filesIn(folderWith(names.map((name) => [name, ''])))).toEqual([
    'Zebra.js',
    'a.js',
    'chunks-of-others/c.js',
    'chunks/b.js',
    'z.js',
    'ä.js',
  ]);
});

test('another byte in a file gives another package', () => {
  expect(packAll(folderWith([['a.js', 'one']]))).not.toEqual(
    packAll(folderWith([['a.js', 'two']])),
  );
});

test('a package has every file as it is, whatever its name and text', () => {
  const name = fc.stringMatching(/^[a-zäß0-9 ._-]{0,6}[a-z]$/);
  const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
  const files = fc.uniqueArray(fc.tuple(path, fc.string({ unit: 'binary' })), {
    maxLength: 8,
    // No file with the name of a folder.
    comparator: ([a], [b]) => a === b || a.startsWith(`${b}/`) || b.startsWith(`${a}/`),
  });
  fc.assert(
    fc.property(files, (wanted) => {
      const packed = Object.entries(unzipSync(packAll(folderWith(wanted))));
      const texts = wanted.map(([file, text]) => [file, Buffer.from(text).toString()]);
      expect(packed.map(([file, bytes]) => [file, strFromU8(bytes)]).sort()).toEqual(texts.sort());
    }),
    { numRuns: 12 },
  );
});
