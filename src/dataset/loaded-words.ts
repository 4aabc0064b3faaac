/**
 * Words that judge instead of reporting. A statement restates what the source says; a verdict, or an opinion
 * that nobody is named for, has no place in it. The list is short on purpose, and each entry has its reason.
 */
import type { DatasetProblem } from './parse.ts';
import type { Dataset } from './schema.ts';

/** A word, and why a statement does without it. */
const LOADED_WORDS: [pattern: RegExp, reason: string][] = [
  [/\b(?:right|wrong)ly\b/i, 'says who is right'],
  [/\b(?:un)?justified\b/i, 'says who is right'],
  [/\b(?:obviously|clearly|of course|naturally)\b/i, 'claims what the source has to show'],
  [/\b(?:brave|heroic|cowardly|reckless|irresponsible)\b/i, 'praises or blames'],
  [/\b(?:regime|puppet|warmonger|appease\w*)\b/i, 'takes a side by the name that it gives'],
  [/\b(?:claims?|alleges?|allegedly|so-called)\b/i, 'casts doubt; "said" and "accused" do not'],
  [/\b(?:admits?|admitted|confess\w*)\b/i, 'presumes guilt'],
  [/\b(?:refuse[sd]?|slam\w*|blast\w*)\b/i, 'adds heat; "declined" and "rejected" report'],
  [/\b(?:finally|at last|only now)\b/i, 'says that it should have come earlier'],
  [/\b(?:must|should|ought to)\b/i, 'demands; say whose demand it is'],
];

/** @returns one problem for each loaded word in a statement, summary or label */
export function loadedWordProblems({ facts, entities, timeline }: Dataset): DatasetProblem[] {
  const texts: [path: string, text: string][] = [
    ...facts.map(({ statement }, i): [string, string] => [`facts[${i}].statement`, statement]),
    ...entities.map(({ summary }, i): [string, string] => [`entities[${i}].summary`, summary]),
    ...timeline.map(({ label }, i): [string, string] => [`timeline[${i}].label`, label]),
  ];
  return texts.flatMap(([path, text]) =>
    LOADED_WORDS.flatMap(([pattern, reason]) => {
      const found = pattern.exec(text.replace(/“[^”]*”/g, ''))?.[0];
      return found === undefined
        ? []
        : [{ path, found: `"${found}"`, expected: `another word: it ${reason}` }];
    }),
  );
}
