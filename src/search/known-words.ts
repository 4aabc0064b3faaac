/**
 * The inverted index: every word of the texts once, with its occurrences, its letters and its sound. Built once;
 * vocabulary.ts looks words up in it.
 */
import type { SearchText } from './documents.ts';
import { stemOf } from './english.ts';
import { lettersOf } from './slips.ts';
import { soundOf } from './sound.ts';

/** One occurrence of a word: the text, and the first and last word in it. */
export interface Occurrence {
  /** Index of the text. */
  text: number;
  first: number;
  last: number;
}

export interface KnownWord {
  key: string;
  sound: string;
  /** Whether it is in a name. The search forgives more slips there. */
  inName: boolean;
  /** Of the key and of the sound, as `lettersOf` gives them. */
  letters: number;
  soundLetters: number;
  occurrences: Occurrence[];
  /** Shortest beginning that finds it, in characters. For two joined words it is more than the first of them. */
  prefixMin: number;
}

export interface KnownWords {
  byKey: ReadonlyMap<string, KnownWord>;
  /** By key, in the order of code units. */
  ordered: readonly KnownWord[];
  /** The words that are in names, in the same order. */
  names: readonly KnownWord[];
  /** Words in names only. */
  bySound: ReadonlyMap<string, readonly KnownWord[]>;
  byStem: ReadonlyMap<string, readonly KnownWord[]>;
}

export function collectWords(texts: readonly SearchText[]): KnownWords {
  const byKey = new Map<string, KnownWord>();
  const add = (key: string, inName: boolean, occurrence: Occurrence, prefixMin = 1): void => {
    let word = byKey.get(key);
    if (!word) {
      const sound = soundOf(key);
      const [letters, soundLetters] = [lettersOf(key), lettersOf(sound)];
      word = { key, sound, inName, letters, soundLetters, occurrences: [], prefixMin };
      byKey.set(key, word);
    }
    word.inName ||= inName;
    word.prefixMin = Math.min(word.prefixMin, prefixMin);
    word.occurrences.push(occurrence);
  };
  texts.forEach(({ field, words, text }, at) => {
    const inName = field === 'name';
    words.forEach(({ key, end }, first) => {
      add(key, inName, { text: at, first, last: first });
      const next = words[first + 1];
      // Two words are also found as one: "stormshadow", "fath360", "longrange".
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
