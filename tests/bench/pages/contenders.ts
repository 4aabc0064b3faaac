/**
 * Other ways of marking the same names, to be run in a page of a browser without the extension. Each is one
 * function without outer names, since it travels into the page as text.
 */

/** What every contender gets. */
export interface Task {
  way: 'walk' | 'findAndReplaceDOMText' | 'mark.js' | 'wrapper';
  /** Source of the names as one regular expression. */
  names: string;
}

interface PageLibraries {
  findAndReplaceDOMText?: (root: Node, options: object) => void;
  Mark?: new (root: Node) => { markRegExp(expression: RegExp, options: object): void };
}

/** @returns ms, and how many names were found where that is known */
export function contend({ way, names }: Task): { ms: number; found: number } {
  const libraries = globalThis as PageLibraries;
  const expression = new RegExp(names, 'gi');
  let found = 0;
  const start = performance.now();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  switch (way) {
    case 'walk':
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        found += (node as Text).data.length;
      }
      break;
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
  const ms = performance.now() - start;
  return { ms, found: way === 'walk' ? found : document.querySelectorAll('mark').length };
}
