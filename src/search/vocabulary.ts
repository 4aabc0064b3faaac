/**
 * Finds the words that a typed word can mean: the same word, a synonym, a longer word, the same stem, the same sound, or
 * a word a few slips away. A folded word in, known words with their likeness out. It ranks no entities.
 */
import type { SearchText } from './documents.ts';
import { isStopWord, stemOf } from './english.ts';
import { collectWords, type KnownWord, type KnownWords } from './known-words.ts';
import { countMissing, isNeighbour, lettersOf, slips } from './slips.ts';
import { isStemOf, soundOf, uninflected } from './sound.ts';

/** Known words for a typed one, and how alike they are: 1 for the same word. */
export type Likeness = Map<KnownWord, number>;

export interface Vocabulary {
  /** @param lenient whether to look for slips also where the word itself is known */
  find(typed: string, lenient: boolean): Likeness;
  /** Only in names, for two typed words that are one. */
  findInNames(typed: string): Likeness;
}

/** Likeness, by the way in which two words are alike. */
const LIKE = {
  same: 1,
  synonym: 0.9,
  stem: 0.88,
  sound: 0.9,
  inflected: 0.8,
  beginning: 0.8,
  within: 0.8,
} as const;
/** Likeness without a slip, what each slip takes away, and the factor for the beginning of a word. */
const SLIP = { none: 0.82, each: 0.14, unfinished: 0.8 } as const;

/** Shortest typed words for each way, in characters. */
const PREFIX_IN_PROSE_MIN = 3;
const SOUND_MIN = 4;
const SOUND_LEFT_MIN = 3;
const UNFINISHED_MIN = 5;
const FIRST_LETTER_MIN = 6;

/** Largest distance that is forgiven, by the lengths of the typed and the meant word in characters. */
function budgetInName(typed: number, meant: number): number {
  if (typed < 4 || meant < 4) return 0;
  if (meant === 4) return 0.7;
  return typed < 6 ? 1 : typed < 8 ? 1.2 : 2.2;
}
const budgetInProse = (typed: number): number => (typed < 6 ? 0 : typed < 9 ? 1 : 1.8);

/** Scripts without spaces between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2}/u;

/** @param synonyms typed words with words of the texts that mean the same, all folded */
export function createVocabulary(
  texts: readonly SearchText[],
  synonyms: ReadonlyMap<string, readonly string[]>,
): Vocabulary {
  const known = collectWords(texts);
  const { ordered, names } = known;
  return {
    find(typed, lenient) {
      const found: Likeness = new Map();
      findSame(typed, { known, synonyms, found });
      const isKnown = found.size > 0;
      let isBegun = false;
      for (const word of beginningWith(typed, ordered)) {
        keep(found, word, LIKE.beginning);
        isBegun ||= word.inName;
      }
      if (!isKnown && UNSPACED.test(typed)) {
        for (const word of names)
          if (word.key.length > 1 && typed.includes(word.key)) keep(found, word, LIKE.within);
      }
      if (lenient || !(isKnown || isBegun)) findSlips(typed, ordered, found);
      if (!isStopWord(typed))
        for (const word of found.keys()) if (isStopWord(word.key)) found.delete(word);
      return found;
    },
    findInNames(typed) {
      const found: Likeness = new Map();
      findSame(typed, { known, synonyms, found });
      if (found.size === 0) findSlips(typed, names, found);
      for (const word of found.keys()) if (!word.inName) found.delete(word);
      return found;
    },
  };
}

/** @param ordered words in the order of their keys */
function beginningWith(typed: string, ordered: readonly KnownWord[]): KnownWord[] {
  let [low, high] = [0, ordered.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ordered[middle]?.key ?? '') < typed) low = middle + 1;
    else high = middle;
  }
  const found: KnownWord[] = [];
  for (let at = low; ordered[at]?.key.startsWith(typed); at++) {
    const word = ordered[at];
    if (!word || typed.length < word.prefixMin) continue;
    if (word.inName || typed.length >= PREFIX_IN_PROSE_MIN) found.push(word);
  }
  return found;
}

/** Adds the words that a typed word is a few slips away from. */
function findSlips(typed: string, words: readonly KnownWord[], found: Likeness): void {
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
}

interface SameWords {
  known: KnownWords;
  synonyms: ReadonlyMap<string, readonly string[]>;
  found: Likeness;
}

/** Adds the word itself, its synonyms, and the words with its stem or its sound. */
function findSame(typed: string, { known, synonyms, found }: SameWords): void {
  const { byKey, byStem, bySound, names } = known;
  const same = byKey.get(typed);
  if (same) keep(found, same, LIKE.same);
  for (const meant of synonyms.get(typed) ?? []) {
    const word = byKey.get(meant);
    if (word) keep(found, word, LIKE.synonym);
  }
  for (const word of byStem.get(stemOf(typed)) ?? []) keep(found, word, LIKE.stem);
  if (typed.length < SOUND_MIN) return;
  const sound = soundOf(typed);
  if (sound.length < SOUND_LEFT_MIN) return;
  for (const word of bySound.get(sound) ?? []) keep(found, word, LIKE.sound);
  const stem = uninflected(sound);
  if (stem === undefined) return;
  for (const word of names) if (isStemOf(stem, word.sound)) keep(found, word, LIKE.inflected);
}

/** Whether spellings or sounds are compared. */
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

/** @returns 0 if the typed word is a slip neither of the word nor of its beginning */
function slipLikeness(compared: Compared, word: KnownWord, budget: number): number {
  const { typed, letters } = compared;
  if (budget === 0) return 0;
  const meant = compared.meant(word);
  if (meant.length < typed.length - budget) return 0;
  // Slips in a beginning count for names only: every other word begins like some word.
  const isUnfinished =
    word.inName && typed.length >= UNFINISHED_MIN && typed.length >= word.prefixMin;
  if (!isUnfinished && meant.length > typed.length + budget) return 0;
  if (!startsAlike(typed, meant)) return 0;
  if (countMissing(letters, compared.meantLetters(word)) > budget) return 0;
  const { whole, start } = slips(typed, meant, budget);
  if (whole <= budget) return SLIP.none - SLIP.each * whole;
  if (!isUnfinished || start > (typed.length < 7 ? 0.7 : 1.1)) return 0;
  return (SLIP.none - SLIP.each * start) * SLIP.unfinished;
}

/** The first letter of a typed word is nearly always right. This rules other words out. */
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
