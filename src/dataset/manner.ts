/**
 * How a source came by a statement, as its words show it: a named speaker, an unnamed one, an official, or the source itself. Pure;
 * the words come from source-words.ts.
 */
import type { Manner } from './schema.ts';
import type { SourceWords } from './source-words.ts';

/** How far behind an unnamed speaker their verb of speech may stand, in words: "a diplomat from a third country said". */
const VERB_REACH = 10;
/** And words that leave them unnamed: "an official in the ministry, who asked not to be named". */
const UNNAMED_REACH = 12;
/** And a verb before them: "said a senior official". */
const BEFORE = 4;

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

function hasSpeech(
  evidence: string,
  { speech, sayings }: Pick<SourceWords, 'speech' | 'sayings'>,
): boolean {
  const verbs = new Set(speech);
  return (
    tokensOf(evidence).some((word) => verbs.has(word)) ||
    sayings.some((phrase) => evidence.includes(` ${phrase} `))
  );
}

/** Whether one of the nouns has a verb of speech of its own, or words that leave it unnamed. */
function speaks(evidence: string, nouns: readonly string[], words: SourceWords): boolean {
  const tokens = tokensOf(evidence);
  const known = new Set(nouns);
  const unclear = new Set(words.oftenNotSpeech);
  const clear = { ...words, speech: words.speech.filter((word) => !unclear.has(word)) };
  const text = (part: readonly string[]): string => ` ${part.join(' ')} `;
  return tokens.some((word, at) => {
    if (!known.has(word)) return false;
    const after = tokens.slice(at + 1, at + 1 + UNNAMED_REACH);
    // Behind a pronoun, somebody else speaks: "the support of the people, he said".
    const other = after.findIndex((next) => words.pronouns.includes(next));
    const own = after.slice(0, Math.min(VERB_REACH, other < 0 ? VERB_REACH : other));
    return (
      hasSpeech(text(own), clear) ||
      hasSpeech(text(tokens.slice(Math.max(0, at - BEFORE), at)), clear) ||
      words.unnamed.some((phrase) => text(after).includes(` ${phrase} `))
    );
  });
}
