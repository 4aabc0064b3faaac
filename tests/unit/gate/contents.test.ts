/**
 * What the build puts into the scripts for pages, file by file, after it has left out what is not used. Every page pays for the
 * gate, so a new file in it is a decision: add it to the list, or import less.
 */
import { join, relative } from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');
const DATASET = '\0virtual:dataset';

/** The data of each script, without the time that it takes to compile them. */
const noData: Plugin = {
  name: 'no-data',
  resolveId: (id) => (id === 'virtual:dataset' ? DATASET : null),
  load: (id) =>
    id === DATASET
      ? ['quickLook', 'scanner', 'catalogue', 'rules', 'cards', 'knowledge']
          .map((part) => `export const ${part} = '';`)
          .join('')
      : null,
};

/** Files of which an entry point has code when it is built, and the parts of the dataset that it has. */
async function contentsOf(script: string): Promise<string[]> {
  const { output } = (await build({
    ...{ root: ROOT, configFile: false, logLevel: 'error', plugins: [noData] },
    define: { 'import.meta.env.FIREFOX': 'false' },
    build: {
      ...{ write: false, minify: false, modulePreload: { polyfill: false } },
      rolldownOptions: {
        input: join(ROOT, `entrypoints/${script}.ts`),
        // WXT runs what the entry point exports.
        preserveEntrySignatures: 'strict',
        optimization: { inlineConst: false },
      },
    },
  })) as Rolldown.RolldownOutput;
  const [chunk, ...others] = output;
  expect([others, chunk.imports, chunk.dynamicImports]).toEqual([[], [], []]);
  const names = Object.keys(chunk.modules).map((file) =>
    relative(ROOT, file).replaceAll('\\', '/'),
  );
  const data = chunk.modules[DATASET]?.renderedExports ?? [];
  // The bundler writes the name of a file above its code.
  const kept = names.filter((name) => chunk.code.includes(`// ${name}\n`));
  return [
    ...data.map((name) => `data: ${name}`),
    // A package counts as one.
    ...new Set(kept.map((name) => name.replace(/^node_modules\/([^/]+)\/.*/, '$1'))),
  ];
}

/** What is in every script. */
const FRAME = 'wxt';
const of = (folder: string, names: string): string[] =>
  names.split(' ').map((name) => `src/${folder}/${name}.ts`);

/** What the gate has, whatever it scans for. */
const GATE = [
  'data: quickLook',
  'data: scanner',
  'src/browser/in-gate.ts',
  ...of('detect', 'automaton compiled fold quick-look scanner scanner-tables sieve steps symbols'),
  ...of('gate', 'asking gate slot slots start'),
  ...of(
    'page',
    'dom first-reading kept later-changes line-role page-walk pass readable reading readings',
  ),
  ...of('page', 'shadow-trees slices text-changes text-piece text-walk'),
  ...of('page', 'unreadable whole-text worth-reading'),
];

/** Scripts with which a page without a mention may get along. */
const SMALL: [script: string, files: string[]][] = [
  ['gate', GATE],
  ['gate-with-library', [...GATE, ...of('gate', 'with-library'), ...of('library', 'compiled-set')]],
  ['ask', ['src/browser/in-gate.ts', ...of('gate', 'asking may-read slot slots')]],
  [
    'ask-in-frames',
    [
      'src/browser/in-gate.ts',
      ...of('gate', 'asking may-read slot slots'),
      ...of('page', 'worth-reading'),
    ],
  ],
  ['stop', [...of('gate', 'may-read slot slots')]],
  ['cast', [...of('gate', 'slot')]],
];

test.each(SMALL)('%s.js has these files, and nothing else', async (script, files) => {
  const expected = [FRAME, `entrypoints/${script}.ts`, ...files];
  expect((await contentsOf(script)).sort()).toEqual(expected.sort());
});

/** For the larger scripts: what they may have of folders that are for others, and of packages. */
const LARGE: [script: string, rest: string[]][] = [
  [
    'reader',
    ['data: catalogue', 'data: rules', FRAME, ...of('popover', 'after-frame hand leftovers press')],
  ],
  ['card', ['data: cards', FRAME, 'preact']],
];

test.each(LARGE)(
  '%s.js has no other library, no other data, and neither schemas nor the store',
  async (script, rest) => {
    const contents = await contentsOf(script);
    const ours =
      /^(src\/(browser|detect|gate|library|locale|messages|page|reader|settings)|entrypoints)\//;
    const mine = script === 'card' ? /^(src\/(card|dataset|popover)|assets\/styles)\// : ours;
    const others = contents.filter((file) => !ours.test(file) && !mine.test(file));
    expect(others.sort()).toEqual(rest.sort());
    const writers = /schema|\/(store|session|open|apply|transfer|record)\.ts$/;
    expect(contents.filter((file) => writers.test(file))).toEqual([]);
  },
);
