/** What the reader does in a card: goes on to related entities and back, takes a fact along as a citation. In both browsers. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PATIENCE } from './harness.ts';
import { cardOf, pressControl, READERS, type ReaderAt } from './reader-at.ts';

const STORY = '<p style="margin-top: 60px">President Zelenskyy spoke of Blinken.</p>';
/** A focus that has just come somewhere does not press there yet; this is well beyond, in ms. */
const SETTLED_MS = 700;

describe.each(READERS)('in %s,', (_, launch) => {
  let reader: ReaderAt;
  beforeAll(async () => {
    reader = await launch();
  });
  afterAll(() => reader.close());

  const nameOnCard = async (): Promise<string> => (await cardOf(reader)).name;
  const openZelenskyy = async (): Promise<void> => {
    const { x, y } = await reader.mark('Zelenskyy');
    await reader.click(x, y);
    expect(await nameOnCard()).toBe('Volodymyr Zelenskyy');
    await pressControl(reader, 'More');
  };

  test('a link turns the card, and Back turns it again and finds the link', async () => {
    await reader.open(STORY);
    await openZelenskyy();
    await pressControl(reader, 'Connected');
    await pressControl(reader, 'Antony Blinken');
    await expect.poll(nameOnCard, PATIENCE).toBe('Antony Blinken');
    await expect.poll(() => reader.focused(), PATIENCE).toMatch(/^Back to Volodymyr Zelenskyy/);
    await reader.wait(SETTLED_MS);
    await reader.press('Enter');
    await expect.poll(nameOnCard, PATIENCE).toBe('Volodymyr Zelenskyy');
    await expect.poll(() => reader.focused(), PATIENCE).toBe('Antony Blinken');
    await reader.press('Escape');
    await expect.poll(() => reader.card(), PATIENCE).toBeUndefined();
  });

  test.each([
    ['that is secure', (body: string) => reader.open(body), true],
    // Without the clipboard API.
    ['that is not', (body: string) => reader.openInsecure(body), false],
  ])('a fact is copied as a citation on a page %s', async (_page, open, isSecure) => {
    await open(STORY);
    expect(await reader.ask('isSecureContext')).toBe(isSecure);
    await openZelenskyy();
    await pressControl(reader, 'Copy this fact or report an error in it');
    await pressControl(reader, 'Plain text');
    await expect.poll(async () => (await cardOf(reader)).text, PATIENCE).toContain('Copied.');
  });
});
