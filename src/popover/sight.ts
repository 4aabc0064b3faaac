/**
 * Whether a control of ours is visible: the page does not cover it or make it illegible. Looks at one moment; cover.ts watches
 * what happens in between.
 */
import { isOurs, type Shell } from './shell.ts';

/** Distance of the tested points from the control's edge, in px: its corners may be round. */
const INSET_PX = 3;

/** The control of ours at a point of the viewport, in CSS px. */
export function controlAt({ root }: Shell, x: number, y: number): Element | undefined {
  return controlOf(root.elementFromPoint(x, y));
}

/** The control that an element of ours belongs to. */
export function controlOf(element: Element | null): Element | undefined {
  return element?.closest('button, summary') ?? undefined;
}

export function isInSight({ host }: Shell, control: Element): boolean {
  // A view transition paints pictures of the page over everything, and a page can let presses through them.
  if (Element.prototype.matches.call(document.documentElement, ':active-view-transition'))
    return false;
  if (!isLegible(getComputedStyle(document.documentElement).filter)) return false;
  const points = pointsOf(control).filter(([x, y]) => isInWindow(x, y));
  return points.length > 0 && points.every(([x, y]) => document.elementFromPoint(x, y) === host);
}

/** Whether another element of ours covers an element. */
export function isUnderOurs({ host }: Shell, element: Element): boolean {
  return pointsOf(element).some(([x, y]) => {
    const hit = document.elementFromPoint(x, y);
    return hit !== host && isOurs(hit);
  });
}

/** The middle and the corners of a control. */
function pointsOf(control: Element): [x: number, y: number][] {
  const { left, top, right, bottom } = control.getBoundingClientRect();
  const [middle, centre] = [(left + right) / 2, (top + bottom) / 2];
  const across = [left + INSET_PX, right - INSET_PX];
  const down = [top + INSET_PX, bottom - INSET_PX];
  return [[middle, centre], ...across.flatMap((x) => down.map((y): [number, number] => [x, y]))];
}

const isInWindow = (x: number, y: number): boolean =>
  x >= 0 && y >= 0 && x < innerWidth && y < innerHeight;

/**
 * The filters on the root element that leave text legible: other hues, a negative, a little more or less light; each at most
 * once. Such a filter applies to everything below, in Firefox also to the top layer.
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
