/**
 * Presses and keys in the card are not the page's: its layers stay open, its listeners hear nothing. The pages are data
 * (tests/pages/popover/layers.jsonl). In both browsers.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PATIENCE } from './harness.ts';
import { readLines } from './popover-pages.ts';
import { cardOf, pressControl, READERS, restOn, type ReaderAt } from './reader-at.ts';

interface Layer {
  name: string;
  html: string;
  /** Script that opens the layer. */
  open: string;
  /** Expression. */
  isOpen: string;
}

/** Notes every event of a page's own listeners on the document. */
const LISTEN = `window.heard = []; for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'keydown',
  'keypress', 'keyup', 'focusin', 'contextmenu', 'copy']) for (const capture of [true, false])
  document.addEventListener(type, (event) => window.heard.push(event.type + ' ' + (event.key ?? '')), capture); 1`;

describe.each(READERS)('in %s,', (_, launch) => {
  let reader: ReaderAt;
  beforeAll(async () => {
    reader = await launch();
  });
  afterAll(() => reader.close());

  const unfold = async (): Promise<void> => {
    await cardOf(reader);
    await pressControl(reader, 'More');
    await expect.poll(() => reader.control('Less'), PATIENCE).toBeDefined();
  };

  for (const { name, html, open, isOpen } of readLines<Layer>('layers.jsonl')) {
    test(`${name} stays open at a press in the card and at the Escape that closes it`, async () => {
      await reader.open(html);
      await reader.move(5, 5);
      await reader.ask(`${open}; 1`);
      await restOn(reader, 'David Lammy');
      await unfold();
      expect(await reader.ask(isOpen)).toBe(true);
      await reader.press('Escape');
      await expect.poll(() => reader.card(), PATIENCE).toBeUndefined();
      expect(await reader.ask(isOpen)).toBe(true);
    });
  }

  test('the page hears nothing of presses in the card, nor of the key that closes it', async () => {
    await reader.open('<p style="margin: 60px">Here is David Lammy.</p>');
    await restOn(reader, 'David Lammy');
    await cardOf(reader);
    await reader.ask(LISTEN);
    await unfold();
    await reader.press('Escape');
    await expect.poll(() => reader.card(), PATIENCE).toBeUndefined();
    expect(await reader.ask('window.heard.join()')).toBe('');
    await reader.press('Escape');
    expect(await reader.ask('window.heard.join()')).toContain('keyup Escape');
  });

  test('the page’s own field keeps its focus at a press on a button of the card', async () => {
    await reader.open('<p style="margin: 60px">Here is David Lammy.</p><input id="field">');
    await reader.ask('field.focus()');
    await restOn(reader, 'David Lammy');
    await unfold();
    expect(await reader.ask('document.activeElement.id')).toBe('field');
  });
});
