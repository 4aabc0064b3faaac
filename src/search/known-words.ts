/**
 * Every word of the texts once, with all its places and what it is found by: letters, sound, stem. Built once;
 * looked up by vocabulary.ts.
 */
import type { SearchText } from './documents.ts';
import { stemOf } from './english.ts';
import { lettersOf } from './slips.ts';
import { soundOf } from './sound.ts';

/** One place of a word: in which text, from which of its words to which. */
export interface Place {
  text: number;
  first: number;
  last: number;
}

export interface KnownWord {
  key: string;
  sound: string;
  /** Whether it stands in a name, where more slips are forgiven. */
  inName: boolean;
  letters: number;
  soundLetters: number;
  places: Place[];
  /** Shortest beginning that means it, in characters: of words that are joined, more than the first of them. */
  least: number;
}

export interface KnownWords {
  byKey: ReadonlyMap<string, KnownWord>;
  /** By key, in the order of code units. */
  ordered: readonly KnownWord[];
  /** Those of them that stand in names. */
  names: readonly KnownWord[];
  /** Names alone. */
  bySound: ReadonlyMap<string, readonly KnownWord[]>;
  byStem: ReadonlyMap<string, readonly KnownWord[]>;
}

export function collectWords(texts: readonly SearchText[]): KnownWords {
  const byKey = new Map<string, KnownWord>();
  const add = (key: string, inName: boolean, place: Place, least = 1): void => {
    let word = byKey.get(key);
    if (!word) {
      const sound = soundOf(key);
      const [letters, soundLetters] = [lettersOf(key), lettersOf(sound)];
      byKey.set(key, (word = { key, sound, inName, letters, soundLetters, places: [], least }));
    }
    word.inName ||= inName;
    word.least = Math.min(word.least, least);
    word.places.push(place);
  };
  texts.forEach(({ field, words, text }, at) => {
    const inName = field === 'name';
    words.forEach(({ key, end }, first) => {
      add(key, inName, { text: at, first, last: first });
      const next = words[first + 1];
      // "stormshadow", "fath360", "longrange".
      if (next && (inName || text.slice(end, next.start) === '-'))
        add(key + next.key, inName, { text: at, first, last: first + 1 }, key.length + 1);
    });
  });
  const ordered = [...byKey.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  const names = ordered.filter(({ inName }) => inName);
  return {
    byKey,
    ordered,
    names,
    bySound: groupedBy(names, ({ sound }) => sound),
    byStem: groupedBy(ordered, ({ key }) => stemOf(key)),
  };
}

function groupedBy(words: readonly KnownWord[], keyOf: (word: KnownWord) => string) {
  const groups = new Map<string, KnownWord[]>();
  for (const word of words) {
    const group = groups.get(keyOf(word));
    if (group) group.push(word);
    else groups.set(keyOf(word), [word]);
  }
  return groups;
}
