/** How a Firefox shows its tab: size, colours, text. For pictures and for judging layouts; knows no product. */
import type { Firefox } from './firefox.ts';

export interface View {
  /** Of the viewport, in CSS px; the window may be smaller. */
  width: number;
  height: number;
  scheme: 'light' | 'dark';
  /** Whether a theme of high contrast is forced on pages. */
  isForced: boolean;
}

/** For `launchFirefox`: no animation, and scroll bars that take no room, as Chromium's driver has them. */
export const VIEW_PREFERENCES = {
  'layout.css.devPixelsPerPx': '1.0',
  'ui.prefersReducedMotion': 1,
  'ui.useOverlayScrollbars': 1,
};

/** What of Firefox's own interface is needed here. */
interface Tab {
  style: CSSStyleDeclaration;
  browsingContext: { forcedColorsOverride: string; prefersColorSchemeOverride: string };
}
declare const gBrowser: { selectedBrowser: Tab };
declare const Services: {
  prefs: { getChildList(branch: string): string[]; setIntPref(name: string, value: number): void };
};

/** Shows the tab in this way, and resolves when the page knows. */
export async function setView(firefox: Firefox, view: View): Promise<void> {
  await firefox.evaluateInBrowser(({ width, height, scheme, isForced }) => {
    const { style, browsingContext } = gBrowser.selectedBrowser;
    for (const [name, value] of Object.entries({ width, height })) {
      for (const least of ['', 'min-', 'max-']) style.setProperty(`${least}${name}`, `${value}px`);
    }
    browsingContext.prefersColorSchemeOverride = scheme;
    browsingContext.forcedColorsOverride = isForced ? 'active' : 'none';
  }, view);
  await firefox.evaluate(async ({ width, height, scheme, isForced }) => {
    const isThere = (): boolean =>
      innerWidth === width &&
      innerHeight === height &&
      matchMedia(`(prefers-color-scheme: ${scheme})`).matches &&
      matchMedia('(forced-colors: active)').matches === isForced;
    while (!isThere()) await new Promise(requestAnimationFrame);
  }, view);
}

/** The reader's font size, as the settings of Firefox have it, in px. It holds for documents that are loaded later. */
export const setFontSize = (firefox: Firefox, size: number): Promise<void> =>
  firefox.evaluateInBrowser((px) => {
    for (const name of Services.prefs.getChildList('font.size.variable.'))
      Services.prefs.setIntPref(name, px);
    for (const name of Services.prefs.getChildList('font.size.monospace.'))
      Services.prefs.setIntPref(name, Math.round((px * 13) / 16));
  }, size);
