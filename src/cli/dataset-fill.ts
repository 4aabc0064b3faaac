/**
 * Writes into a dataset what nobody works out by hand: fingerprints, and the word ranges of evidence that its author gave as words.
 * It takes a dataset at any stage of work, so it trusts no field. Pure; the caller brings file and text.
 */
import { alignSource, isUnwritten, wordsAt, type SourceText } from '../dataset/authoring.ts';

type Fields = Record<string, unknown>;

export interface Filled {
  /** One line for each value that was written. */
  written: string[];
  /** One line for each place where nothing could be written, with the remedy. */
  problems: string[];
}

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

/** Whether a fingerprint is still to be written: absent, a note, or all zeros. */
const isOpen = (print: unknown): boolean =>
  print === undefined || isUnwritten(print) || (typeof print === 'string' && /^0*$/.test(print));

export interface FillTools {
  text: string;
  source: SourceText;
  sha256: (text: string) => string;
}

/** Changes the dataset in place. @throws Error if it is no object */
export function fillDataset(dataset: unknown, tools: FillTools): Filled {
  if (!isObject(dataset)) throw new Error('A dataset is one JSON object.');
  const filled: Filled = { written: [], problems: [] };
  const source = isObject(dataset['source']) ? dataset['source'] : {};
  dataset['source'] = source;
  fillSource(source, tools, filled);
  const aligned = alignedText(source, tools);
  listOf(dataset['facts']).forEach((fact, at) => {
    if (!isObject(fact)) return;
    const id = typeof fact['id'] === 'string' ? fact['id'] : '';
    listOf(fact['evidence']).forEach((evidence, part) => {
      if (!isObject(evidence)) return;
      const where = `facts[${at}].evidence[${part}]${id === '' ? '' : ` (${id})`}`;
      fillEvidence(evidence, where, { ...tools, source: aligned }, filled);
    });
  });
  return filled;
}

/** The fingerprints of the source. Those that are there stay: they say which version of the text the facts were written from. */
function fillSource(known: Fields, { text, source, sha256 }: FillTools, filled: Filled): void {
  const paragraphs = listOf(known['paragraphs']);
  if (paragraphs.length === 0) {
    known['paragraphs'] = source.paragraphs.map((words) => ({
      words: words.length,
      sha256: sha256(words.join(' ')),
    }));
    filled.written.push(`source.paragraphs: ${source.paragraphs.length} fingerprints`);
  }
  if (isOpen(known['sha256'])) {
    known['sha256'] = sha256(text);
    filled.written.push('source.sha256');
  } else if (known['sha256'] !== sha256(text)) {
    filled.problems.push(
      'source.sha256: this is another text than the one that the dataset was made from. If you mean to change the text, empty source.paragraphs to [] and source.sha256 to "", and read every fact again',
    );
  }
}

/** The text in the numbers of the dataset's paragraphs; those that it does not have are empty. */
function alignedText(known: Fields, { source, sha256 }: FillTools): SourceText {
  const prints = listOf(known['paragraphs']).map((print) => {
    const { words, sha256: hash } = isObject(print) ? print : {};
    return { words: Number(words), sha256: String(hash) };
  });
  return alignSource(prints, source, sha256).source;
}

function fillEvidence(
  evidence: Fields,
  where: string,
  { source, sha256 }: FillTools,
  { written, problems }: Filled,
): void {
  const paragraph = Number(evidence['paragraph']);
  const words = source.paragraphs[paragraph - 1] ?? [];
  if (words.length === 0) {
    problems.push(
      `${where}: paragraph ${JSON.stringify(evidence['paragraph'])} is not in this text`,
    );
    return;
  }
  if (typeof evidence['text'] === 'string') {
    const ranges = rangesOf(evidence['text'], words);
    const [range, ...others] = ranges;
    if (!range || others.length > 0) {
      const many = range ? `more than once; write more of them` : 'not there, word for word';
      problems.push(`${where}: the words of "text" are ${many} in paragraph ${paragraph}`);
      return;
    }
    evidence['words'] = range;
    delete evidence['text'];
  }
  const [first, last] = listOf(evidence['words']).map(Number);
  if (
    first === undefined ||
    last === undefined ||
    !(first >= 1 && first <= last && last <= words.length)
  ) {
    problems.push(
      `${where}: "words" is ${evidence['words'] === undefined ? 'missing' : JSON.stringify(evidence['words'])}; write the first and the last word from 1 to ${words.length}, or the words themselves as "text"`,
    );
    return;
  }
  const said = wordsAt(source, paragraph, [first, last]);
  const print = sha256(said);
  if (evidence['sha256'] === print) return;
  evidence['sha256'] = print;
  written.push(`${where}: words ${first}-${last}: ${said}`);
}

/** Where words stand in a paragraph, with quotation marks of either kind. */
function rangesOf(text: string, words: readonly string[]): [number, number][] {
  const plain = (word: string): string => word.replace(/[“”„]/g, '"').replace(/[‘’]/g, "'");
  const wanted = text.trim().split(/\s+/).map(plain);
  const found: [number, number][] = [];
  for (let at = 0; at + wanted.length <= words.length; at += 1) {
    const isThere = wanted.every((word, i) =>
      isSameWord(word, plain(words[at + i] ?? ''), i, wanted.length),
    );
    if (isThere) found.push([at + 1, at + wanted.length]);
  }
  return found;
}

/** The first and the last word may lack the marks around them. */
function isSameWord(wanted: string, word: string, at: number, count: number): boolean {
  const start = at === 0 ? word.replace(/^["'([]+/, '') : word;
  const end = at === count - 1 ? start.replace(/["')\].,;:!?]+$/, '') : start;
  const whole = at === count - 1 ? word.replace(/["')\].,;:!?]+$/, '') : word;
  return [word, start, end, whole].includes(wanted);
}
