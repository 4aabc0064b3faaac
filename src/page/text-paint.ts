/**
 * Text that is not painted in its own `color`: filled in another one, outlined, or transparent over a picture. A
 * highlight makes both browsers paint text anew, in `color` and without an outline, so such text needs a rule that says
 * how it looks. Knows colours, neither marks nor when they are painted.
 */
import { OPACITY_MIN, opacityOf } from './colour.ts';
import { parentElementOf, rootOf, type MarkedSpan } from './dom.ts';

/**
 * How text is painted: empty for its own `color`; `HOLLOW` where no rule can paint it; else the declarations that do.
 */
export type TextPaint = string;

/** Text that is all outline. Only the white space in it can be marked without a change to its letters. */
const HOLLOW: TextPaint = 'hollow';

/** Underlines of text that has no colour: 4:1 on white and 5:1 on black. */
const GREY = 'rgb(128 128 128)';
/** Directions in which an outline is drawn, as x and y of a circle. */
const OUTLINE = Array.from({ length: 12 }, (_, at) => [
  Math.cos((at * Math.PI) / 6),
  Math.sin((at * Math.PI) / 6),
]);

function paintOf(element: Element): TextPaint {
  const { color, webkitTextFillColor, webkitTextStrokeWidth, webkitTextStrokeColor } =
    getComputedStyle(element);
  const stroke = Number.parseFloat(webkitTextStrokeWidth) || 0;
  const outline = stroke > 0 && opacityOf(webkitTextStrokeColor) > 0 ? webkitTextStrokeColor : '';
  const isClear = opacityOf(webkitTextFillColor) < OPACITY_MIN;
  if (isClear) return outline ? HOLLOW : clearPaint(webkitTextFillColor);
  if (webkitTextFillColor === color && !outline) return '';
  const paint = `color:${webkitTextFillColor};text-decoration-color:${webkitTextFillColor}`;
  const shadows = OUTLINE.map(
    ([x = 0, y = 0]) => `${(x * stroke) / 2}px ${(y * stroke) / 2}px ${outline}`,
  );
  return outline ? `${paint};text-shadow:${shadows.join()}` : paint;
}

const clearPaint = (color: string): TextPaint => `color:${color};text-decoration-color:${GREY}`;

export interface PaintSheet {
  /**
   * The highlight in which text at a node is painted: in a style, and in its paint.
   * @param name of the style's own highlight
   * @returns undefined where there is no rule for it, and it is better left alone
   */
  nameFor(name: string, paint: TextPaint, node: Node): string | undefined;
  /** Whether the page took the rules away. */
  isGone(): boolean;
  /** Puts them back. */
  restore(): void;
  /** Has the mark in use underlined in its paint. @param name of that highlight */
  setActive(name: string, paint: TextPaint, node: Node): void;
}

/** No page paints names in more ways than this; the rest is left alone. */
const PAINTS_MAX = 64;

/** Rules in a stylesheet of our own, which is put into a page only where it has such text. It goes with the signal. */
export function createPaintSheet(signal: AbortSignal): PaintSheet {
  /** Names of highlights by the style and the paint that they are for. */
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
    nameFor(name, paint, node) {
      if (paint === '') return name;
      const key = `${name} ${paint}`;
      const own = names.get(key) ?? `${name}-${names.size + 1}`;
      if (!names.has(key) && names.size >= PAINTS_MAX) return undefined;
      names.set(key, own);
      setRule(own, `${lineOf(name)};${paint}`, node);
      return own;
    },
    setActive(name, paint, node) {
      const [line = ''] = /text-decoration-color:[^;]+/.exec(paint) ?? [];
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
export interface PaintedRange {
  readonly range: StaticRange;
  paint: TextPaint;
}

/** A span as ranges of one paint each: one for nearly all. */
export function paintedRanges(span: MarkedSpan): PaintedRange[] {
  const paints = span.nodes.map(paintAt);
  const [paint = ''] = paints;
  if (paint !== HOLLOW && paints.every((each) => each === paint)) {
    return [{ range: new StaticRange(span), paint }];
  }
  return span.nodes.flatMap((node, at): PaintedRange[] => {
    const from = node === span.startContainer ? span.startOffset : 0;
    const to = node === span.endContainer ? span.endOffset : node.length;
    if (paints[at] === HOLLOW) {
      return [...spacesIn(node, from, to)].map((range) => ({
        range,
        paint: clearPaint('transparent'),
      }));
    }
    const ends = { startContainer: node, startOffset: from, endContainer: node, endOffset: to };
    return [{ range: new StaticRange(ends), paint: paints[at] ?? '' }];
  });
}

/** Asks again how the text of a range is painted. @returns whether it is another paint now */
export function refreshPaint(painted: PaintedRange): boolean {
  const paint = paintAt(painted.range.startContainer as Text);
  // Of hollow text only white space is painted, which has no paint to speak of.
  if (paint === painted.paint || paint === HOLLOW) return false;
  painted.paint = paint;
  return true;
}

/** How the text of a node is painted. */
function paintAt(node: Text): TextPaint {
  const parent = parentElementOf(node);
  return parent ? paintOf(parent) : '';
}

/** The white space in and around a span of one text node: all of hollow text that can be marked. */
function* spacesIn(node: Text, from: number, to: number): Generator<StaticRange> {
  const start = Math.max(0, from - 1);
  for (const { 0: space, index } of node.substringData(start, to + 1 - start).matchAll(/\s+/g)) {
    const [startOffset, endOffset] = [start + index, start + index + space.length];
    yield new StaticRange({ startContainer: node, startOffset, endContainer: node, endOffset });
  }
}
