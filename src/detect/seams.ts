/**
 * Parts words that lost the space beside a name: "PresidentZelensky", "David Lammylast year". The judge decides later
 * whether the parts are a name. Knows capitals and lengths, and no name.
 */
import type { Gazetteer } from './gazetteer.ts';
import type { Token } from './token.ts';

/** Shortest part of a word, in letters. "Mc" and "De" belong to the name behind them. */
const PART_MIN = 3;

/** @returns the tokens, with others in place of those that end in a name or begin with one */
export function splitAtSeams(tokens: Token[], text: string, gazetteer: Gazetteer): Token[] {
  const hasHumps = /[a-z][A-Z]/.test(text);
  const isWhole = ({ word, capital, inTag }: Token): boolean =>
    inTag ||
    word.length < PART_MIN * 2 ||
    !(hasHumps || (capital && gazetteer.nameAtBeginning(word) > 0));
  if (tokens.every(isWhole)) return tokens;
  return tokens.flatMap((token, index) => {
    if (isWhole(token)) return [token];
    const parts = partsOf(token, text, gazetteer);
    return parts.length < 2 || gazetteer.matchesAt(tokens, index).length > 0 ? [token] : parts;
  });
}

function partsOf(token: Token, text: string, gazetteer: Gazetteer): Token[] {
  const written = text.slice(token.start, token.end);
  // A letter outside ASCII may be several units of the text, and then we do not know the place of a seam.
  if (!/^[\x20-\x7e]+$/.test(written)) return [];
  const humps = [...written.matchAll(/(?<=[a-z])[A-Z]/g)].map(({ index }) => index);
  if (humps.length > 0) {
    const parts = cutAt(token, humps, true);
    const isName = parts.some((_, at) => gazetteer.matchesAt(parts, at).length > 0);
    return isName && parts.every(({ word }) => word.length >= PART_MIN) ? parts : [];
  }
  const length = token.capital ? gazetteer.nameAtBeginning(token.word) : 0;
  return length > 0 ? cutAt(token, [length], false) : [];
}

function cutAt(token: Token, seams: readonly number[], capital: boolean): Token[] {
  return [0, ...seams].map((from, at) => {
    const to = seams[at] ?? token.word.length;
    const word = token.word.slice(from, to);
    const place = { word, start: token.start + from, end: token.start + to };
    return at === 0 ? { ...token, ...place } : { ...token, ...place, gap: '', capital };
  });
}

/** Whether a token was the end of a word until it was parted. */
export const isParted = (tokens: readonly Token[], index: number): boolean => {
  const token = tokens[index];
  return index > 0 && token?.gap === '' && !token.inTag && token.word.toUpperCase() !== token.word;
};
