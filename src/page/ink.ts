/**
 * Text that is not painted in its own `color`: filled in another one, outlined, or transparent over a picture. A
 * highlight makes both browsers paint text anew, in `color` and without an outline, so such text needs a rule that says
 * how it looks. Knows colours, neither marks nor when they are painted.
 */
import { LEAST_OPACITY, opacityOf } from './colour.ts';
import { parentElementOf, rootOf, type MarkedSpan } from './dom.ts';

/**
 * How text is painted: empty for its own `color`; `HOLLOW` where no rule can paint it; else the declarations that do.
 */
export type Ink = string;

/** Text that is all outline. Only the white space in it can be marked without a change to its letters. */
const HOLLOW: Ink = 'hollow';

/** Underlines of text that has no colour: 4:1 on white and 5:1 on black. */
const GREY = 'rgb(128 128 128)';
/** Directions in which an outline is drawn, as x and y of a circle. */
const OUTLINE = Array.from({ length: 12 }, (_, at) => [
  Math.cos((at * Math.PI) / 6),
  Math.sin((at * Math.PI) / 6),
]);

function inkOf(element: Element): Ink {
  const { color, webkitTextFillColor, webkitTextStrokeWidth, webkitTextStrokeColor } =
    getComputedStyle(element);
  const stroke = Number.parseFloat(webkitTextStrokeWidth) || 0;
  const outline = stroke > 0 && opacityOf(webkitTextStrokeColor) > 0 ? webkitTextStrokeColor : '';
  const isClear = opacityOf(webkitTextFillColor) < LEAST_OPACITY;
  if (isClear) return outline ? HOLLOW : clearInk(webkitTextFillColor);
  if (webkitTextFillColor === color && !outline) return '';
  const paint = `color:${webkitTextFillColor};text-decoration-color:${webkitTextFillColor}`;
  const shadows = OUTLINE.map(
    ([x = 0, y = 0]) => `${(x * stroke) / 2}px ${(y * stroke) / 2}px ${outline}`,
  );
  return outline ? `${paint};text-shadow:${shadows.join()}` : paint;
}

const clearInk = (color: string): Ink => `color:${color};text-decoration-color:${GREY}`;

export interface InkSheet {
  /**
   * The highlight in which text at a node is painted: in a style, and in its ink.
   * @param name of the style's own highlight
   * @returns undefined where there is no rule for it, and it is better left alone
   */
  nameFor(name: string, ink: Ink, node: Node): string | undefined;
  /** Whether the page took the rules away. */
  isGone(): boolean;
  /** Puts them back. */
  restore(): void;
  /** Has the mark in use underlined in its ink. @param name of that highlight */
  setActive(name: string, ink: Ink, node: Node): void;
}

/** No page paints names in more ways than this; the rest is left alone. */
const INKS_MAX = 64;

/** Rules in a stylesheet of our own, which is put into a page only where it has such text. It goes with the signal. */
export function createInkSheet(signal: AbortSignal): InkSheet {
  /** Names of highlights by the style and the ink that they are for. */
  const names = new Map<string, string>();
  /** Declarations by the name of the highlight. */
  const rules = new Map<string, string>();
  const trees = new Set<Document | ShadowRoot>();
  /** Made with the first rule. */
  let sheet: CSSStyleSheet | undefined;

  const hasSheet = ({ adoptedStyleSheets }: Document | ShadowRoot): boolean =>
    sheet !== undefined && adoptedStyleSheets.includes(sheet);
  const restore = (): void => {
    for (const tree of trees) if (sheet && !hasSheet(tree)) tree.adoptedStyleSheets.push(sheet);
  };
  /** @param declarations none for a rule that is to go */
  const setRule = (name: string, declarations: string, node: Node): void => {
    const tree = rootOf(node);
    if (
      (rules.get(name) ?? '') === declarations &&
      (tree === document || trees.has(tree as ShadowRoot))
    )
      return;
    rules.set(name, declarations);
    sheet ??= new CSSStyleSheet();
    sheet.replaceSync([...rules].map(([own, text]) => ruleOf(own, text)).join(''));
    trees.add(document);
    if (tree instanceof ShadowRoot) trees.add(tree);
    restore();
  };
  signal.addEventListener('abort', () => {
    for (const tree of trees) {
      tree.adoptedStyleSheets = tree.adoptedStyleSheets.filter((each) => each !== sheet);
    }
  });
  return {
    nameFor(name, ink, node) {
      if (ink === '') return name;
      const key = `${name} ${ink}`;
      const own = names.get(key) ?? `${name}-${names.size + 1}`;
      if (!names.has(key) && names.size >= INKS_MAX) return undefined;
      names.set(key, own);
      setRule(own, `${lineOf(name)};${ink}`, node);
      return own;
    },
    setActive(name, ink, node) {
      const [line = ''] = /text-decoration-color:[^;]+/.exec(ink) ?? [];
      setRule(name, line, node);
    },
    isGone: () => [...trees].some((tree) => !hasSheet(tree)),
    restore,
  };
}

