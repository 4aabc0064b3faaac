/** The controls of a page of the extension, by the names that a reader knows them by. What is here runs in the page. */

const SELECTORS = {
  alert: '[role=alert]',
  button: 'button',
  checkbox: 'input[type=checkbox]',
  fold: 'summary',
  heading: 'h1, h2, h3',
  link: 'a[href]',
  radio: 'input[type=radio]',
  status: '[role=status]',
  textbox: 'input:not([type]), input[type=text], input[type=number], input[type=search], textarea',
};

export type Role = keyof typeof SELECTORS;

export interface Target {
  role: Role;
  /** A part of its name, or a pattern for it. */
  name: string | RegExp;
  /** Selector of what it is in. */
  within?: string;
}

const targets =
  (role: Role) =>
  (name: string | RegExp, within = 'body'): Target => ({ role, name, within });
export const button = targets('button');
export const checkbox = targets('checkbox');
export const fold = targets('fold');
export const heading = targets('heading');
export const link = targets('link');
export const radio = targets('radio');
export const textbox = targets('textbox');

/** An expression for all elements that are meant and can be seen. */
export function elementsOf({ role, name, within = 'body' }: Target): string {
  const pattern =
    typeof name === 'string' ? name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : name.source;
  const given = [`:is(${within}) :is(${SELECTORS[role]})`, pattern].map((each) =>
    JSON.stringify(each),
  );
  return `(${String(findElements)})(${given.join()})`;
}

/** Runs in the page. */
function findElements(selector: string, pattern: string): HTMLElement[] {
  const wanted = new RegExp(pattern);
  const wordsOf = (nodes: Iterable<HTMLElement | null>): string =>
    Array.from(nodes, (node) => node?.innerText ?? '')
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim();
  const nameOf = (element: HTMLElement): string => {
    const by = element.getAttribute('aria-labelledby')?.split(' ') ?? [];
    if (by.length > 0) return wordsOf(by.map((id) => document.getElementById(id)));
    const { labels } = element as HTMLInputElement;
    const own = labels && labels.length > 0 ? (labels as Iterable<HTMLElement>) : [element];
    return element.getAttribute('aria-label') ?? wordsOf(own);
  };
  return [...document.querySelectorAll<HTMLElement>(selector)].filter(
    (element) => element.checkVisibility() && wanted.test(nameOf(element)),
  );
}

/**
 * Middle of an element, or of the label of one that has no room of its own, in CSS px of the viewport. Runs in the page.
 * @returns null while it cannot be pressed there
 */
export function placeOf(element: HTMLElement): { x: number; y: number } | null {
  if (element.matches(':disabled')) return null;
  const { labels } = element as HTMLInputElement;
  for (const each of [element, ...Array.from(labels ?? [])]) {
    each.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, right, top, bottom } = each.getBoundingClientRect();
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    const hit = document.elementFromPoint(x, y);
    if (hit && (each.contains(hit) || element.contains(hit))) return { x, y };
  }
  return null;
}
