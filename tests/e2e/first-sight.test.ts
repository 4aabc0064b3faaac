/**
 * What a card shows before the reader asks for more: who, as of when, a summary and two whole facts, in a small box with few words
 * and few controls. And the tip of the first card ever. In both browsers.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PATIENCE } from './harness.ts';
import { cardOf, READERS, restOn, type ReaderAt } from './reader-at.ts';

/** One story for each main entity, and the words that stand for it there. */
const STORIES: readonly [entity: string, surface: string, story: string][] = [
  [
    'Antony Blinken',
    'Antony Blinken',
    'Asked whether Ukraine might soon be allowed to bomb airfields across the border, Antony Blinken avoided saying no.',
  ],
  [
    'David Lammy',
    'David Lammy',
    'Iran’s envoy was summoned to the Foreign Office as David Lammy condemned the missile transfer.',
  ],
  [
    'Volodymyr Zelenskyy',
    'Volodymyr Zelenskyy',
    'Jets based deep inside Russia drop bombs each night, and Volodymyr Zelenskyy says Ukraine must be free to strike them.',
  ],
  [
    'Storm Shadow',
    'Storm Shadow',
    'Five former ministers have urged Starmer to let Ukraine fire Storm Shadow missiles into Russia.',
  ],
  [
    'NATO interception',
    'shoot down Russian missiles',
    'Nobody should expect NATO to shoot down Russian missiles over Ukraine soon, a diplomat said.',
  ],
];

interface FirstSight {
  height: number;
  /** Bottom of the name, in px from the card's top. */
  name: number;
  words: number;
  controls: string[];
  wholeFacts: number;
  cutFacts: number;
  /** Text sizes, in px. */
  sizes: number[];
}

/** Runs in the card's own tree, on the card. Text for screen readers and what waits out of sight do not count. */
function look(card: HTMLElement): FirstSight {
  const { top, bottom, height } = card.getBoundingClientRect();
  const isIn = (box: DOMRect) => box.top >= top - 1 && box.bottom <= bottom + 1;
  const isSeen = (element: Element | null): boolean =>
    element === null ||
    element === card ||
    (!element.matches('.spoken, [hidden]') &&
      getComputedStyle(element).opacity !== '0' &&
      isSeen(element.parentElement));
  const boxesOf = (selector: string) =>
    [...card.querySelectorAll(selector)].filter(
      (each) => isSeen(each) && each.getBoundingClientRect().height > 0,
    );
  const texts: Text[] = [];
  const walker = document.createTreeWalker(card, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  const seen = texts.filter(({ parentElement }) => isSeen(parentElement));
  const text = seen.map(({ data }) => data).join(' ');
  const facts = boxesOf('[data-fact]').map((fact) => fact.getBoundingClientRect());
  return {
    height,
    name: (card.querySelector('h2')?.getBoundingClientRect().bottom ?? Infinity) - top,
    words: text.match(/\p{L}[\p{L}’-]*|\p{N}+/gu)?.length ?? 0,
    controls: boxesOf('button, summary').map((each) => each.ariaLabel ?? each.textContent),
    wholeFacts: facts.filter(isIn).length,
    cutFacts: facts.filter((box) => !isIn(box) && box.top < bottom).length,
    sizes: [
      ...new Set(
        seen.map(({ parentElement }) =>
          parseFloat(getComputedStyle(parentElement ?? card).fontSize),
        ),
      ),
    ],
  };
}

const TIP = /Pin it/;

describe.each(READERS)('in %s,', (_browser, launch) => {
  let reader: ReaderAt;
  beforeAll(async () => {
    reader = await launch();
  });
  afterAll(() => reader.close());

  const open = async (body: string): Promise<void> => {
    await reader.move(5, 5);
    await reader.open(body);
  };
  const text = async () => (await cardOf(reader)).text;

  // Before all others: nobody has seen a card yet.
  test('the first card ever has a tip, which goes with a key and does not come back', async () => {
    await open('<p style="margin: 60px">Here are David Lammy and Antony Blinken.</p>');
    await restOn(reader, 'David Lammy');
    expect(await text()).toMatch(TIP);
    await reader.press('Shift');
    await expect.poll(text, PATIENCE).not.toMatch(TIP);
    await reader.press('Escape');
    await restOn(reader, 'Antony Blinken');
    expect(await text()).not.toMatch(TIP);
    await open('<p style="margin: 60px">Here is David Lammy.</p>');
    await restOn(reader, 'David Lammy');
    expect(await text()).not.toMatch(TIP);
  });

  describe.each(['light', 'dark'] as const)('in %s,', (scheme) => {
    beforeAll(() => reader.preferScheme(scheme));

    test.each(STORIES)('the card of %s answers at a glance', async (entity, surface, story) => {
      await open(`<p style="margin: 60px; font: 17px/1.6 serif">${story}</p>`);
      expect(await reader.ask(`matchMedia('(prefers-color-scheme: ${scheme})').matches`)).toBe(
        true,
      );
      await restOn(reader, surface);
      expect((await cardOf(reader)).name).toBe(entity);
      const seen = await reader.inCard(look);
      expect(seen.height, 'px').toBeLessThanOrEqual(320);
      expect(seen.name, 'px to the bottom of the name').toBeLessThanOrEqual(40);
      expect(seen.wholeFacts).toBeGreaterThanOrEqual(2);
      expect(seen.cutFacts).toBe(0);
      expect(seen.words).toBeLessThanOrEqual(90);
      expect(seen.controls.length, seen.controls.join()).toBeLessThanOrEqual(5);
      expect(Math.min(...seen.sizes)).toBeGreaterThanOrEqual(12);
    });
  });
});
