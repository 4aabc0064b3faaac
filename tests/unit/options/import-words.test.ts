/** Every problem of a file is one whole sentence, which names the place and what can be done. */
import { expect, test } from 'vitest';
import english from '../../../assets/public/_locales/en/messages.json' with { type: 'json' };
import type { Say } from '../../../src/locale/index.ts';
import { sayProblem } from '../../../src/options/import-words.ts';
import { sayField } from '../../../src/options/sections.ts';
import { DEFAULT_SETTINGS, LIST_MAX } from '../../../src/settings/index.ts';
import { importSettings } from '../../../src/settings/transfer.ts';

/** As the browser does: what is not given is left out. */
const say: Say = (key, ...values) =>
  english[key].message.replace(/\$(\d)/g, (_, at: string) => String(values[Number(at) - 1] ?? ''));

const file = (settings: string) =>
  `{"kind": "backgrounder-settings", "version": 1, "settings":\n${settings}}`;
const list = (entry: string, length: number) => `[${Array<string>(length).fill(entry).join()}]`;

test.each([
  ['', 'Line 1, column 1: the file ends too early. A bracket, a brace or a value is missing.'],
  ['{"a": 1,}', 'Line 1, column 9: JSON does not allow “}” here.'],
  [
    '{"a": 1,\n"a": 2}',
    'Line 2, column 1: the name “a” appears twice in the same object. Remove one of them.',
  ],
  ['{"__proto__": 1}', 'Line 1, column 2: the name “__proto__” is not allowed. Remove it.'],
  [
    '['.repeat(9),
    'Line 1, column 9: lists and objects are nested too deeply. At most 8 levels are allowed.',
  ],
  ['{"kind": "other"}', 'The file’s “kind” is "other". It must be "backgrounder-settings".'],
  ['{}', 'The file does not say "kind": "backgrounder-settings".'],
  ['{"kind": "backgrounder-settings"}', 'The file does not say its version. Add "version": 1.'],
  [
    '{"kind": "backgrounder-settings", "version": "x"}',
    'The version of this file is "x". It must be a whole number from 1.',
  ],
  [
    '{"kind": "backgrounder-settings", "version": 9}',
    'A newer version of Backgrounder wrote this file (version 9). Update Backgrounder, then import the file.',
  ],
  [
    '{"kind": "backgrounder-settings", "version": 1}',
    'Line 1, column 1: the file has no “settings”. Add them as an object in braces.',
  ],
  [file('[]'), 'Line 2, column 1: “settings” is []. It must be an object in braces.'],
  [
    '{"kind": "backgrounder-settings", "version": 1,\n"theme": "dark"}',
    'Line 2, column 10: “theme” is outside “settings”. Move it inside, or remove it.',
  ],
  [file('{"on": 1}'), 'Line 2, column 8: “on (Highlight names)” is 1. It must be true or false.'],
  [
    file('{"dwellMs": 9999}'),
    'Line 2, column 13: “dwellMs (How soon a card opens)” is 9999. It must be a whole number from 0 to 2000.',
  ],
  [
    file('{"pausedUntil": -1}'),
    'Line 2, column 17: “pausedUntil (Pause)” is -1. It must be a time in milliseconds since 1970, or 0.',
  ],
  [
    file('{"theme": "pink"}'),
    'Line 2, column 11: “theme (Light or dark)” is "pink". It must be one of these: "auto", "light", "dark".',
  ],
  [
    file('{"textSize": 101}'),
    'Line 2, column 14: “textSize (Text size)” is 101. It must be one of these: 90, 100, 115, 130, 150.',
  ],
  [
    file('{"castOn": "x"}'),
    'Line 2, column 12: “castOn (Other people, countries and events that are highlighted)” is "x". It must be a list in square brackets.',
  ],
  [
    file('{"castOn": [1]}'),
    'Line 2, column 13: an entry of “castOn (Other people, countries and events that are highlighted)” is 1. Each entry must be text in quotation marks.',
  ],
  [
    file('{"sitesOff": ["a b"]}'),
    'Line 2, column 15: an entry of “sitesOff (Sites that are switched off)” is "a b", which is not a rule. Write rules like "example.org", "*.example.org" or "example.org/news/*".',
  ],
  [
    file('{"dismissedMentions": [{"site": "a"}]}'),
    'Line 2, column 24: an entry of “dismissedMentions (Ignored matches)” is {"site":"a"}. Each entry must be an object with the texts "site", "entity" and "surface".',
  ],
  [
    file(`{"sitesOff": ${list('"a"', LIST_MAX + 1)}}`),
    'Line 2, column 14: “sitesOff (Sites that are switched off)” has 2001 entries. A list may have at most 2000 entries.',
  ],
  [
    file(`{${Array.from({ length: 101 }, (_, n) => `"f${n}": 0`).join()}}`),
    'Line 2, column 1: the file has 101 settings that this version does not know. At most 100 are allowed.',
  ],
  [' '.repeat(600_000), 'The file has 600000 bytes. A file may have at most 524288 bytes.'],
  ['{"\0": 1}', 'The file is not text in UTF-8. Save it as UTF-8 and try again.'],
])('problem %#', (text, sentence) => {
  const imported = importSettings(text, DEFAULT_SETTINGS);
  if (imported.ok) throw new Error('Taken.');
  const words = { nameOf: (name: string) => sayField(name, say), say };
  expect(sayProblem(imported.problems[0] ?? { code: 'end', name: '', found: '' }, words)).toBe(
    sentence,
  );
});
