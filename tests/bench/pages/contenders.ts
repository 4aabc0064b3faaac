/**
 * What our extension is compared with, each as the content script of a throw-away extension that runs when ours does: the
 * bare walk that nobody can do without, highlighters that put elements around the same names, and the published
 * engines of products that come into every page. No registry has any of the products as a built extension.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { bundledDetection } from '../../../src/cli/bundled-detector.ts';
import { eachName } from '../../../src/detect/index.ts';

export interface Contender {
  name: string;
  script: string;
  /** Which pages it is asked for. What takes minutes there, or does not look at the text, is not asked for large ones. */
  pages: 'all' | 'small';
}

interface PageLibraries {
  findAndReplaceDOMText?: (root: Node, options: object) => void;
  Mark?: new (root: Node) => { markRegExp(expression: RegExp, options: object): void };
  DarkReader?: { enable(theme: object): void };
  wikipediaPreview?: { init(options: object): void };
  units?: number;
}

// These run in a page, as text: without anything from around them.

function walk(): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let units = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    units += (node as Text).data.length;
  }
  // So that nothing of it can be left out.
  (globalThis as PageLibraries).units = units;
}

function wrap(names: string): void {
  const expression = new RegExp(names, 'gi');
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node as Text);
  for (const text of texts) {
    for (const match of [...text.data.matchAll(expression)].reverse()) {
      const rest = text.splitText(match.index);
      rest.splitText(match[0].length);
      const mark = document.createElement('mark');
      rest.replaceWith(mark);
      mark.append(rest);
    }
  }
}

function findAndReplace(names: string): void {
  const { findAndReplaceDOMText } = globalThis as PageLibraries;
  findAndReplaceDOMText?.(document.body, { find: new RegExp(names, 'gi'), wrap: 'mark' });
}

function markAll(names: string): void {
  const { Mark } = globalThis as PageLibraries;
  if (Mark) new Mark(document.body).markRegExp(new RegExp(names, 'gi'), {});
}

function darken(): void {
  (globalThis as PageLibraries).DarkReader?.enable({});
}

/** Hover cards for links to Wikipedia: what it does before the pointer is on one. */
function previewWikipedia(): void {
  (globalThis as PageLibraries).wikipediaPreview?.init({ detectLinks: true });
}

/** The links that the client wants in a page; its sidebar, which is a page of its own, is an empty one. */
function announceHypothesis(): void {
  const add = (rel: string, type: string): void => {
    const link = document.createElement('link');
    Object.assign(link, { rel, type: `application/annotator+${type}`, href: 'about:blank' });
    document.head.append(link);
  };
  for (const rel of ['sidebar', 'notebook', 'profile']) add(rel, 'html');
  add('hypothesis-client', 'javascript');
}

export function contenders(): Contender[] {
  const names = JSON.stringify(mainNames());
  const call = (run: (names: string) => void): string => `;(${run.toString()})(${names});`;
  const library = (path: string): string =>
    readFileSync(createRequire(import.meta.url).resolve(path), 'utf8');
  return [
    { name: 'walk', script: call(walk), pages: 'all' },
    {
      name: 'findAndReplaceDOMText',
      script: library('findandreplacedomtext') + call(findAndReplace),
      pages: 'all',
    },
    { name: 'wrapper', script: call(wrap), pages: 'all' },
    {
      name: 'mark.js',
      script: library('mark.js/dist/mark.min.js') + call(markAll),
      pages: 'small',
    },
    {
      name: 'Wikipedia Preview',
      script: library('wikipedia-preview') + call(previewWikipedia),
      pages: 'small',
    },
    { name: 'Dark Reader', script: library('darkreader') + call(darken), pages: 'small' },
    {
      name: 'Hypothesis',
      script: call(announceHypothesis) + library('hypothesis/build/scripts/annotator.bundle.js'),
      pages: 'small',
    },
  ];
}

/** All listed names of the main entities, without inflection and judgement, as one regular expression. */
function mainNames(): string {
  const { entities } = bundledDetection();
  return entities
    .filter(({ tier }) => tier === 'main')
    .flatMap(({ names }) => [...eachName(names)].map(({ words }) => words.join(' ')))
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
    .join('|');
}
