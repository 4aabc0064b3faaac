/**
 * Our element in a page: in the top layer, with a closed shadow root that the page's styles do not reach, and a stage inside
 * that fills the window in px of the window. Does not know what is drawn on it.
 */
import { STAGE_ID } from './leftovers.ts';
import { putInto, topLayerHome } from './top-layer.ts';

export interface Appearance {
  /** Text of the stylesheet, with sizes in `rem` and without custom properties (src/cli/page-styles.ts). */
  css: string;
  /** Language of the text, as a BCP 47 tag, and the side that it is read from. */
  lang: string;
  dir: 'ltr' | 'rtl';
}

type Name = 'div' | 'section' | 'p' | 'span' | 'button';

export interface Shell {
  host: HTMLElement;
  root: ShadowRoot;
  /** As large as the window at any zoom of the page; its children are placed in px of the viewport. */
  stage: HTMLElement;
  make: (name: Name) => HTMLElement;
  /**
   * Shows the element on top of everything, if it is not shown yet.
   * @param textSize in percent
   * @throws DOMException if the page cannot show popovers
   */
  open(textSize?: number): void;
  /** Raises the element above what was shown later, and keeps the focus. */
  raise(): void;
  /** Follows the page's zoom. */
  fit(): void;
  close(): void;
  /** False after the page removed or closed the element. */
  isOpen(): boolean;
  /** The size of a `rem` now, in px. */
  rem(): number;
}

const OURS = new WeakSet<EventTarget>();

/** Whether an event's target, as the page sees it, is an element of ours. */
export const isOurs = (target: EventTarget | null): boolean => target !== null && OURS.has(target);

/** The size of a `rem` at a text size of 100 percent, in px. The page's `rem` does not change it. */
const TEXT_PX = 16;

export function createShell({ css }: Pick<Appearance, 'css'>): Shell {
  const host = make('div');
  OURS.add(host);
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  root.adoptedStyleSheets = [sheet];
  const stage = make('div');
  stage.className = 'stage';
  stage.id = STAGE_ID;
  root.append(stage);
  /** Owned by `setTextSize`; 0 before its first call. */
  let rem = 0;
  const setTextSize = (percent: number): void => {
    const px = (TEXT_PX * percent) / 100;
    if (px === rem) return;
    rem = px;
    sheet.replaceSync(inPixels(css, px));
  };
  const isOpen = (): boolean => host.matches(':popover-open');
  const fit = (): void => {
    const zoom = String(1 / host.currentCSSZoom);
    if (stage.style.zoom !== zoom) stage.style.zoom = zoom;
  };
  return {
    ...{ host, root, stage, make, isOpen, fit },
    open(textSize = 100) {
      setTextSize(textSize);
      const home = topLayerHome();
      if (host.parentNode !== home) putInto(home, host);
      // Each time, because a page may remove it.
      if (host.popover !== 'manual') host.popover = 'manual';
      if (!isOpen()) host.showPopover();
      fit();
    },
    raise() {
      if (!isOpen()) return;
      const focused = root.activeElement;
      host.hidePopover();
      host.showPopover();
      if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
    },
    close() {
      if (isOpen()) host.hidePopover();
    },
    rem: () => rem,
  };
}

/** In XHTML and SVG documents, `createElement` makes elements of another kind. */
function make(name: Name): HTMLElement {
  return document.createElementNS('http://www.w3.org/1999/xhtml', name);
}

/** A stylesheet with px in place of `rem`, because `rem` depends on the page. */
function inPixels(css: string, px: number): string {
  return css.replaceAll(/(\d*\.?\d+)rem\b/g, (_, size: string) => `${Number(size) * px}px`);
}
