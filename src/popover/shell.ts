/**
 * An element of our own in somebody else's page: bare, in the top layer, with a closed shadow root that the page's styles
 * do not reach, and a stage inside that fills the window in the window's own px. What is drawn on it is for others.
 */
import { putInto, topLayerHome } from './top-layer.ts';

export interface Look {
  /** Text of the stylesheet: sizes in `rem`, and no custom property (src/cli/page-styles.ts). */
  css: string;
  /** Language of what is said. */
  lang: string;
}

type Name = 'div' | 'section' | 'p' | 'span' | 'button';

export interface Shell {
  host: HTMLElement;
  root: ShadowRoot;
  /** As large as the window whatever the page's zoom; its children are placed in px of the viewport. */
  stage: HTMLElement;
  make: (name: Name) => HTMLElement;
  /**
   * Shows the element on top of everything, if it is not shown yet.
   * @param textSize in percent
   * @throws DOMException where the page cannot show popovers
   */
  open(textSize?: number): void;
  /** Goes on top again where something else was shown later, and keeps the focus. */
  raise(): void;
  /** Follows the page's zoom. */
  fit(): void;
  close(): void;
  /** False after the page took the element away or closed it. */
  isOpen(): boolean;
  /** What `rem` stands for now, in px. */
  rem(): number;
}

const OURS = new WeakSet<EventTarget>();

/** Whether an event's target is an element of ours, as it looks from the page. */
export const isOurs = (target: EventTarget | null): boolean => target !== null && OURS.has(target);

/** What `rem` stands for at a text size of 100 percent, in px: a page's own must not change it. */
const TEXT_PX = 16;

export function createShell({ css }: Pick<Look, 'css'>): Shell {
  const host = make('div');
  OURS.add(host);
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  root.adoptedStyleSheets = [sheet];
  const stage = make('div');
  stage.className = 'stage';
  root.append(stage);
  /** Owned by `setTextSize`; 0 before the first. */
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
      // Here, since a page may take it away.
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

/** XHTML and SVG documents make elements of other kinds by `createElement`. */
function make(name: Name): HTMLElement {
  return document.createElementNS('http://www.w3.org/1999/xhtml', name);
}

/** A stylesheet with every length in `rem` as px, since `rem` is the page's. */
function inPixels(css: string, px: number): string {
  return css.replaceAll(/(\d*\.?\d+)rem\b/g, (_, size: string) => `${Number(size) * px}px`);
}

/** How a language is written. */
export function directionOf(lang: string): 'ltr' | 'rtl' {
  return /^(?:ar|dv|fa|he|ps|ur|yi)\b/.test(lang) ? 'rtl' : 'ltr';
}
