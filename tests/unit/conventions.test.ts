/**
 * Conventions as tests: which room imports which, that no files import each other, how long files are, how each module
 * begins, and that every string is in the catalogue.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ENTRY_POINT_ONLY, IMPORT_TABLE, SURFACES, TYPES_FOR_ALL } from './import-table.ts';

const ROOT = join(import.meta.dirname, '../..');
const LINES_MAX = 300;

const sources = ['src', 'entrypoints'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => join(folder, name)),
);
const textOf = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const roomOf = (file: string): string => file.split(/[\\/]/)[1] ?? '';

/** Files that a file imports, whether it needs more than their types or not. */
function filesImportedBy(file: string): { types: string | undefined; path: string }[] {
  const imports = textOf(file).matchAll(
    /^(?:import|export)( type)?\b(?:[^;']* from)? '(\.[^']+)'/gm,
  );
  return [...imports].map(([, types, path = '']) => ({
    types,
    path: normalize(join(dirname(file), path)),
  }));
}

/** Rooms that a file imports from, with the file's path inside of them. */
function importsOf(file: string): { room: string; path: string }[] {
  return filesImportedBy(file)
    .filter(({ types, path }) => types === undefined || path !== normalize(TYPES_FOR_ALL))
    .map(({ path }) => path)
    .filter((path) => path.startsWith('src'))
    .map((path) => ({ room: roomOf(path), path: relative(join('src', roomOf(path)), path) }));
}

describe('the import table', () => {
  test.each(sources.filter((file) => file.startsWith('src')))('%s imports downwards', (file) => {
    const room = roomOf(file);
    const allowed = IMPORT_TABLE[room];
    expect(allowed, `src/${room} has no row in tests/unit/import-table.ts`).toBeDefined();
    for (const target of importsOf(file)) {
      if (target.room === room) continue;
      expect([...(allowed ?? [])], `${file} imports src/${target.room}`).toContain(target.room);
    }
  });

  test('names each file that another folder imports beside an index.ts', () => {
    const others = sources
      .filter((file) => file.startsWith('src'))
      .flatMap((file) => importsOf(file).map((target) => ({ ...target, from: roomOf(file) })))
      .filter(({ room, path, from }) => room !== from && path !== 'index.ts');
    const unnamed = others.filter(({ room, path }) => SURFACES[room]?.[path] === undefined);
    expect(unnamed).toEqual([]);
  });

  test('names no such file in vain', () => {
    const imported = new Set(
      sources.flatMap((file) => importsOf(file)).map(({ room, path }) => `${room}/${path}`),
    );
    const named = Object.entries(SURFACES).flatMap(([room, files]) =>
      Object.keys(files).map((file) => `${room}/${file}`),
    );
    const late = [
      ...sources
        .map(textOf)
        .join()
        .matchAll(/import\('[./src]*\/([a-z]+\/[\w-]+\.ts)'\)/g),
    ].map(([, path]) => path);
    expect(named.filter((path) => !imported.has(path) && !late.includes(path))).toEqual([]);
  });

  test('has no room that is only imported by entry points in a row', () => {
    const rows = Object.entries(IMPORT_TABLE);
    for (const room of ENTRY_POINT_ONLY) {
      expect(rows.filter(([, allowed]) => allowed.includes(room))).toEqual([]);
    }
  });

  test('has no circle', () => {
    const reaches = (from: string, to: string): boolean =>
      (IMPORT_TABLE[from] ?? []).some((room) => room === to || reaches(room, to));
    for (const room of Object.keys(IMPORT_TABLE)) expect(reaches(room, room), room).toBe(false);
  });
});

/** Files that import each other, as a line each: "a.ts > b.ts > a.ts". */
function circles(): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]): void => {
    const at = trail.indexOf(file);
    if (at >= 0) found.push([...trail.slice(at), file].join(' > '));
    if (at >= 0 || done.has(file) || !sources.includes(file)) return;
    for (const { path } of filesImportedBy(file)) visit(path, [...trail, file]);
    done.add(file);
  };
  for (const file of sources) visit(file, []);
  return found;
}

describe('source files', () => {
  test('do not import each other in a circle, not even for types', () => {
    expect(circles()).toEqual([]);
  });

  test.each(sources)('%s is short and says what it is for', (file) => {
    const text = textOf(file);
    expect(text.split('\n').length).toBeLessThanOrEqual(LINES_MAX);
    expect(text.startsWith('/**'), 'opens with its job and its boundary').toBe(true);
  });

  test.each(readdirSync(join(ROOT, 'src')))(
    'src/%s has unit tests, or says which browser tests cover it',
    (room) => {
      const heads = ['index.ts', 'interfaces.ts'].filter((name) =>
        existsSync(join(ROOT, 'src', room, name)),
      );
      const named = heads.flatMap((name) => [
        ...(textOf(join('src', room, name)).split('*/')[0] ?? '').matchAll(
          /tests\/e2e\/[\w.-]+\.ts/g,
        ),
      ]);
      if (named.length === 0) expect(readdirSync(join(ROOT, 'tests/unit'))).toContain(room);
      for (const [file] of named) expect(existsSync(join(ROOT, file)), file).toBe(true);
    },
  );

  test('no folder is named for nothing', () => {
    const vague = /(^|[\\/])(utils?|helpers?|common|shared|misc|lib)[\\/]/;
    expect(sources.filter((file) => vague.test(file))).toEqual([]);
  });
});

describe('scripts for pages', () => {
  const SCRIPTS = join('src', 'browser', 'scripts.ts');
  /** Runs beside a page of the extension, and in no other page. */
  const WORKER = join('entrypoints', 'compile.ts');

  test('are entry points, every one of them, and no other file is named', () => {
    const tables = [...textOf(SCRIPTS).matchAll(/const \w*FILES[^{]*\{(.*?)\};/gs)].map(
      ([, table = '']) => table,
    );
    const named = [...tables.join('').matchAll(/'([\w-]+)\.js'/g)].map(
      ([, name = '']) => `${name}.ts`,
    );
    const unlisted = sources.filter(
      (file) => file !== WORKER && textOf(file).includes('defineUnlistedScript('),
    );
    expect([...new Set(named)].map((name) => join('entrypoints', name)).sort()).toEqual(
      unlisted.sort(),
    );
    // In all of the file, each name is there as it is: none is made of parts but that of the style sheet.
    const { length } = textOf(SCRIPTS).match(/\.(js|css)\b/g) ?? [];
    expect(length).toBe(named.length + 1);
  });

  test('come from one file alone', () => {
    const brings =
      /executeScript|insertCSS|(?:register|update)(?:ContentScripts|UserScripts)|userScripts|content_scripts|defineContentScript/;
    const files = sources.filter((file) => brings.test(textOf(file)));
    expect(files).toEqual([SCRIPTS]);
    expect(textOf('wxt.config.ts')).not.toMatch(brings);
  });
});

describe('the message catalogue', () => {
  const catalogue = JSON.parse(textOf('assets/public/_locales/en/messages.json')) as object;
  const everything = [...sources, 'wxt.config.ts'].map(textOf).join('\n');

  test('has no key that nothing says', () => {
    const stemOf = (key: string): string => key.replace(/(One|Other)$/, '');
    const unsaid = Object.keys(catalogue).filter(
      (key) =>
        !new RegExp(`['"\`]${key}['"\`]|__MSG_${key}__`).test(everything) &&
        !(stemOf(key) !== key && everything.includes(`'${stemOf(key)}'`)),
    );
    expect(unsaid).toEqual([]);
  });
});
