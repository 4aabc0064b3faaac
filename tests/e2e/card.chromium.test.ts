/** What the reader does in a card: goes on to related entities and back, takes a fact along as a citation. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  expectNoCard,
  findMark,
  openCard,
  openChromium,
  PATIENCE,
  type ChromiumScene,
} from './harness.ts';

const STORY = '<p style="margin-top: 60px">President Zelenskyy spoke of Blinken.</p>';

let scene: ChromiumScene;
beforeAll(async () => {
  scene = await openChromium();
});
afterAll(() => scene.close());

/** Clicks something in the closed shadow root, found as assistive technology finds it. */
async function press(page: Page, role: string, name: RegExp): Promise<void> {
  const session = await page.context().newCDPSession(page);
  let backendNodeId: number | undefined;
  await expect
    .poll(async () => {
      const { nodes } = await session.send('Accessibility.getFullAXTree');
      const node = nodes.find(
        (each) => each.role?.value === role && name.test(String(each.name?.value ?? '')),
      );
      return (backendNodeId = node?.backendDOMNodeId);
    }, PATIENCE)
    .toBeDefined();
  if (backendNodeId === undefined) throw new Error(`No ${role} named ${String(name)}.`);
  await session.send('DOM.scrollIntoViewIfNeeded', { backendNodeId });
  // What has just come or changed cannot be pressed yet.
  await page.waitForTimeout(700);
  const { model } = await session.send('DOM.getBoxModel', { backendNodeId });
  await session.detach();
  const [left = 0, top = 0, right = 0, , , bottom = 0] = model.border;
  await page.mouse.click((left + right) / 2, (top + bottom) / 2);
}

/** Name of the control that has the focus, as assistive technology hears it. */
async function focusedIn(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const focused = nodes.filter(({ properties = [] }) =>
    properties.some(({ name, value }) => name === 'focused' && value.value === true),
  );
  return String(focused.at(-1)?.name?.value);
}

async function openZelenskyy(page: Page): Promise<void> {
  const mark = await findMark(page, 'Zelenskyy');
  await page.mouse.click(mark.x, mark.y);
  expect((await openCard(page)).name).toBe('Volodymyr Zelenskyy');
}

test('a link turns the card, and Back turns it again and finds the link', async () => {
  const page = await scene.page(STORY);
  await openZelenskyy(page);
  await press(page, 'button', /^More$/);
  await press(page, 'DisclosureTriangle', /^Connected$/);
  await press(page, 'button', /^Antony Blinken$/);
  await expect.poll(async () => (await openCard(page)).name, PATIENCE).toBe('Antony Blinken');
  expect(await focusedIn(page)).toMatch(/^Back to Volodymyr Zelenskyy/);
  // The focus has just come there.
  await page.waitForTimeout(700);
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await openCard(page)).name, PATIENCE).toBe('Volodymyr Zelenskyy');
  expect(await focusedIn(page), 'the link that was used').toBe('Antony Blinken');
  await page.keyboard.press('Escape');
  await expectNoCard(page);
});

test.each(['https', 'http'])('a fact is copied as a citation on a page of %s', async (scheme) => {
  // Without a certificate or a server; on http there is no clipboard API.
  const address = `${scheme}://plain.example/`;
  await scene.context.route(`${address}**`, (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html><title>x</title>${STORY}` }),
  );
  const page = await scene.open(address);
  expect(await page.evaluate(() => isSecureContext)).toBe(scheme === 'https');
  await openZelenskyy(page);
  await press(page, 'button', /^More$/);
  await press(page, 'DisclosureTriangle', /^Copy this fact/);
  await press(page, 'button', /^Plain text|^Text/);
  await expect.poll(async () => (await openCard(page)).text, PATIENCE).toContain('Copied.');
});
