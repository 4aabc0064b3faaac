/** What is around a page in Firefox: the size of its window, and hosts that are nowhere else. Knows no scenario. */
import type { Firefox } from '../../src/cli/browsers/firefox.ts';

/** What of the browser's own interface is needed here. */
declare const Services: { prefs: { setCharPref(name: string, value: string): void } };
declare const gBrowser: { selectedBrowser: HTMLElement };

/** Gives the window of the page this size, in CSS px. */
export const resizeInFirefox = (firefox: Firefox, width: number, height: number): Promise<void> =>
  firefox.evaluateInBrowser(
    (...size) => {
      const { style } = gBrowser.selectedBrowser;
      style.minWidth = style.maxWidth = `${size[0]}px`;
      style.minHeight = style.maxHeight = `${size[1]}px`;
    },
    width,
    height,
  );

/** Has the browser find a host on this machine, and take it for another one. */
export const findHereInFirefox = (firefox: Firefox, host: string): Promise<void> =>
  firefox.evaluateInBrowser((name) => {
    Services.prefs.setCharPref('network.dns.localDomains', name);
  }, host);
