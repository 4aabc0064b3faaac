/**
 * The notes that go with a new dataset: the article with numbered words, and what was found in it. They contain the article, so they
 * are for its author alone. Pure.
 */
import type { SourceText } from '../dataset/authoring.ts';
import {
  sentencesOf,
  type ProposedDate,
  type ProposedName,
  type Skeleton,
} from '../propose/index.ts';

const WIDTH = 100;

export interface NotesInput {
  source: SourceText;
  skeleton: Skeleton;
  /** How the two files are called in commands. */
  datasetFile: string;
  articleFile: string;
}

export function notesOf({ source, skeleton, datasetFile, articleFile }: NotesInput): string {
  const { names, dates } = skeleton;
  const verify = `npm run --silent dataset:verify -- ${datasetFile} ${articleFile}`;
  return [
    'How to go on',
    '',
    `1. In ${datasetFile}, replace what begins with TODO. Each sentence of the article has a fact: restate those that matter.`,
    '   Do not delete the others by hand. Where the page or the text prints the day of the article, write "inferred": false in source.date.',
    '2. Other words as evidence? Write {"paragraph": 3, "words": [2, 9]} with the numbers below,',
    '   or {"paragraph": 3, "text": "the words themselves"}. Leave sha256 out.',
    `3. ${verify} --tidy --write`,
    '   takes out the facts that you did not write, lists paragraphs without a fact, and writes fingerprints.',
    `4. ${verify}`,
    '   until it prints 0 problems. Then read all of it once: dataset:review with the same two files.',
    `5. npm run --silent dataset:check -- ${datasetFile}`,
    '',
    'These notes contain the article. Keep them to yourself.',
    '',
    'Names',
    '',
    ...names.map(nameLine),
    '',
    'Words for dates',
    '',
    ...dates.map(dateLine),
    '',
    'Words by number',
    ...source.paragraphs.flatMap((words, index) => paragraphLines(words, index + 1)),
    '',
  ].join('\n');
}

function nameLine({ id, name, forms, type, places }: ProposedName & { id: string }): string {
  const [first] = places;
  const where = first ? `¶ ${first.paragraph}, words ${first.words.join('-')}` : '';
  const others = forms.length > 1 ? `; also ${forms.slice(1).join(', ')}` : '';
  return `${name} (${type ?? 'what is it?'}; ${places.length} times, first in ${where}${others}): entity ${id}`;
}

function dateLine({ words, date, choices, places }: ProposedDate): string {
  const where = [...new Set(places.map(({ paragraph }) => paragraph))].join(', ');
  const meaning =
    date ?? (choices.length > 0 ? `${choices.join(' or ')}?` : 'the text does not say');
  return `“${words}” (¶ ${where}): ${meaning}`;
}

/** Each sentence begins a line, so that its range can be read off. */
function paragraphLines(words: readonly string[], number: number): string[] {
  const lines = [``, `¶ ${number}  (${words.length} words)`];
  for (const [first, last] of sentencesOf(words)) {
    let line = '';
    for (let at = first; at <= last; at += 1) {
      const word = `${at} ${words[at - 1] ?? ''}`;
      if (line !== '' && line.length + word.length + 2 > WIDTH) {
        lines.push(line);
        line = '';
      }
      line = line === '' ? `  ${word}` : `${line}  ${word}`;
    }
    lines.push(line);
  }
  return lines;
}
