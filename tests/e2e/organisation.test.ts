/** The policy of an organisation, as the real browsers hand it over: what is locked holds in pages, and says who has set it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inventFile } from '../made-up/strangers.ts';
import { setPolicy } from '../../src/cli/browsers/chromium-policy.ts';
import { seeNotices } from '../../src/cli/browsers/card-probe.ts';
import { seeMarks } from '../../src/cli/browsers/marks-probe.ts';
import {
  expectMarks,
  findMark,
  openChromium,
  openFirefox,
  storedInFirefox,
  PATIENCE,
  type ChromiumScene,
  type FirefoxScene,
} from './harness.ts';
import {
  cardOf,
  pressControl,
  readerAtChromium,
  readerAtFirefox,
  restOn,
  type ReaderAt,
} from './reader-at.ts';

/** The tests' own server is a site of the policy. */
const SITE = '127.0.0.1';
const POLICY = {
  organisation: 'The Example Times',
  locked: { theme: 'dark', on: true, openKey: 'meta' },
  defaults: { textSize: 130 },
  sitesOff: [SITE],
};
const DATASET = JSON.stringify(inventFile({ id: 'one', surnames: ['Kordan'] }));
const SET_BY = 'Set by The Example Times.';
const WRONG =
  '“locked.openKey” is "meta". It must be one of these: "none", "alt", "ctrl", "shift".';

/** The card at a mention, with its switches in sight. */
async function seeSwitches(reader: ReaderAt, surface: string): Promise<string> {
  await restOn(reader, surface);
  await pressControl(reader, 'More');
  await pressControl(reader, 'Switch off');
  await expect.poll(async () => (await cardOf(reader)).text, PATIENCE).toContain('Everything on');
  return (await cardOf(reader)).text;
}

/** What the options page says of the theme, of a rule and of the policy. Runs in the page. */
const seeOptions = () => {
  const themes = [...document.querySelectorAll<HTMLInputElement>('#theme input')];
  const describedBy = themes[0]?.getAttribute('aria-describedby') ?? '';
  const apart = document.querySelector('.set-by-rules');
  return {
    theme: themes.find(({ checked }) => checked)?.value,
    isReachable: themes.every(({ disabled }) => !disabled),
    setBy: document.getElementById(describedBy)?.textContent,
    rules: [...(apart?.querySelectorAll('li') ?? [])].map(({ textContent }) => textContent),
    buttons: apart?.querySelectorAll('button').length,
    problems: [...document.querySelectorAll('[data-policy] li')].map((line) => line.textContent),
  };
};

