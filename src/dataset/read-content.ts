/**
 * The bytes of a dataset's file in; a dataset with warnings out, or why it is refused. Each check stands on those before it, so the
 * first that finds something ends the reading. Pure, never throws, linear in the size of the file. Stores nothing, and does not check
 * the signature: read-file.ts does, for everybody who adds a file.
 */
import { readJson, textOfFile, type JsonDocument, type JsonProblem } from '../json/index.ts';
import { DEPTH_MAX, FILE_BYTES_MAX, PROBLEMS_MAX, VALUES_MAX } from './caps.ts';
import { smallWordProblems } from './common-names.ts';
import { foreignKind } from './foreign-kind.ts';
import type { Linguistics } from './language-schema.ts';
import { parseDataset } from './parse.ts';
import { stepsOf, withCodes } from './path-text.ts';
import { WHOLE_FILE, type DatasetProblem } from './problem.ts';
import type { Dataset } from './schema.ts';
import { reservedNameProblems, unsafeTextProblems } from './unsafe-text.ts';
import { newerVersionIn, versionProblem } from './version.ts';
import { warningsOf, type DatasetWarning } from './warnings.ts';

/**
 * Why a file is refused: the first that holds.
 * - `size`, `empty`, `encoding`: the bytes; `json`: not JSON, nested too deeply, or a name twice in an object
 * - `no-dataset`: something else, such as a picture; `newer`: a format that this program does not know yet
 * - `taken`: the id of the bundled dataset
 * - `content`: everything else, with one problem for each place
 */
export type Refusal =
  'size' | 'empty' | 'encoding' | 'json' | 'no-dataset' | 'newer' | 'taken' | 'content';

export interface RefusedFile {
  refusal: Refusal;
  /** At least one, at most 100. */
  problems: DatasetProblem[];
  /** How many more there are. */
  more: number;
}

export interface TakenContent {
  dataset: Dataset;
  warnings: DatasetWarning[];
  /** Whether it should be switched on only if somebody says so: its names are words that stand on every page. */
  startsOff: boolean;
  /** What the file says, before it was brought to the present format. */
  document: JsonDocument;
}

/** What a file is held against. What is left out is not checked. */
export interface ReadingContext {
  /** For dates that lie ahead. */
  today?: Date | undefined;
  /** For names that are the small words of a language. */
  linguistics?: Linguistics | undefined;
  /** Ids that no file may have: that of the bundled dataset. */
  takenIds?: readonly string[] | undefined;
}

export function readDatasetContent(
  bytes: Uint8Array,
  context: ReadingContext = {},
): TakenContent | RefusedFile {
  const tooLarge = refusedSize(bytes.length);
  if (tooLarge) return tooLarge;
  const opened = openText(bytes);
  if ('refusal' in opened) return opened;
  const { value } = opened.document;
  const version = versionProblem(value);
  if (version) return refused(version.refusal, [version.problem], opened.document);
  const reserved = reservedNameProblems(value);
  if (reserved.length > 0) return refused('content', reserved, opened.document);
  const parsed = parseDataset(value);
  if ('problems' in parsed) return refused('content', parsed.problems, opened.document);
  return judged(parsed.dataset, opened.document, context);
}

/**
 * Whether a file is too large, for somebody who has not read it yet.
 * @param bytes its size. @returns the refusal, or undefined
 */
export function refusedSize(bytes: number): RefusedFile | undefined {
  if (bytes <= FILE_BYTES_MAX) return undefined;
  const expected = `at most ${megabytes(FILE_BYTES_MAX)}`;
  return refused('size', [{ path: WHOLE_FILE, found: megabytes(bytes), expected }]);
}

