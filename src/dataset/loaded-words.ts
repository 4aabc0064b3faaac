/**
 * Words that judge. A statement repeats what the source says; it gives no verdict and no opinion without an owner. The
 * list is short on purpose, and each entry has its reason.
 */
import type { DatasetProblem } from './problem.ts';
import type { Dataset } from './schema.ts';

const LOADED_WORDS: [pattern: RegExp, reason: string][] = [
  [/\b(?:right|wrong)ly\b/i, 'says who is right'],
  [/\b(?:un)?justified\b/i, 'says who is right'],
  [/\b(?:obviously|clearly|of course|naturally)\b/i, 'claims what the source has to show'],
  [/\b(?:brave|heroic|cowardly|reckless|irresponsible)\b/i, 'praises or blames'],
  [/\b(?:regime|puppet|warmonger|appease\w*)\b/i, 'takes a side by the name that it gives'],
  [
    /\b(?:claim(?:s|ed|ing)?|alleg(?:es?|ed|edly|ing)|so-called)\b/i,
    'casts doubt; "said" and "accused" do not',
  ],
  [/\b(?:admits?|admitted|confess\w*)\b/i, 'presumes guilt'],
  [/\b(?:refuse[sd]?|slam\w*|blast\w*)\b/i, 'adds heat; "declined" and "rejected" report'],
  [/\b(?:finally|at last|only now)\b/i, 'says that it should have come earlier'],
  [/\b(?:must|should|ought to)\b/i, 'demands; say whose demand it is'],
];

/** @returns one problem for each loaded word in a statement, summary or label; quotations may have them */
export function loadedWordProblems(dataset: Dataset): DatasetProblem[] {
  const { facts, entities, timeline, relationKinds, stances } = dataset;
  const texts: [path: string, text: string][] = [
    ...facts.map(({ statement }, i): [string, string] => [`facts[${i}].statement`, statement]),
    ...entities.map(({ summary }, i): [string, string] => [`entities[${i}].summary`, summary]),
    ...timeline.map(({ label }, i): [string, string] => [`timeline[${i}].label`, label]),
    ...Object.entries(stances).map(([id, label]): [string, string] => [`stances.${id}`, label]),
    ...Object.entries(relationKinds).flatMap(
      ([id, { label, inverse = '' }]): [string, string][] => [
        [`relationKinds.${id}.label`, label],
        [`relationKinds.${id}.inverse`, inverse],
      ],
    ),
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
