/**
 * What a message catalogue must be, as a function: the same keys as the English one, the plural forms of its own language, the
 * same placeholders, and texts that browsers and stores take. Knows no files; catalogues.test.ts reads them.
 */
export type Catalogue = Record<string, { message: string; description?: string }>;

/** Longest texts of a manifest that the stores take, in UTF-16 code units: Chrome's own limits. */
const LENGTHS: [key: string, max: number][] = [
  ['extensionName', 45],
  ['extensionDescription', 132],
];

/** The counted messages: `citation` for `citationOne` and `citationOther`. */
export const stemsOf = (english: Catalogue): string[] =>
  Object.keys(english)
    .filter((key) => key.endsWith('One'))
    .map((key) => key.slice(0, -'One'.length))
    .filter((stem) => `${stem}Other` in english);

/** "one" becomes "One". */
const capitalised = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

/** The names that a language's plural forms have in a catalogue, as `Intl.PluralRules` has them: `One`, `Few` … */
export const formsOf = (language: string): string[] =>
  new Intl.PluralRules(language).resolvedOptions().pluralCategories.map(capitalised);

/** Each key that a catalogue must have, with the English message that says what its placeholders are. */
function wantedOf(language: string, english: Catalogue): Map<string, string> {
  const stems = stemsOf(english);
  const wanted = new Map<string, string>();
  for (const [key, { message }] of Object.entries(english)) {
    const stem = stems.find((each) => key === `${each}One` || key === `${each}Other`);
    if (stem === undefined) wanted.set(key, message);
    else for (const form of formsOf(language)) wanted.set(stem + form, message);
  }
  return wanted;
}

const placeholdersOf = (message: string): string =>
  [...new Set(message.match(/\$\d/g))].sort().join(' ');

/**
 * @param language name of the catalogue's folder, a tag with `_` in place of `-`
 * @returns one line for each thing that is wrong
 */
export function problemsOf(language: string, catalogue: Catalogue, english: Catalogue): string[] {
  const tag = language.replaceAll('_', '-');
  const wanted = wantedOf(tag, english);
  const keys = Object.keys(catalogue);
  const problems = [
    ...[...wanted.keys()].filter((key) => !keys.includes(key)).map((key) => `${key} is missing`),
    ...keys.filter((key) => !wanted.has(key)).map((key) => `${key} is not wanted`),
  ];
  for (const [key, pattern] of wanted) {
    const message = catalogue[key]?.message;
    if (message === undefined) continue;
    if (message.trim() === '' || message !== message.trim()) problems.push(`${key} has bare ends`);
    if (placeholdersOf(message) !== placeholdersOf(pattern)) {
      problems.push(`${key} has the placeholders ${placeholdersOf(message)}`);
    }
    // Browsers read a dollar sign before anything but a number as the start of a named placeholder.
    if (/\$(?!\d)/.test(message)) problems.push(`${key} has a dollar sign by itself`);
  }
  const said = catalogue['catalogueLanguage']?.message;
  if (said !== tag) problems.push(`catalogueLanguage is ${String(said)}`);
  for (const [key, max] of LENGTHS) {
    const { length } = catalogue[key]?.message ?? '';
    if (length > max) problems.push(`${key} has ${length} characters, and at most ${max} fit`);
  }
  return problems;
}