/** For Firefox, too, where a highlight is not inherited from the root: see the stylesheets of the manifest. */
function ruleOf(name: string, declarations: string): string {
  const rule = `::highlight(${name}){${declarations}}`;
  return `@media screen{:root${rule}@supports (-moz-appearance:none){${rule}}}`;
}

/** The line and the ground of a style, as the manifest's stylesheet has them. */
function lineOf(name: string): string {
  const root = document.documentElement;
  const { fontSize } = getComputedStyle(root);
  const style = getComputedStyle(root, `::highlight(${name})`);
  const inEm = (length: string): string =>
    length.endsWith('px') ? `${Number.parseFloat(length) / Number.parseFloat(fontSize)}em` : length;
  return [
    `text-decoration:${style.textDecorationLine} ${style.textDecorationStyle} ${inEm(style.textDecorationThickness)}`,
    `text-underline-offset:${inEm(style.textUnderlineOffset)}`,
    `background-color:${style.backgroundColor}`,
  ].join(';');
}

/** A range, and how the text in it is painted. */
export interface InkedRange {
  readonly range: StaticRange;
  ink: Ink;
}

/** A span as ranges of one ink each: one for nearly all. */
export function inkedRanges(span: MarkedSpan): InkedRange[] {
  const inks = span.nodes.map(inkAt);
  const [ink = ''] = inks;
  if (ink !== HOLLOW && inks.every((each) => each === ink)) {
    return [{ range: new StaticRange(span), ink }];
  }
  return span.nodes.flatMap((node, at): InkedRange[] => {
    const from = node === span.startContainer ? span.startOffset : 0;
    const to = node === span.endContainer ? span.endOffset : node.length;
    if (inks[at] === HOLLOW) {
      return [...spacesIn(node, from, to)].map((range) => ({
        range,
        ink: clearInk('transparent'),
      }));
    }
    const ends = { startContainer: node, startOffset: from, endContainer: node, endOffset: to };
    return [{ range: new StaticRange(ends), ink: inks[at] ?? '' }];
  });
}

/** Asks again how the text of a range is painted. @returns whether it is another ink now */
export function refreshInk(inked: InkedRange): boolean {
  const ink = inkAt(inked.range.startContainer as Text);
  // Of hollow text only white space is painted, which has no ink to speak of.
  if (ink === inked.ink || ink === HOLLOW) return false;
  inked.ink = ink;
  return true;
}

/** How the text of a node is painted. */
function inkAt(node: Text): Ink {
  const parent = parentElementOf(node);
  return parent ? inkOf(parent) : '';
}

/** The white space in and around a span of one text node: all of hollow text that can be marked. */
function* spacesIn(node: Text, from: number, to: number): Generator<StaticRange> {
  const start = Math.max(0, from - 1);
  for (const { 0: space, index } of node.substringData(start, to + 1 - start).matchAll(/\s+/g)) {
    const [startOffset, endOffset] = [start + index, start + index + space.length];
    yield new StaticRange({ startContainer: node, startOffset, endContainer: node, endOffset });
  }
}
