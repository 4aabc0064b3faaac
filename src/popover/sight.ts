/**
 * Whether a control of ours can be seen where it is: nothing of the page lies over it, and nothing makes it illegible. Asks
 * at one moment; what happens between two moments is for cover.ts.
 */
import { isOurs, type Shell } from './shell.ts';

/** How far inside of a control's edge it is looked at, in px: its corners may be round. */
const INSET = 3;

/** The control of ours at a point of the viewport, in CSS px. */
export function controlAt({ root }: Shell, x: number, y: number): Element | undefined {
  return controlOf(root.elementFromPoint(x, y));
}

/** The control that an element of ours belongs to. */
export function controlOf(element: Element | null): Element | undefined {
  return element?.closest('button, summary') ?? undefined;
}

export function isInSight({ host }: Shell, control: Element): boolean {
  // A transition paints pictures of the page over everything, and a page can let presses through them.
  if (Element.prototype.matches.call(document.documentElement, ':active-view-transition'))
    return false;
  if (!isLegible(getComputedStyle(document.documentElement).filter)) return false;
  const points = pointsOf(control).filter(([x, y]) => isInWindow(x, y));
  return points.length > 0 && points.every(([x, y]) => document.elementFromPoint(x, y) === host);
}

/** Whether another element of ours lies over one. */
export function isUnderOurs({ host }: Shell, element: Element): boolean {
  return pointsOf(element).some(([x, y]) => {
    const hit = document.elementFromPoint(x, y);
    return hit !== host && isOurs(hit);
  });
}

/** Middle and corners. */
function pointsOf(control: Element): [x: number, y: number][] {
  const { left, top, right, bottom } = control.getBoundingClientRect();
  const [middle, centre] = [(left + right) / 2, (top + bottom) / 2];
  const across = [left + INSET, right - INSET];
  const down = [top + INSET, bottom - INSET];
  return [[middle, centre], ...across.flatMap((x) => down.map((y): [number, number] => [x, y]))];
}

const isInWindow = (x: number, y: number): boolean =>
  x >= 0 && y >= 0 && x < innerWidth && y < innerHeight;

/**
 * What a filter on the root element may do to everything below it, in Firefox to the top layer too, with what is written
 * there still to be read: other hues, a negative, a little more or less light. Each at most once.
 */
const LEGIBLE: Record<string, (amount: number) => boolean> = {
  'hue-rotate': () => true,
  grayscale: () => true,
  sepia: () => true,
  saturate: () => true,
  invert: (amount) => amount <= 0.2 || amount >= 0.8,
  brightness: (amount) => amount >= 0.6 && amount <= 1.5,
  contrast: (amount) => amount >= 0.6,
  opacity: (amount) => amount >= 0.8,
};

/** @param filter a computed value: functions with numbers, or `none` */
export function isLegible(filter: string): boolean {
  if (filter === 'none') return true;
  const functions = [...filter.matchAll(/([\w-]+)\(([^()]*)\)/g)];
  const names = functions.map(([, name]) => name);
  if (functions.length === 0 || new Set(names).size < names.length) return false;
  return functions.every(([, name = '', amount]) => LEGIBLE[name]?.(parseFloat(amount ?? '')));
}
