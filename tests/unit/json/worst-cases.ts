/** JSON texts that make a careless reader slow or deep, each as long as asked for. Add a line for a new kind. */

const repeated = (part: string, length: number): string =>
  part.repeat(Math.ceil(length / part.length)).slice(0, length);
const entries = (entry: (n: number) => string, length: number): string => {
  const parts: string[] = [];
  for (let size = 0, n = 0; size < length; n++) {
    const part = entry(n);
    parts.push(part);
    size += part.length + 1;
  }
  return parts.join();
};
/** A file of settings with this inside of its settings. */
const file = (settings: string): string =>
  `{"kind":"backgrounder-settings","version":1,"settings":{${settings}}}`;

/** Both lists of rules with as many entries as they may have, each of this letter. */
const inLists = (letter: string, length: number): string =>
  ['sitesOff', 'sitesOn']
    .map((list) => {
      const entry = (n: number) => `"${repeated(letter, Math.max(1, length / 4000 - 8))}${n}"`;
      return `"${list}":[${Array.from({ length: 2000 }, (_, n) => entry(n)).join()}]`;
    })
    .join();

/** @param length about how many UTF-16 code units the text has */
export const WORST_CASES: Record<string, (length: number) => string> = {
  'wrong rules in one list': (length) =>
    file(`"sitesOff":[${entries(() => '"not a rule"', length)}]`),
  'wrong rules in two lists, each on a line': (length) =>
    file(
      ['sitesOff', 'sitesOn']
        .map((list) => `"${list}":[\n${entries(() => '"no rule"\n', length / 2)}]`)
        .join(),
    ),
  'wrong rules in lists that are just short enough': (length) => file(inLists('!', length)),
  'long rules in lists that are just short enough': (length) => file(inLists('a', length)),
  'stars in lists that are just short enough': (length) => file(inLists('*', length)),
  'mentions that lack everything, in a list that is just short enough': (length) =>
    file(
      `"notThis":[${Array<string>(2000)
        .fill(`{"${repeated('x', Math.max(1, length / 2000 - 8))}":0}`)
        .join()}]`,
    ),
  'rules of one letter': (length) => file(`"sitesOff":[${entries(() => '"a"', length)}]`),
  'numbers in a list of mentions': (length) => file(`"notThis":[${entries(() => '1', length)}]`),
  'mentions without a site': (length) =>
    file(`"notThis":[${entries(() => '{"surface":""}', length)}]`),
  'unknown settings': (length) => file(entries((n) => `"f${n}":0`, length)),
  'unknown settings, each on a line': (length) => file(entries((n) => `\n"f${n}":\n0`, length)),
  'one unknown setting with a long list': (length) =>
    file(`"more":[${entries(() => '0', length)}]`),
  'unknown settings with lists of lists': (length) =>
    file(`"more":[${entries(() => '[[[0]]]', length)}]`),
  'names beside the settings': (length) =>
    `{"kind":"backgrounder-settings","version":1,${entries((n) => `"f${n}":0`, length)},"settings":{}}`,
  'a name twice, at the end': (length) =>
    file(`"again":0,${entries((n) => `"f${n}":0`, length)},"again":0`),
  'the same name all over': (length) => file(entries(() => '"again":0', length)),
  'lists without an end': (length) => repeated('[', length),
  'lists that do end': (length) => `${repeated('[', length / 2)}${repeated(']', length / 2)}`,
  'objects without an end': (length) => repeated('{"a":', length),
  'empty objects': (length) => `[${entries(() => '{}', length)}]`,
  'line breaks': (length) => file(`${repeated('\n', length)}"theme":"pink"`),
  'line breaks of Windows': (length) => file(`${repeated('\r\n', length)}"theme":"pink"`),
  'one long line of spaces': (length) => file(`${repeated(' ', length)}"theme":"pink"`),
  'one long text': (length) => file(`"theme":"${repeated('x', length)}"`),
  'a text without an end': (length) => `{"kind":"${repeated('x', length)}`,
  escapes: (length) => file(`"theme":"${repeated('\\u0041', length - (length % 6))}"`),
  'a number of many digits': (length) => file(`"dwellMs":${repeated('9', length)}`),
  commas: (length) => `[${repeated(',', length)}`,
  comments: (length) => repeated('/**/', length),
  stars: (length) => file(`"sitesOff":["${repeated('*', length)}"]`),
  dots: (length) => file(`"sitesOff":["${repeated('.', length)}"]`),
  'invisible characters': (length) => file(`"theme":"${repeated('\u202e', length / 3)}"`),
};
