/**
 * `npm run --silent dataset:new -- ARTICLE.txt [--out FILE]`: a dataset in which everything is filled in that the article's text
 * decides, and notes with its words by number. Prints them, the notes on the error output, or writes FILE and FILE.notes.txt. On a
 * terminal it asks for what it has to know.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { datasetSchema, readSourceText, SOURCE_WORDS } from '../dataset/authoring.ts';
import { idFrom, skeletonOf } from '../propose/index.ts';
import {
  pathToWrite,
  readCommandLine,
  runDatasetCommand,
  type CommandLine,
} from './dataset-arguments.ts';
import { datasetText } from './dataset-json.ts';
import { notesOf } from './dataset-notes.ts';
import { sha256 } from './dataset-tools.ts';
import { readText } from './files.ts';

const FORM = {
  name: 'dataset:new',
  usage:
    'ARTICLE.txt [--out FILE] [--date 2030-05-08] [--basis "how you know it"] [--language en] [--maker NAME] [--licence ID]',
  values: ['out', 'date', 'basis', 'language', 'maker', 'licence'],
};

async function create(): Promise<boolean> {
  const line = readCommandLine(FORM);
  const { files, values, refuse } = line;
  const [article, ...more] = files;
  if (article === undefined) throw refuse('The file with the article’s text is missing.');
  if (more.length > 0) throw refuse(`One article, not ${files.length}.`);
  const text = readText(article);
  checkText(article, text);
  const given = values.get('out');
  const out = given === undefined ? undefined : pathToWrite(given);
  const notesFile = out === undefined ? undefined : `${out}.notes.txt`;
  for (const file of [out, notesFile]) {
    if (file !== undefined && existsSync(file)) {
      throw refuse(
        `${file} is there already, and nothing is written over. Give another name with --out.`,
      );
    }
  }
  const known = await askedFor(line);
  const source = readSourceText(text);
  // Many articles are called article.txt, and two datasets of one id replace each other.
  const id =
    idFrom(basename(out ?? article).replace(/(?:\.backgrounder)?\.[^.]+$/, '')) || 'dataset';
  const today = new Date().toISOString().slice(0, 10);
  const skeleton = skeletonOf({ id, text, source, today, ...known }, sha256);
  const datasetFile = out ?? `${id}.json`;
  const notes = notesOf({ source, skeleton, datasetFile, articleFile: article });
  const dataset = datasetText(skeleton.dataset);
  if (out === undefined || notesFile === undefined) {
    process.stdout.write(dataset);
    process.stderr.write(notes);
  } else {
    writeFileSync(out, dataset, { flag: 'wx' });
    writeFileSync(notesFile, notes, { flag: 'wx' });
    console.log(
      `${out}: the dataset\n${notesFile}: how to go on, and the words of the article by number`,
    );
  }
  if (!skeleton.isDated) {
    console.error(
      'The date of the article is not known, so that words such as “Tuesday” have none. To get them, remove what this wrote, and ' +
        'call it again with --date 2030-05-08 and --basis "how you know it".',
    );
  }
  if (!SOURCE_WORDS[known.language]) {
    console.error(
      `No words are known for speakers and dates in "${known.language}": these are left to you.`,
    );
  }
  return true;
}

/** @throws Error if it is no plain text of an article */
function checkText(file: string, text: string): void {
  if (text.trim() === '') throw new Error(`${file} is empty.`);
  if (/^\s*[{<]/.test(text)) {
    throw new Error(
      `${file} is not plain text. Save the article's text alone, one paragraph a line.`,
    );
  }
  if (text.includes('\uFFFD') || text.includes('\0')) {
    throw new Error(`${file} is not text in UTF-8. Save it again in this encoding.`);
  }
}

interface Asked {
  language: string;
  date?: string;
  basis?: string;
  maker?: string;
  licence?: string;
}

/** What the options say; on a terminal, answers for what they leave out. An empty answer stays to be written. */
async function askedFor({ values, refuse }: CommandLine): Promise<Asked> {
  const language = values.get('language') ?? 'en';
  if (!datasetSchema.shape.language.safeParse(language).success) {
    throw refuse(`--language ${language}: a code of two letters, like en.`);
  }
  const answers = new Map(values);
  const questions: [option: string, question: string][] = [
    ['date', 'On which day did the article appear? (like 2030-05-08) '],
    ['basis', 'How do you know? (“The page gives 8 May 2030.”) '],
    ['maker', 'Who makes this dataset? '],
    ['licence', 'Under which licence? (SPDX, like CC-BY-4.0) '],
  ];
  if (process.stdin.isTTY && process.stderr.isTTY) {
    const terminal = createInterface({ input: process.stdin, output: process.stderr });
    for (const [option, question] of questions) {
      if (answers.has(option)) continue;
      const answer = (await terminal.question(question)).trim();
      if (answer !== '') answers.set(option, answer);
    }
    terminal.close();
  }
  const date = answers.get('date');
  if (date !== undefined && !datasetSchema.shape.made.safeParse(date).success) {
    throw refuse(`--date ${date}: a date that the calendar has, like 2030-05-08.`);
  }
  const given = ['date', 'basis', 'maker', 'licence'].flatMap((option): [string, string][] => {
    const value = answers.get(option);
    return value === undefined ? [] : [[option, value]];
  });
  return { language, ...Object.fromEntries(given) };
}

await runDatasetCommand(create);
