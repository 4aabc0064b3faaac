/**
 * The hostile pages as data: reads their manifest and fills the twin's article into them. Knows files, no browser.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SAMPLES } from '../../../src/cli/paths.ts';

const FOLDER = join(SAMPLES, 'hostile');

/** One paragraph of the twin: its text, and each mention as offset (UTF-16 code units) and surface form. */
export interface Paragraph {
  text: string;
  mentions: [start: number, surface: string][];
}

/** Something that a reader does on the page; every browser's driver knows how. */
export type Act =
  /** The pointer rests on the first mention; `card` names the card that opens, null where none may. */
  | { do: 'rest'; card: string | null }
  | { do: 'click'; at: string }
  /** The pointer presses at a point, in CSS px. */
  | { do: 'press'; x: number; y: number }
  /** Real keys into a field, then a composition as an input method makes it. */
  | { do: 'type'; at: string; text: string; compose?: string }
  | { do: 'evaluate'; script: string }
  | { do: 'leave-and-return' }
  | { do: 'collect-garbage' }
  | { do: 'wait'; ms: number };

/** A hostile page. The fields are explained in tests/pages/hostile/README.md. */
export interface Fixture {
  name: string;
  /** What the page does. */
  attack: string;
  file: string;
  headers?: Record<string, string>;
  /** Expression that is true once the page has done its worst. */
  ready?: string;
  /** How often the article stands on the page; 0 where nothing may be marked. */
  copies?: number;
  /** Characters (a regular expression) that the page put into the article and that are not counted. */
  ignore?: string;
  /** Which frame holds the article: its number in document order, from 1. */
  frame?: number;
  acts?: Act[];
  /** Whether the page needs the browser for itself: for keys, clicks and the whole screen. */
  alone?: boolean;
  /** Expressions in the page's own world that are true in the end. */
  holds?: string[];
  /** Errors that the page makes by itself, as a regular expression. */
  ownErrors?: string;
  /** Why the page cannot be tried in Firefox. Every page without a reason is. */
  notInFirefox?: string;
  /** Why the page does not yet equal its twin; the test then expects a fault. */
  fails?: string;
}

export const ARTICLE = JSON.parse(
  readFileSync(join(FOLDER, 'article.json'), 'utf8'),
) as Paragraph[];

export function readFixtures(): Fixture[] {
  return readFileSync(join(FOLDER, 'pages.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Fixture);
}

const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
};

/** A page of the folder as it is served: with the article in it. */
export function fillPage(
  file: string,
  headers: Record<string, string> = {},
): { body: string; headers: Record<string, string> } {
  const texts = ARTICLE.map(({ text }) => text);
  const body = readFileSync(join(FOLDER, file), 'utf8')
    .replaceAll('{{article}}', texts.map((text) => `<p>${text}</p>`).join('\n'))
    .replaceAll('{{article:text}}', texts.join('\n\n'))
    .replaceAll('{{article:json}}', JSON.stringify(texts));
  const extension = file.slice(file.lastIndexOf('.') + 1);
  return { body, headers: { 'content-type': TYPES[extension] ?? '', ...headers } };
}
