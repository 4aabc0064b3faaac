/**
 * The extension asks the network for nothing: what a browser with it asks for is held against what a browser without
 * it asks for. A copy that does ask goes the same way, and must be caught.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seeCardInFirefox } from '../../src/cli/browsers/card-probe.ts';
import { launchChromium, type Chromium } from '../../src/cli/browsers/chromium.ts';
import { launchFirefox, type Firefox } from '../../src/cli/browsers/firefox.ts';
import { ensureBrowser } from '../../src/cli/browsers/install.ts';
import { seeMarks } from '../../src/cli/browsers/marks-probe.ts';
import { BUILDS, SAMPLES } from '../../src/cli/paths.ts';
import { serve, type Server } from '../../src/cli/serve.ts';
import { emptyExtension } from '../bench/pages/empty-extension.ts';
import { openCard, PATIENCE, restOn } from './harness.ts';
import { PLANTED, plantRequests } from './planted.ts';
import {
  firefoxPreferencesFor,
  startRecordingProxy,
  type RecordedRequest,
} from './recording-proxy.ts';

/** How long a browser is left alone at the end, for what it asks for late, in ms. */
const AFTERMATH_MS = 3000;
const aftermath = () => new Promise((resolve) => setTimeout(resolve, AFTERMATH_MS));

let server: Server;
beforeAll(async () => {
  server = await serve(SAMPLES);
});
afterAll(() => server.close());
const home = () => new URL(server.url('')).host;
const sample = () => server.url('news-2024.html');

