/** The example of docs/dataset.md is a dataset, proved by its article; and the document names every field and the caps as they are. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadLinguistics } from '../../../src/cli/dataset-plugin.ts';
import { jsonSchemaText } from '../../../src/cli/dataset-schema.ts';
import { verifyToolsFor } from '../../../src/cli/dataset-tools.ts';
import { datasetSchema } from '../../../src/dataset/authoring.ts';
import * as caps from '../../../src/dataset/caps.ts';
import { readDatasetFile } from '../../../src/dataset/read-file.ts';
import { readSourceText } from '../../../src/dataset/source-text.ts';
import { verifyDataset } from '../../../src/dataset/verify.ts';
import { MACHINE } from '../../../src/library/index.ts';
import { sha256 } from './small-source.ts';

const DOCUMENT = readFileSync(join(import.meta.dirname, '../../../docs/dataset.md'), 'utf8');

/** The text of the only code block of a language. */
function blockOf(language: string): string {
  const blocks = [...DOCUMENT.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs'))];
  expect(blocks).toHaveLength(1);
  return blocks[0]?.[1] ?? '';
}

test('the example is taken without a warning, and its article proves it', async () => {
  const read = await readDatasetFile(new TextEncoder().encode(blockOf('json')), {
    today: new Date(2031, 5, 1),
    linguistics: loadLinguistics(),
    ...MACHINE,
  });
  expect(read).toMatchObject({ warnings: [], startsOff: false });
  if ('problems' in read) return;
  const text = blockOf('text');
  expect(read.dataset.source.sha256).toBe(sha256(text));
  const tools = verifyToolsFor(read.dataset);
  expect(verifyDataset(read.dataset, readSourceText(text), tools)).toEqual([]);
});

test('every field of a dataset is explained', () => {
  const fields = Object.keys(datasetSchema.shape).filter((name) => name !== '$schema');
  const explained = new Set(
    [...DOCUMENT.matchAll(/`([a-zA-Z]+)(?:\[\])?[.`]/g)].map(([, name = '']) => name),
  );
  expect(fields.filter((name) => !explained.has(name))).toEqual([]);
});

/** Names of fields of a JSON Schema that may be left out, but for those of detection. */
function optionalFields(schema: JsonSchema): string[] {
  const { properties = {}, required = [], items, additionalProperties } = schema;
  return [
    ...Object.keys(properties).filter((name) => !required.includes(name)),
    ...Object.entries(properties).flatMap(([name, inner]) =>
      name === 'detection' ? [] : optionalFields(inner),
    ),
    ...[items, additionalProperties].flatMap((inner) =>
      typeof inner === 'object' ? optionalFields(inner) : [],
    ),
  ];
}
interface JsonSchema {
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  additionalProperties?: JsonSchema | false;
}

test('just the fields that may be left out are marked so', () => {
  const optional = new Set(optionalFields(JSON.parse(jsonSchemaText()) as JsonSchema));
  const marked = [...DOCUMENT.matchAll(/`(?:[a-z.[\]]*\.)?([$a-zA-Z]+)` \(optional\)/g)];
  expect(new Set(marked.map(([, name]) => name))).toEqual(optional);
});

/** Rows of the table of caps that show one number of caps.ts. */
const SHOWN: [row: string, cap: number][] = [
  ['file', caps.FILE_BYTES_MAX / 1024 / 1024],
  ['objects and lists in each other', caps.DEPTH_MAX],
  ['entities', caps.ENTITIES_MAX],
  ['facts', caps.FACTS_MAX],
  ['paragraphs of the source', caps.PARAGRAPHS_MAX],
  ['names of an entity', caps.NAMES_MAX],
  ['name', caps.NAME_MAX],
  ['phrases in one list', caps.PHRASES_MAX],
  ['entities with concept rules', caps.IDEAS_MAX],
  ['statement', caps.STATEMENT_MAX],
  ['summary', caps.SUMMARY_MAX],
  ['quotation', caps.QUOTE_WORDS_MAX],
  ['different characters in all names and phrases', caps.LETTERS_MAX],
];

test.each(SHOWN)('the cap of "%s" is the one that is checked', (row, cap) => {
  const line = DOCUMENT.split('\n').find((text) => text.startsWith(`| ${row} |`));
  const [number] = /[\d,]+/.exec(line?.split('|')[2] ?? '') ?? [];
  expect(number?.replace(',', '')).toBe(String(cap));
});
