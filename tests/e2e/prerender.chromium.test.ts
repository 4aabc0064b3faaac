/**
 * A document that Chromium makes ahead of the reader's click (speculation rules). Firefox 153 prerenders nothing. What both browsers do in
 * the life of a document is in page-life.test.ts.
 */
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { ensureBrowser } from '../../src/cli/browsers/install.ts';
import { seeMarks } from '../../src/cli/browsers/marks-probe.ts';
import { BUILDS, SAMPLES } from '../../src/cli/paths.ts';
import { serve, type Server } from '../../src/cli/serve.ts';
import { until } from '../../src/cli/until.ts';
import { recordOf } from '../../src/settings/record.ts';
import { DEFAULT_SETTINGS, SETTINGS_KEY, type Settings } from '../../src/settings/settings.ts';
import { launchBareChromium, type BareChromium, type BareTab } from './bare-chromium.ts';
import { PATIENCE } from './harness.ts';

const STORY = '<p style="margin: 90px 60px">Here is Blinken.</p>';
/** For what must not come: beyond the extension's own pauses, in ms. */
const STILLNESS_MS = 2500;

describe('a document that is prerendered', () => {
  let server: Server;
  let browser: BareChromium;
  beforeAll(async () => {
    server = await serve(SAMPLES);
    browser = await launchBareChromium(ensureBrowser('chromium'), BUILDS.chromium);
    // A document that is made ahead while the extension is being installed is not read; one that is shown is.
    server.add('/ready', { body: `<!doctype html><html lang="en">${STORY}` });
    const tab = await browser.openTab(server.url('/ready'));
    await until(async () => (await marksOf(tab))[0]);
    server.add('/favicon.ico', { body: '' });
    const rules = '{"prerender":[{"source":"list","urls":["/next"],"eagerness":"immediate"}]}';
    server.add('/first', {
      body: `<!doctype html><title>First</title><a href="/next" style="position: fixed; inset: 0">
        On to Lammy</a><script type="speculationrules">${rules}</script>`,
    });
    server.add('/next', {
      body: `<!doctype html><html lang="en"><title>Next</title>${STORY}<p>And Zelenskyy.</p>`,
    });
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  const pause = () => new Promise((resolve) => setTimeout(resolve, STILLNESS_MS));
  const marksOf = async (tab: BareTab) => (await tab.look(seeMarks)).map((mark) => mark.surface);
  const badge = () =>
    browser.inBackground(
      `chrome.tabs.query({ active: true, lastFocusedWindow: true })
        .then(([{ id }]) => chrome.action.getBadgeText({ tabId: id }))`,
    );
  const write = async (settings: Partial<Settings>): Promise<void> => {
    const record = { [SETTINGS_KEY]: recordOf({ ...DEFAULT_SETTINGS, ...settings }) };
    await browser.inBackground(`chrome.storage.local.set(${JSON.stringify(record)})`);
  };
  /** A tab with a document that is made ahead, for long enough to be read ahead too. */
  const openFirst = async (): Promise<BareTab> => {
    const tab = await browser.openTab(server.url('/first'));
    await expect.poll(() => tab.prerenders.at(-1), PATIENCE).toBe('Ready');
    await expect.poll(() => marksOf(tab), PATIENCE).toEqual(['Lammy']);
    await pause();
    expect(tab.ours().ahead, 'nothing more comes into what nobody has opened').toEqual(['gate.js']);
    return tab;
  };
  const goOn = async (tab: BareTab): Promise<void> => {
    await tab.click(200, 200);
    await expect.poll(() => tab.look(() => document.title), PATIENCE).toBe('Next');
    const activationStart = await tab.look(
      () =>
        (performance.getEntriesByType('navigation')[0] as unknown as { activationStart: number })
          .activationStart,
    );
    expect(activationStart, 'it was prerendered').toBeGreaterThan(0);
  };

  test('has its marks once when it is shown, opens its card, and complains of nothing', async () => {
    const tab = await openFirst();
    await goOn(tab);
    await expect.poll(() => marksOf(tab), PATIENCE).toEqual(['Blinken', 'Zelenskyy']);
    expect(tab.ours().shown).toEqual(['gate.js', 'reader.js']);
    await pause();
    expect(await marksOf(tab)).toEqual(['Blinken', 'Zelenskyy']);
    const [mark] = await tab.look(seeMarks);
    await tab.move(mark?.x ?? 0, mark?.y ?? 0);
    await expect.poll(() => tab.dialogs(), PATIENCE).toEqual(['Antony Blinken']);
    expect(tab.errors).toEqual([]);
  });

  test('is shown without a mark where its site was switched off meanwhile, and with all after', async () => {
    onTestFinished(() => write({}));
    const tab = await openFirst();
    await write({ sitesOff: ['127.0.0.1'] });
    await goOn(tab);
    await expect.poll(() => tab.look(() => CSS.highlights.size), PATIENCE).toBe(0);
    await pause();
    expect(await tab.look(() => CSS.highlights.size)).toBe(0);
    await write({});
    await expect.poll(() => marksOf(tab), PATIENCE).toEqual(['Blinken', 'Zelenskyy']);
    expect(tab.errors).toEqual([]);
  });

  test('leaves the toolbar button to the page that is shown', async () => {
    await openFirst();
    await expect.poll(badge, PATIENCE).toBe('1');
  });

  test('has its own number on the toolbar button when it is shown', async () => {
    await goOn(await openFirst());
    await expect.poll(badge, PATIENCE).toBe('2');
  });
});
