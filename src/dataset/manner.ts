/**
 * How a source came by a statement, as its words show it: a named speaker, an unnamed one, an official, or the source itself. Pure;
 * the words come from source-words.ts.
 */
import type { Manner } from './schema.ts';
import type { SourceWords } from './source-words.ts';

/** How many words may stand between an unnamed speaker and what shows that they speak: "a diplomat from a third country said". */
const REACH = 12;

/** Whether evidence in comparable form has what a manner needs. */
export function showsManner(manner: Manner, evidence: string, words: SourceWords): boolean {
  switch (manner) {
    case 'on-record':
      return hasSpeech(evidence, words);
    case 'person-familiar':
      return speaks(evidence, words.person, words);
    case 'people-familiar':
      return speaks(evidence, words.people, words);
    case 'official':
      return speaks(evidence, words.officials, words);
    case 'report':
      return true;
  }
}

/** The manners that need no named speaker, from the one that needs most. The first that a sentence shows is proposed. */
const UNNAMED: Manner[] = ['person-familiar', 'people-familiar', 'official'];

/** @returns the manner of an unnamed speaker that evidence in comparable form shows */
export const unnamedManner = (evidence: string, words: SourceWords): Manner | undefined =>
  UNNAMED.find((manner) => showsManner(manner, evidence, words));

const tokensOf = (text: string): string[] => text.trim().split(' ');

function hasSpeech(evidence: string, { speech, sayings }: SourceWords): boolean {
  const verbs = new Set(speech);
  return (
    tokensOf(evidence).some((word) => verbs.has(word)) ||
    sayings.some((phrase) => evidence.includes(` ${phrase} `))
  );
}

/** Whether one of the nouns stands near a verb of speech, or near words that leave a speaker unnamed. */
function speaks(evidence: string, nouns: readonly string[], words: SourceWords): boolean {
  const tokens = tokensOf(evidence);
  const known = new Set(nouns);
  return tokens.some((word, at) => {
    if (!known.has(word)) return false;
    const around = ` ${tokens.slice(Math.max(0, at - REACH), at + REACH + 1).join(' ')} `;
    return (
      hasSpeech(around, words) || words.unnamed.some((phrase) => around.includes(` ${phrase} `))
    );
  });
}
