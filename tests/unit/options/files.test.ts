/** What a chosen file is: settings, broken settings, or something else. */
import { expect, test } from 'vitest';
import english from '../../../assets/public/_locales/en/messages.json' with { type: 'json' };
import type { Say } from '../../../src/locale/index.ts';
import { readBytes, readFile, writeFile } from '../../../src/options/files.ts';
import { sayField } from '../../../src/options/sections.ts';
import { DEFAULT_SETTINGS } from '../../../src/settings/index.ts';
import { FILE_MAX_BYTES } from '../../../src/settings/transfer.ts';

const say: Say = (key, ...values) =>
  english[key].message.replace(/\$(\d)/g, (_, at: string) => String(values[Number(at) - 1] ?? ''));
const WORDS = { nameOf: (name: string) => sayField(name, say), say };
const read = (bytes: Uint8Array | string) =>
  readBytes(
    typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes,
    DEFAULT_SETTINGS,
    WORDS,
  );

test.each([
  ['nothing', '', true],
  ['a text', 'Dear diary', true],
  ['other JSON', '{"milk": 2}', true],
  ['a list', '[1, 2]', true],
  ['JSON that is cut off', '{"milk": ', true],
  ['another kind', '{"kind": "other-settings", "version": 1, "settings": {}}', true],
  ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0]), true],
  ['the kind in another place', '{"note": "backgrounder-settings"}', true],
  ['settings that are cut off', '{"kind": "backgrounder-settings", "version": 1', false],
  ['settings with a comma too many', '{"kind": "backgrounder-settings",}', false],
  [
    'settings with a wrong value',
    '{"kind": "backgrounder-settings", "version": 1, "settings": {"on": 1}}',
    false,
  ],
])('%s: whether it is another file is said first, and why below', (_, bytes, isForeign) => {
  const file = read(bytes);
  if (file.ok) throw new Error('Taken.');
  expect(file.isForeign).toBe(isForeign);
  expect(file.problems[0]).toMatch(/\.$/);
});

test('a file that is too large is not read', async () => {
  const file = await readFile(new Blob([' '.repeat(FILE_MAX_BYTES + 1)]), DEFAULT_SETTINGS, WORDS);
  expect(file).toMatchObject({
    ok: false,
    isForeign: false,
    problems: [`The file has ${FILE_MAX_BYTES + 1} bytes. A file may have at most 524288 bytes.`],
  });
});

test('a file that was written can be read again', () => {
  const [text, said] = writeFile({ ...DEFAULT_SETTINGS, theme: 'dark' }, false, say);
  expect(said).toBe('The file was saved to your downloads.');
  expect(read(text)).toMatchObject({ ok: true, changes: [{ name: 'theme' }] });
});
