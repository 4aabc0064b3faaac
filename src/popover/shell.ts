/**
 * An element of our own in somebody else's page: bare, in the top layer, with a closed shadow root that the
 * page's styles do not reach.
 */

export interface Look {
  /** Text of the stylesheets. */
  css: string;
  /** Language of what is said. */
  lang: string;
}

type Name = 'div' | 'section' | 'p' | 'span' | 'button';

export function createShell({ css }: Look) {
  // XHTML and SVG documents make elements of other kinds by `createElement`.
  const make = (name: Name): HTMLElement =>
    document.createElementNS('http://www.w3.org/1999/xhtml', name);
  const host = make('div');
  host.popover = 'manual';
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  return { host, root, make };
}

/** Appends to an element of the page, which may be a form with a field named `append`. */
export const appendTo = (home: Element, host: Element): void => {
  Element.prototype.append.call(home, host);
};

/** What the page's root element shows of itself, in CSS px; the root may be a form, too. */
export function shownSize(): { width: number; height: number } {
  const read = (name: 'clientWidth' | 'clientHeight'): number =>
    Reflect.get<Element, typeof name>(Element.prototype, name, document.documentElement);
  return { width: read('clientWidth'), height: read('clientHeight') };
}

/** How a language is written. */
export function directionOf(lang: string): 'ltr' | 'rtl' {
  return /^(?:ar|dv|fa|he|ps|ur|yi)\b/.test(lang) ? 'rtl' : 'ltr';
}
