/**
 * All words of the texts, sorted for look-up: the same word, its beginning, its stem, its sound, or a few slips
 * away. A folded typed word in, words with their likeness out; ranks nothing.
 */
import type { SearchText } from './documents.ts';
import { isSmall, sameWords, stemOf } from './english.ts';
import { collectWords, type KnownWord } from './known-words.ts';
import { isNeighbour, lettersOf, slips, strangers } from './slips.ts';
import { isStemOf, soundOf, uninflected } from './sound.ts';

/** A known word for a typed one, and how like it is: 1 for the same. */
export type Likeness = Map<KnownWord, number>;

export interface Vocabulary {
  /** @param lenient whether to look for slips also where the word itself is known */
  find(typed: string, lenient: boolean): Likeness;
  /** Only in names, for two typed words that are one. */
  findInNames(typed: string): Likeness;
}

/** How good each way of being alike is. */
const LIKE = {
  same: 1,
  means: 0.9,
  stem: 0.88,
  sound: 0.9,
  inflected: 0.8,
  begun: 0.8,
  within: 0.8,
} as const;
const SLIP = { none: 0.82, each: 0.14, unfinished: 0.8 } as const;

/** Shortest typed words, in characters, for each way. */
const PREFIX_IN_PROSE_MIN = 3;
const SOUND_MIN = 4;
const SOUND_LEFT_MIN = 3;
const UNFINISHED_MIN = 5;
const FIRST_LETTER_MIN = 6;

/** How much may have slipped, by the lengths of the typed word and the meant one in characters. */
function budgetInName(typed: number, meant: number): number {
  if (typed < 4 || meant < 4) return 0;
  if (meant === 4) return 0.7;
  return typed < 6 ? 1 : typed < 8 ? 1.2 : 2.2;
}
const budgetInProse = (typed: number): number => (typed < 6 ? 0 : typed < 9 ? 1 : 1.8);

/** Scripts without spaces between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2}/u;

export function createVocabulary(texts: readonly SearchText[]): Vocabulary {
  const { byKey, ordered, bySound, byStem, names } = collectWords(texts);

  const beginningWith = (typed: string): KnownWord[] => {
    let [low, high] = [0, ordered.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ordered[middle]?.key ?? '') < typed) low = middle + 1;
      else high = middle;
    }
    const found: KnownWord[] = [];
    for (let at = low; ordered[at]?.key.startsWith(typed); at++) {
      const word = ordered[at];
      if (!word || typed.length < word.least) continue;
      if (word.inName || typed.length >= PREFIX_IN_PROSE_MIN) found.push(word);
    }
    return found;
  };

  const findSlips = (typed: string, words: readonly KnownWord[], found: Likeness): void => {
    if (/\d/.test(typed) || typed.length < 4) return;
    const hand = byKeyOf(typed);
    const ear = bySoundOf(typed);
    for (const word of words) {
      const { inName, key, sound } = word;
      const budget = inName ? budgetInName(typed.length, key.length) : budgetInProse(typed.length);
      let like = slipLikeness(hand, word, budget);
      if (like === 0 && inName)
        like = slipLikeness(ear, word, budgetInName(ear.typed.length, sound.length));
      if (like > 0) keep(found, word, like);
    }
  };

  const findSame = (typed: string, found: Likeness): void => {
    const same = byKey.get(typed);
    if (same) keep(found, same, LIKE.same);
    for (const meant of sameWords(typed)) {
      const word = byKey.get(meant);
      if (word) keep(found, word, LIKE.means);
    }
    for (const word of byStem.get(stemOf(typed)) ?? []) keep(found, word, LIKE.stem);
    if (typed.length < SOUND_MIN) return;
    const sound = soundOf(typed);
    if (sound.length < SOUND_LEFT_MIN) return;
    for (const word of bySound.get(sound) ?? []) keep(found, word, LIKE.sound);
    const stem = uninflected(sound);
    if (stem === undefined) return;
    for (const word of names) if (isStemOf(stem, word.sound)) keep(found, word, LIKE.inflected);
  };

  return {
    find(typed, lenient) {
      const found: Likeness = new Map();
      findSame(typed, found);
      const isKnown = found.size > 0;
      let isBegun = false;
      for (const word of beginningWith(typed)) {
        keep(found, word, LIKE.begun);
        isBegun ||= word.inName;
      }
      if (!isKnown && UNSPACED.test(typed)) {
        for (const word of names)
          if (word.key.length > 1 && typed.includes(word.key)) keep(found, word, LIKE.within);
      }
      if (lenient || !(isKnown || isBegun)) findSlips(typed, ordered, found);
      if (!isSmall(typed))
        for (const word of found.keys()) if (isSmall(word.key)) found.delete(word);
      return found;
    },
    findInNames(typed) {
      const found: Likeness = new Map();
      findSame(typed, found);
      if (found.size === 0) findSlips(typed, names, found);
      for (const word of found.keys()) if (!word.inName) found.delete(word);
      return found;
    },
  };
}

/** What of a known word is compared: its letters, or what is left of them as a sound. */
interface Compared {
  typed: string;
  letters: number;
  meant: (word: KnownWord) => string;
  meantLetters: (word: KnownWord) => number;
}

const byKeyOf = (typed: string): Compared => ({
  typed,
  letters: lettersOf(typed),
  meant: ({ key }) => key,
  meantLetters: ({ letters }) => letters,
});

const bySoundOf = (typed: string): Compared => ({
  ...byKeyOf(soundOf(typed)),
  meant: ({ sound }) => sound,
  meantLetters: ({ soundLetters }) => soundLetters,
});

/** @returns 0 for what is no slip of the word nor of its beginning */
function slipLikeness(compared: Compared, word: KnownWord, budget: number): number {
  const { typed, letters } = compared;
  if (budget === 0) return 0;
  const meant = compared.meant(word);
  if (meant.length < typed.length - budget) return 0;
  // Only the beginnings of names are looked for with slips: every word begins like some other one.
  const isUnfinished = word.inName && typed.length >= UNFINISHED_MIN && typed.length >= word.least;
  if (!isUnfinished && meant.length > typed.length + budget) return 0;
  if (!startsAlike(typed, meant)) return 0;
  if (strangers(letters, compared.meantLetters(word)) > budget) return 0;
  const { whole, start } = slips(typed, meant, budget);
  if (whole <= budget) return SLIP.none - SLIP.each * whole;
  if (!isUnfinished || start > (typed.length < 7 ? 0.7 : 1.1)) return 0;
  return (SLIP.none - SLIP.each * start) * SLIP.unfinished;
}

/** The first letter is nearly always right; this keeps other words out. */
function startsAlike(typed: string, meant: string): boolean {
  if (typed.charCodeAt(0) === meant.charCodeAt(0)) return true;
  if (typed.length <= SOUND_MIN) return false;
  const [first, second] = [typed.charCodeAt(0), typed.charCodeAt(1)];
  if (first === meant.charCodeAt(1) && second === meant.charCodeAt(0)) return true;
  if (typed.length < FIRST_LETTER_MIN) return false;
  return (
    (second === meant.charCodeAt(1) && isNeighbour(first, meant.charCodeAt(0))) ||
    (first === meant.charCodeAt(1) && meant.startsWith(typed.slice(0, 3), 1))
  );
}

function keep(found: Likeness, word: KnownWord, like: number): void {
  if ((found.get(word) ?? 0) < like) found.set(word, like);
}