/** Requests to the server of the sample page, each as often as it was made. */
function requestsAtHome(requests: RecordedRequest[]): string[] {
  return requests
    .filter(({ host }) => host === home())
    .map(({ method, url }) => `${method} ${url.slice(`http://${home()}`.length)}`);
}

/**
 * All other requests, each once. The browsers' own bring numbers of their own in the query, and come more or less
 * often; an encrypted one is known by its host alone.
 */
function requestsAbroad(requests: RecordedRequest[]): Set<string> {
  const abroad = requests.filter(({ host }) => host !== home());
  return new Set(abroad.map(({ method, url }) => `${method} ${url.split('?')[0] ?? ''}`));
}

/**
 * What browsers ask for by timers of their own, and so perhaps in a slow run and not in the baseline. Whole names: any
 * other host is reported. What an extension asked of these hosts, encrypted, would pass for the browser's own.
 */
const BY_TIMER = new Set([
  // Chromium: who is signed in, and new versions of its components (again without encryption where that fails).
  'CONNECT accounts.google.com:443',
  'CONNECT update.googleapis.com:443',
  'POST http://update.googleapis.com/service/update2/json',
  // Firefox: its remote settings and new versions of itself; of its video module, at Google's host above.
  'CONNECT firefox.settings.services.mozilla.com:443',
  'CONNECT aus5.mozilla.org:443',
]);

/** What was asked for beyond the baseline, in the order of the alphabet. */
function beyond(baseline: RecordedRequest[], requests: RecordedRequest[]): string[] {
  const excess = requestsAtHome(requests);
  for (const request of requestsAtHome(baseline)) {
    const at = excess.indexOf(request);
    if (at >= 0) excess.splice(at, 1);
  }
  const known = new Set([...BY_TIMER, ...requestsAbroad(baseline)]);
  const strangers = [...requestsAbroad(requests)].filter((request) => !known.has(request));
  return [...strangers, ...excess].sort();
}

/** Runs something in a browser behind the proxy. @returns all that was asked for, from its start to its end */
async function record(run: (proxy: string) => Promise<void>): Promise<RecordedRequest[]> {
  const proxy = await startRecordingProxy(home());
  try {
    await run(proxy.address);
  } finally {
    await proxy.close();
  }
  return [...proxy.requests];
}

/** @param baseline what the browser asks for by itself */
function testSilence(
  build: string,
  visit: (extension: string) => Promise<RecordedRequest[]>,
  baseline: () => RecordedRequest[],
): void {
  test('asks for nothing more with the extension than without it', async () => {
    const requests = await visit(build);
    expect(requestsAtHome(requests)).toContain('GET /news-2024.html');
    expect(beyond(baseline(), requests)).toEqual([]);
  });

  test('is caught asking by the extension, in every part of it', async () => {
    const planted = plantRequests(build);
    try {
      // A gate that is put into an open page may come a second time; then it only looks for the first.
      const parts = new Set(beyond(baseline(), await visit(planted.path)));
      expect([...parts]).toEqual(PLANTED);
    } finally {
      planted.remove();
    }
  });
}

describe('Chromium', () => {
  const recordChromium = (
    extension: string,
    use: (chromium: Chromium) => Promise<void>,
  ): Promise<RecordedRequest[]> =>
    record(async (proxy) => {
      const options = { extension, headless: true, proxy };
      const chromium = await launchChromium(ensureBrowser('chromium'), options);
      try {
        await use(chromium);
        await aftermath();
      } finally {
        await chromium.close();
      }
    });

  /** A reader's whole visit: highlights, a card, a search in the toolbar popup, the options. */
  const useOurs = async (chromium: Chromium): Promise<void> => {
    const page = await chromium.open(sample());
    await restOn(page, 'Antony Blinken');
    expect((await openCard(page)).name).toBe('Antony Blinken');
    const popup = await chromium.openToolbarPopup(page);
    const found = (): Promise<string> =>
      popup.evaluate(`document.querySelector('[role=option]')?.innerText ?? ''`);
    await expect.poll(found, PATIENCE).toContain('Antony Blinken');
    await popup.type('storm shadow');
    await expect.poll(found, PATIENCE).toContain('Storm Shadow');
    const options = await chromium.context.newPage();
    await options.goto(`chrome-extension://${chromium.extensionId}/options.html`);
    await options.getByRole('checkbox').first().waitFor();
  };

  /** The same as far as there is anything to do without the extension. */
  const useEmpty = async (chromium: Chromium): Promise<void> => {
    const page = await chromium.open(sample());
    await page.mouse.move(200, 200, { steps: 10 });
    // The page's icon is asked for after the page; whoever leaves too early does not see it.
    await aftermath();
    const popup = await chromium.openToolbarPopup(page);
    await popup.type('storm shadow');
    const other = await chromium.context.newPage();
    await other.goto(`chrome-extension://${chromium.extensionId}/popup.html`);
  };

  let baseline: RecordedRequest[];
  beforeAll(async () => {
    const empty = emptyExtension();
    try {
      baseline = await recordChromium(empty.path, useEmpty);
    } finally {
      empty.remove();
    }
  });

  testSilence(
    BUILDS.chromium,
    (path) => recordChromium(path, useOurs),
    () => baseline,
  );
});

describe('Firefox', () => {
  const recordFirefox = (
    extension: string | undefined,
    use: (firefox: Firefox) => Promise<void>,
  ): Promise<RecordedRequest[]> =>
    record(async (proxy) => {
      const firefox = await launchFirefox(ensureBrowser('firefox'), {
        ...(extension === undefined ? {} : { extension }),
        headless: true,
        preferences: firefoxPreferencesFor(proxy),
      });
      try {
        await use(firefox);
        await aftermath();
      } finally {
        await firefox.close();
      }
    });

  /** A reader's whole visit; the toolbar popup is a page in a tab. */
  const useOurs = async (firefox: Firefox): Promise<void> => {
    await firefox.goto(sample());
    const markOf = async (surface: string) =>
      (await firefox.evaluate(seeMarks)).find((mark) => mark.surface === surface);
    await expect.poll(() => markOf('Antony Blinken'), PATIENCE).toBeDefined();
    const { x = 0, y = 0 } = (await markOf('Antony Blinken')) ?? {};
    await firefox.movePointer(x - 3, y);
    await firefox.movePointer(x, y);
    await expect
      .poll(async () => (await seeCardInFirefox(firefox))?.name, PATIENCE)
      .toBe('Antony Blinken');
    const textOf = (selector: string): Promise<string> =>
      firefox.evaluate(
        (wanted) => document.querySelector<HTMLElement>(wanted)?.innerText ?? '',
        selector,
      );
    await firefox.goto(firefox.extensionUrl('popup.html'));
    await expect.poll(() => textOf('[role=option]'), PATIENCE).toContain('Antony Blinken');
    await firefox.press('storm shadow');
    await expect.poll(() => textOf('[role=option]'), PATIENCE).toContain('Storm Shadow');
    await firefox.goto(firefox.extensionUrl('options.html'));
    await expect.poll(() => textOf('input[type=checkbox]:checked + *'), PATIENCE).not.toBe('');
  };

  /** The same as far as there is anything to do without the extension. */
  const useNone = async (firefox: Firefox): Promise<void> => {
    await firefox.goto(sample());
    await firefox.movePointer(200, 197);
    await firefox.movePointer(200, 200);
    // The page's icon is asked for after the page; whoever leaves too early does not see it.
    await aftermath();
    await firefox.goto('about:blank');
    await firefox.press('storm shadow');
  };

  let baseline: RecordedRequest[];
  beforeAll(async () => {
    baseline = await recordFirefox(undefined, useNone);
  });

  testSilence(
    BUILDS.firefox,
    (path) => recordFirefox(path, useOurs),
    () => baseline,
  );
});
