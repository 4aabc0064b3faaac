/**
 * How text is painted if not in its own `color`: filled in another colour, outlined, or transparent over a picture. Both
 * browsers paint highlighted text in `color` and without an outline, so such text needs a rule that keeps its appearance.
 * Knows colours, neither marks nor when they are painted.
 */
import { OPACITY_MIN, opacityOf } from './colour.ts';
import { parentElementOf, rootOf, type MarkedSpan } from './dom.ts';

/**
 * The paint of text: empty for its own `color`; `HOLLOW` if no rule can paint it; otherwise CSS declarations.
 */
export type TextPaint = string;

/** Text that is only an outline. We highlight the white space in it alone, because a highlight would change its letters. */
const HOLLOW: TextPaint = 'hollow';

/** The underline of text without a colour: contrast 4:1 on white and 5:1 on black. */
const GREY = 'rgb(128 128 128)';
/** The directions in which an outline is drawn, as points of a circle. */
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
   * Name of the highlight that paints text at a node in a style and in its own paint.
   * @param name of the style's highlight
   * @returns undefined if there is no rule for it: such text stays as it is
   */
  nameFor(name: string, paint: TextPaint, node: Node): string | undefined;
  /** Whether the page removed the rules. */
  isGone(): boolean;
  /** Puts them back. */
  restore(): void;
  /** Underlines the mark in use in its own paint. @param name of its highlight */
  setActive(name: string, paint: TextPaint, node: Node): void;
}

/** How many paints get a rule on one page; text in any other stays as it is. No known page needs more. */
const PAINTS_MAX = 64;

/** The rules, in a stylesheet that is added only to pages with such text, and removed when the signal aborts. */
export function createPaintSheet(signal: AbortSignal): PaintSheet {
  /** Names of highlights by style and paint. */
  const names = new Map<string, string>();
  /** Declarations by the name of the highlight. */
  const rules = new Map<string, string>();
  const trees = new Set<Document | ShadowRoot>();
  /** Made by `setRule` with the first rule. */
  let sheet: CSSStyleSheet | undefined;

  const hasSheet = ({ adoptedStyleSheets }: Document | ShadowRoot): boolean =>
    sheet !== undefined && adoptedStyleSheets.includes(sheet);
  const restore = (): void => {
    for (const tree of trees) if (sheet && !hasSheet(tree)) tree.adoptedStyleSheets.push(sheet);
  };
  /** @param declarations empty to remove the rule */
  const setRule = (name: string, declarations: string, node: Node): void => {
    const tree = rootOf(node);
    const isKnown = tree === document || [...trees].some((each) => each === tree);
    if (isKnown && (rules.get(name) ?? '') === declarations) return;
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

/** Firefox needs a second rule, because there a highlight is not inherited from the root (see the manifest's stylesheets). */
function ruleOf(name: string, declarations: string): string {
  const rule = `::highlight(${name}){${declarations}}`;
  return `@media screen{:root${rule}@supports (-moz-appearance:none){${rule}}}`;
}

/** The underline and background of a style, copied from the manifest's stylesheet. */
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

/** A range and the paint of its text. */
export interface PaintedRange {
  readonly range: StaticRange;
  paint: TextPaint;
}

/** Cuts a span into ranges that each have one paint. Nearly every span is one range. */
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

/** Updates the paint of a range. @returns whether it changed */
export function refreshPaint(painted: PaintedRange): boolean {
  const paint = paintAt(painted.range.startContainer);
  // In hollow text only white space is painted, and that looks the same in any paint.
  if (paint === painted.paint || paint === HOLLOW) return false;
  painted.paint = paint;
  return true;
}

/** How the text of a node is painted. */
function paintAt(node: Node): TextPaint {
  const parent = parentElementOf(node);
  return parent ? paintOf(parent) : '';
}

/** The white space in and around a span of one text node. */
function* spacesIn(node: Text, from: number, to: number): Generator<StaticRange> {
  const start = Math.max(0, from - 1);
  for (const { 0: space, index } of node.substringData(start, to + 1 - start).matchAll(/\s+/g)) {
    const [startOffset, endOffset] = [start + index, start + index + space.length];
    yield new StaticRange({ startContainer: node, startOffset, endContainer: node, endOffset });
  }
}