describe('in Chromium', () => {
  let scene: ChromiumScene;
  beforeAll(async () => {
    scene = await openChromium();
  });
  afterAll(() => scene.close());

  const optionsOf = (page: string) =>
    scene.open(`chrome-extension://${scene.extensionId}/options.html#${page}`);

  test('a policy that comes late holds in open pages, and gives everything back when it goes', async () => {
    const news = await scene.page('<p>Antony Blinken was there.</p>');
    await expectMarks(news, ['Antony Blinken']);
    await setPolicy(scene.context, scene.extensionId, POLICY);
    await expectMarks(news, []);
    await setPolicy(scene.context, scene.extensionId, {});
    await expectMarks(news, ['Antony Blinken']);
  });

  test('the options show what is locked, and neither pointer nor keys change it', async () => {
    await setPolicy(scene.context, scene.extensionId, POLICY);
    const page = await optionsOf('theme');
    const look = () => page.evaluate(seeOptions);
    await expect.poll(look, PATIENCE).toMatchObject({
      ...{ theme: 'dark', isReachable: true, setBy: SET_BY },
    });
    // The driver itself would wait for a control that is not locked.
    await page.locator('#theme input[value=light]').click({ force: true });
    expect(await look()).toMatchObject({ theme: 'dark' });
    await page.locator('#theme input[value=dark]').focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Space');
    expect(await look()).toMatchObject({ theme: 'dark' });
    await expect.poll(() => page.locator('#text-size input:checked').inputValue()).toBe('130');
    await page.goto(page.url().replace('#theme', '#sites'));
    await expect.poll(look, PATIENCE).toMatchObject({ rules: [SITE], buttons: 0 });
    await page.goto(page.url().replace('#sites', '#data'));
    await expect.poll(look, PATIENCE).toMatchObject({ problems: [WRONG] });
    await page.close();
  });

  test('the popup says who has switched the site off, and its switch does nothing', async () => {
    await setPolicy(scene.context, scene.extensionId, POLICY);
    const news = await scene.page('<p>Antony Blinken was there.</p>');
    const popup = await scene.openToolbarPopup(news);
    const text = () => popup.evaluate<string>('document.querySelector(".popup-foot").innerText');
    await expect.poll(text, PATIENCE).toContain(SET_BY);
    await popup.evaluate('document.querySelector("[role=switch]").click()');
    expect(await popup.evaluate('document.querySelector("[role=switch]").ariaChecked')).toBe(
      'false',
    );
    await expectMarks(news, []);
  });

  test('a card says who has set it in the place of a switch, and a key that is refused says it, too', async () => {
    const locked = { on: true, sitesOff: [] };
    await setPolicy(scene.context, scene.extensionId, { ...POLICY, locked, sitesOff: [] });
    const news = await scene.page('<p>Antony Blinken was there.</p>');
    await expectMarks(news, ['Antony Blinken']);
    await news.bringToFront();
    const reader = readerAtChromium(scene, news);
    const text = await seeSwitches(reader, 'Antony Blinken');
    expect(text).toContain(`Everything on ${SITE} ${SET_BY} Everything on all sites ${SET_BY}`);
    expect(await reader.control('Everything on all sites')).toBeUndefined();
    expect(await reader.control('Antony Blinken everywhere')).toBeDefined();
    const [worker] = scene.context.serviceWorkers();
    await worker?.evaluate('chrome.commands.onCommand.dispatch("switch-site")');
    await expect
      .poll(async () => (await seeNotices(news)).offer, PATIENCE)
      .toBe(`Nothing was changed. ${SET_BY}`);
    await expectMarks(news, ['Antony Blinken']);
  });

  test('a dataset of the policy is found in pages, and goes with it', async () => {
    await setPolicy(scene.context, scene.extensionId, { datasets: [DATASET, '{}'] });
    const news = await scene.page('<p>Anna Kordan was there.</p>');
    await expectMarks(news, ['Anna Kordan']);
    const page = await optionsOf('data');
    const told = () => page.evaluate(seeOptions).then(({ problems }) => problems.join());
    await expect.poll(told, PATIENCE).toContain('“datasets[1]” is not a dataset');
    await page.close();
    await setPolicy(scene.context, scene.extensionId, {});
    await expectMarks(news, []);
  });

  test('a million entities are refused and told, and pages are read as before', async () => {
    const entities = '{"id":"one-of-many"},'.repeat(1_000_000);
    await setPolicy(scene.context, scene.extensionId, { datasets: [entities] });
    const page = await optionsOf('data');
    const told = () => page.evaluate(seeOptions).then(({ problems }) => problems.join());
    await expect.poll(told, PATIENCE).toContain('“datasets[0]” has too much text');
    const news = await scene.page('<p>Antony Blinken was there.</p>');
    await findMark(news, 'Antony Blinken');
    await page.close();
  });
});

describe('in Firefox', () => {
  let firefox: FirefoxScene;
  beforeAll(async () => {
    firefox = await openFirefox({ policy: { ...POLICY, datasets: [DATASET] } });
  });
  afterAll(() => firefox.close());

  const look = () => firefox.evaluate(seeOptions);

  test('a policy from the start holds in pages', async () => {
    const page = 'news-2026.html';
    // The other name of this machine is another site.
    await firefox.goto(firefox.server.url(page, 'localhost'));
    const marks = async () => (await firefox.evaluate(seeMarks)).length;
    await expect.poll(marks, PATIENCE).toBeGreaterThan(0);
    await firefox.goto(firefox.server.url(page));
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(await marks()).toBe(0);
  });

  test('a card says who has set it in the place of a switch', async () => {
    const reader = readerAtFirefox(firefox);
    await reader.goto(firefox.server.url('news-2026.html', 'localhost'));
    const text = await seeSwitches(reader, 'Antony Blinken');
    expect(text).toContain(`Everything on all sites ${SET_BY}`);
    expect(await reader.control('Everything on all sites')).toBeUndefined();
    expect(await reader.control('Everything on localhost')).toBeDefined();
  });

  test('a dataset of the policy is there', async () => {
    await firefox.goto(firefox.extensionUrl('options.html'));
    await expect.poll(() => storedInFirefox(firefox), PATIENCE).toContain('"isByPolicy":true');
  });

  test('the options show what is locked, and what is wrong', async () => {
    await firefox.goto(firefox.extensionUrl('options.html#theme'));
    await expect.poll(look, PATIENCE).toMatchObject({
      ...{ theme: 'dark', isReachable: true, setBy: SET_BY },
    });
    await firefox.evaluate(() => {
      document.querySelector<HTMLElement>('#theme input[value=light]')?.click();
    });
    expect(await look()).toMatchObject({ theme: 'dark' });
    await firefox.goto(firefox.extensionUrl('options.html#data'));
    await expect.poll(look, PATIENCE).toMatchObject({ problems: [WRONG] });
  });
});
