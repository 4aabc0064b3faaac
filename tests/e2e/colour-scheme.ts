/** Has a browser prefer light or dark pages while it runs. Knows no product. */
import type { Page } from 'playwright-core';
import type { Firefox } from '../../src/cli/browsers/firefox.ts';

export type Scheme = 'light' | 'dark';

/** What of Firefox's own interface is needed here. */
declare const Services: { prefs: { setIntPref(name: string, value: number): void } };

export const preferInChromium = (page: Page, colorScheme: Scheme): Promise<void> =>
  page.emulateMedia({ colorScheme });

export const preferInFirefox = (firefox: Firefox, scheme: Scheme): Promise<void> =>
  firefox.evaluateInBrowser(
    (value) => {
      Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', value);
    },
    scheme === 'dark' ? 0 : 1,
  );
