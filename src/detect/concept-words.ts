/**
 * Cuts tokens into words as the tables of a language have them. Two ways of writing need it: particles that are written
 * onto a word (Arabic, Hebrew), and words of several characters without spaces (Chinese, Japanese). Decides nothing.
 */
import { listOf, phrasesOf, type CompiledLanguage, type PhraseList } from './compiled.ts';
import { isHan, isHiragana, isKatakana } from './fold.ts';
import type { PhraseTable } from './phrase.ts';
import type { Token } from './token.ts';

/** Scripts without spaces between words, in which a Han character is a token. */
const UNSPACED = new Set(['Hans', 'Hant', 'Jpan']);
/** How many characters a word has that no table knows. */
const CHARACTERS_PER_WORD = 2;
/** How many words a phrase may have after a particle. */
const PHRASE_REACH = 5;
/** Shortest word after a particle. */
const WORD_MIN = 2;

export type Cut = (tokens: readonly Token[]) => Token[];

export const isUnspaced = ({ scripts }: CompiledLanguage): boolean =>
  scripts.some((script) => UNSPACED.has(script));

/** Phrases of an unspaced script with a word for what the tokenizer splits into characters: "击 落" is "击落". */
export function joinCharacters(list: PhraseList = ''): PhraseList {
  const join = (phrase: string): string => {
    const words = phrase.split(' ');
    return words.reduce((joined, word) =>
      isCharacter(joined.at(-1)) && isCharacter(word[0]) ? joined + word : `${joined} ${word}`,
    );
  };
  return listOf(phrasesOf(list).map(join));
}

const isCharacter = (character = ' '): boolean =>
  character > '\u2e80' && (isHan(character) || isHiragana(character) || isKatakana(character));

/**
 * @param tables all that a word may be in
 * @param prefixes the language's particles
 * @param articles those of them that mean nothing, and so are no word
 */
export function cutParticles(
  tables: readonly PhraseTable[],
  prefixes: readonly string[],
  articles: readonly string[],
): Cut {
  const shortestFirst = prefixes.toSorted((a, b) => a.length - b.length);
  const isKnown = (tokens: readonly Token[]): boolean =>
    tables.some((table) => table.lengthAt(tokens, 0) > 0);
  const cutAt = (tokens: readonly Token[], at: number): Token[] => {
    const following = tokens.slice(at, at + PHRASE_REACH);
    const [token] = following;
    if (!token) return [];
    const whole = [{ ...token, gap: plainGap(token.gap) }];
    if (isKnown(following)) return whole;
    for (const prefix of shortestFirst) {
      const { length } = prefix;
      if (!token.word.startsWith(prefix) || token.word.length < length + WORD_MIN) continue;
      const rest = { ...token, word: token.word.slice(length) };
      if (!isKnown([rest, ...following.slice(1)])) continue;
      const article = articles.find((one) => prefix.endsWith(one)) ?? '';
      const word = prefix.slice(0, length - article.length);
      if (word === '') return [{ ...rest, gap: plainGap(token.gap) }];
      // With marks inside the word nobody knows how long the particle is.
      const start = token.start + (token.end - token.start === token.word.length ? length : 0);
      const particle = { ...token, word, end: start, gap: plainGap(token.gap) };
      return [particle, { ...rest, start, gap: ' ' }];
    }
    return whole;
  };
  const isOfScript = ({ word }: Token): boolean => prefixes.some((one) => areOfScript(one, word));
  return (tokens) =>
    tokens.some(isOfScript) ? tokens.flatMap((_, at) => cutAt(tokens, at)) : [...tokens];
}

/** Whether two words begin in the same script, roughly: Hebrew and Arabic have blocks of 256 letters. */
const areOfScript = (one: string, other: string): boolean =>
  one.charCodeAt(0) >> 8 === other.charCodeAt(0) >> 8;

/** @param lists phrases of all tables, from `joinCharacters` */
export function cutCharacters(lists: readonly PhraseList[]): Cut {
  const words = lists.flatMap((list) => phrasesOf(list).flatMap((phrase) => phrase.split(' ')));
  const byFirst = new Map<string, Set<string>>();
  for (const word of words.map((written) => written.replace(/^!?\*?/, ''))) {
    if (!isCharacter(word[0])) continue;
    const same = byFirst.get(word.charAt(0)) ?? new Set();
    byFirst.set(word.charAt(0), same.add(word));
  }
  return (tokens) => {
    const cut: Token[] = [];
    for (let at = 0; at < tokens.length;) {
      const length = wordLength(byFirst, tokens, at) || unknownLength(byFirst, tokens, at);
      cut.push(joinTokens(tokens.slice(at, at + length)));
      at += length;
    }
    return cut;
  };
}

/** @returns how many tokens the longest word has that begins at a token, or 0 */
function wordLength(
  byFirst: ReadonlyMap<string, ReadonlySet<string>>,
  tokens: readonly Token[],
  at: number,
): number {
  let longest = 0;
  for (const word of byFirst.get(tokens[at]?.word.charAt(0) ?? '') ?? []) {
    const isStem = word.endsWith('*');
    const stem = isStem ? word.slice(0, -1) : word;
    let text = '';
    let end = at;
    while (text.length < stem.length && end < tokens.length && isJoined(tokens, at, end)) {
      text += tokens[end++]?.word ?? '';
    }
    if (isStem ? text.startsWith(stem) : text === stem) longest = Math.max(longest, end - at);
  }
  return longest;
}

function unknownLength(
  byFirst: ReadonlyMap<string, ReadonlySet<string>>,
  tokens: readonly Token[],
  at: number,
): number {
  let end = at + 1;
  while (
    end < at + CHARACTERS_PER_WORD &&
    [at, end].every((one) => isHan(tokens[one]?.word ?? '')) &&
    isJoined(tokens, at, end) &&
    wordLength(byFirst, tokens, end) === 0
  ) {
    end++;
  }
  return end - at;
}

const isJoined = (tokens: readonly Token[], first: number, at: number): boolean =>
  at === first || (tokens[at]?.gap === '' && isCharacter(tokens[at].word[0]));

function joinTokens(tokens: readonly Token[]): Token {
  const [first] = tokens;
  if (!first) throw new Error('A word has at least one token.');
  return {
    ...first,
    word: tokens.map(({ word }) => word).join(''),
    end: tokens.at(-1)?.end ?? first.end,
    gap: plainGap(first.gap),
  };
}

/** Commas and quotation marks of these scripts as the judge knows them. */
const plainGap = (gap: string): string =>
  gap
    .replace(/[،、]/g, ',')
    .replace(/؛/g, ';')
    .replace(/[「」『』《》]/g, '"');