const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** The checks of a dataset that has the right shape. */
function judged(
  dataset: Dataset,
  document: JsonDocument,
  context: ReadingContext,
): TakenContent | RefusedFile {
  const { takenIds = [], linguistics } = context;
  if (takenIds.includes(dataset.id)) {
    const expected = 'another id: the program has a dataset of this name';
    return refused('taken', [{ path: 'id', found: `"${dataset.id}"`, expected }], document);
  }
  const problems = [
    ...unsafeTextProblems(document.value),
    ...(linguistics ? smallWordProblems(dataset, linguistics) : []),
  ];
  if (problems.length > 0) return refused('content', problems, document);
  const warnings = warningsOf(dataset, context).map((warning) => placed(warning, document));
  const startsOff = warnings.some(({ kind }) => kind === 'common-words');
  return { dataset, warnings, startsOff, document };
}

const MARKS_OF_UTF16 = ['\xff\xfe', '\xfe\xff'];

/** From bytes to JSON. */
function openText(bytes: Uint8Array): { document: JsonDocument } | RefusedFile {
  const kind = foreignKind(bytes);
  if (kind !== undefined) return refusedKind(kind);
  const read = textOfFile(bytes);
  if ('unreadable' in read || MARKS_OF_UTF16.includes(startOf(bytes))) {
    const found =
      'unreadable' in read && read.unreadable === 'bytes' ? 'bytes that are no text' : 'UTF-16';
    return refused('encoding', [{ path: WHOLE_FILE, found, expected: 'text in UTF-8' }]);
  }
  if (read.text.trim() === '') return refusedEmpty();
  if (/^\s*</.test(read.text)) return refusedKind('a page or another file with markup');
  // A later format may break any rule of this one, even those of its JSON.
  const newer = newerVersionIn(read.text);
  if (newer) return refused('newer', [newer]);
  const json = readJson(read.text, DEPTH_MAX, VALUES_MAX);
  return 'document' in json ? json : refused('json', [jsonProblem(json.problem)]);
}

const startOf = ([first = 0, second = 0]: Uint8Array): string => String.fromCharCode(first, second);

const refusedEmpty = (): RefusedFile =>
  refused('empty', [{ path: WHOLE_FILE, found: 'an empty file', expected: 'a dataset' }]);

const refusedKind = (found: string): RefusedFile =>
  refused('no-dataset', [
    { path: WHOLE_FILE, found, expected: 'a dataset, which is one JSON text' },
  ]);

/** Longest part of a text that a problem of JSON shows, in UTF-16 code units. */
const FOUND_MAX = 40;

function jsonProblem({ code, position, found: text }: JsonProblem): DatasetProblem {
  const found = `"${text.slice(0, FOUND_MAX)}"`;
  const said: Record<JsonProblem['code'], [found: string, expected: string]> = {
    syntax: [found, 'JSON: this cannot stand here'],
    end: ['the end of the file', 'the rest of the JSON: something is not closed'],
    deep: ['too many objects and lists in each other', `at most ${DEPTH_MAX}`],
    many: ['too many values', `at most ${VALUES_MAX}`],
    repeated: [`the name ${found} again`, 'each name once in an object'],
    reserved: [`the name ${found}`, 'another name: every object has one of this name already'],
  };
  const [what, expected] = said[code];
  return { path: WHOLE_FILE, found: what, expected, position };
}

/** At most `PROBLEMS_MAX` problems, each with its place, and without characters that nobody sees. */
export function refused(
  refusal: Refusal,
  problems: readonly DatasetProblem[],
  document?: JsonDocument,
): RefusedFile {
  const listed = problems.slice(0, PROBLEMS_MAX).map((problem) => placed(problem, document));
  return { refusal, problems: listed, more: problems.length - listed.length };
}

/** A problem with its place, and without characters that nobody sees. */
export function placed<Problem extends DatasetProblem>(
  problem: Problem,
  document?: JsonDocument,
): Problem {
  const { path, found, expected, position } = problem;
  const steps = stepsOf(path);
  const place = position ?? (steps.length > 0 ? document?.positionOf(steps) : undefined);
  return {
    ...problem,
    ...{ path: withCodes(path), found: withCodes(found), expected: withCodes(expected) },
    ...(place && { position: place }),
  };
}
