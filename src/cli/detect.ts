/**
 * `npm run --silent detect`: pages in, mentions out, with the detector that ships.
 * It reads JSON lines `{"id","text"}` from standard input and answers with JSON lines `{"id","mentions"}` in the same
 * order. Each line is a page; blank lines in its text separate blocks. `-- FILE` prints a table for a person. `--all`
 * looks for the cast too.
 */
import { createInterface } from 'node:readline';
import type { Detector, Mention } from '../detect/index.ts';
import { bundledDetector } from './bundled-detector.ts';
import { readText, reasonOf } from './files.ts';

/** How much text the table shows on either side of a mention, in UTF-16 code units. */
const AROUND_MAX = 60;

interface PageLine {
  id: string | number;
  text: string;
}

/** @throws Error that says what is wrong with a line */
function parseLine(line: string): PageLine {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new Error('not JSON');
  }
  const page: { id?: unknown; text?: unknown } =
    typeof value === 'object' && value !== null ? value : {};
  const { id, text } = page;
  if (typeof id !== 'string' && typeof id !== 'number') throw new Error('"id" is missing');
  if (typeof text !== 'string') throw new Error('"text" is missing or not a string');
  return { id, text };
}

async function answerLines(detector: Detector): Promise<void> {
  let number = 0;
  const lines = createInterface({ input: process.stdin, crlfDelay: Infinity });
  for await (const line of lines) {
    number++;
    if (line.trim() === '') continue;
    try {
      const { id, text } = parseLine(line);
      const mentions = detector
        .detect(text)
        .map(({ entity, start, end, surface, rule, confidence }) => ({
          ...{ entity, start, end, surface, rule, confidence },
        }));
      process.stdout.write(`${JSON.stringify({ id, mentions })}\n`);
    } catch (error) {
      process.stderr.write(
        `Line ${number}: ${reasonOf(error)}. Expected one JSON object {"id": ..., "text": "..."}.\n`,
      );
      process.exitCode = 1;
    }
  }
}

function printTable(text: string, mentions: readonly Mention[]): void {
  for (const { entity, rule, confidence, start, end, surface } of mentions) {
    const before =
      text
        .slice(Math.max(0, start - AROUND_MAX), start)
        .split('\n')
        .at(-1) ?? '';
    const after = text.slice(end, end + AROUND_MAX).split('\n')[0] ?? '';
    console.log(
      `${String(start).padStart(6)}  ${entity.padEnd(20)} ${rule.padEnd(17)} ${confidence.toFixed(2)}  ` +
        `${before.padStart(AROUND_MAX)}[${surface.replace(/\s+/g, ' ')}]${after}`,
    );
  }
  console.log(`${String(mentions.length).padStart(6)}  mentions`);
}

const args = process.argv.slice(2);
const detector = bundledDetector({ cast: args.includes('--all') });
const file = args.find((arg) => !arg.startsWith('--'));
if (file === undefined) {
  await answerLines(detector);
} else {
  try {
    const text = readText(file);
    printTable(text, detector.detect(text));
  } catch (error) {
    console.error(reasonOf(error));
    process.exitCode = 1;
  }
}
