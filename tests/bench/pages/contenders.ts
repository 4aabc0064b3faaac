/**
 * Other ways of going over the same page, each as the content script of a throw-away extension: the bare walk that
 * nobody can do without, and highlighters that put elements around the same names.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { bundledDetection } from '../../../src/cli/bundled-detector.ts';
import { eachName } from '../../../src/detect/index.ts';

export type Way = 'walk' | 'findAndReplaceDOMText' | 'wrapper' | 'mark.js';

interface PageLibraries {
  findAndReplaceDOMText?: (root: Node, options: object) => void;
  Mark?: new (root: Node) => { markRegExp(expression: RegExp, options: object): void };
}

/**
 * To be run in a page, as text: without anything from around it.
 * @param names one regular expression
 */
function contend(way: Way, names: string): void {
  const libraries = globalThis as PageLibraries;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const expression = new RegExp(names, 'gi');
  switch (way) {
    case 'walk': {
      let units = 0;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        units += (node as Text).data.length;
      }
      // So that nothing of it can be left out.
      (globalThis as { units?: number }).units = units;
      break;
    }
    case 'findAndReplaceDOMText':
      libraries.findAndReplaceDOMText?.(document.body, { find: expression, wrap: 'mark' });
      break;
    case 'mark.js':
      if (libraries.Mark) new libraries.Mark(document.body).markRegExp(expression, {});
      break;
    case 'wrapper': {
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
  }
}

const LIBRARIES: Partial<Record<Way, string>> = {
  findAndReplaceDOMText: 'findandreplacedomtext/src/findAndReplaceDOMText.js',
  'mark.js': 'mark.js/dist/mark.min.js',
};

/** The content script of a way. */
export function scriptOf(way: Way): string {
  const file = LIBRARIES[way];
  const library = file ? readFileSync(createRequire(import.meta.url).resolve(file), 'utf8') : '';
  return `${library}\n;(${contend.toString()})(${JSON.stringify(way)}, ${JSON.stringify(mainNames())});`;
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
