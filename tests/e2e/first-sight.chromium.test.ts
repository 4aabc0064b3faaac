/**
 * What a card shows before the reader asks for more: who, as of when, a summary and two whole facts, in a small box with few words
 * and few controls. And the tip of the first card ever.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCard, openChromium, PATIENCE, restOn, type ChromiumScene } from './harness.ts';

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

/** Runs in the card's own tree. Text for screen readers and what waits out of sight do not count. */
function look(this: HTMLElement): FirstSight {
  const { top, bottom, height } = this.getBoundingClientRect();
  const isIn = (box: DOMRect) => box.top >= top - 1 && box.bottom <= bottom + 1;
  const isSeen = (element: Element | null): boolean =>
    element === null ||
    element === this ||
    (!element.matches('.spoken, [hidden]') &&
      getComputedStyle(element).opacity !== '0' &&
      isSeen(element.parentElement));
  const boxesOf = (selector: string) =>
    [...this.querySelectorAll(selector)].filter(
      (each) => isSeen(each) && each.getBoundingClientRect().height > 0,
    );
  const texts: Text[] = [];
  const walker = document.createTreeWalker(this, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  const seen = texts.filter(({ parentElement }) => isSeen(parentElement));
  const text = seen.map(({ data }) => data).join(' ');
  const facts = boxesOf('[data-fact]').map((fact) => fact.getBoundingClientRect());
  return {
    height,
    name: (this.querySelector('h2')?.getBoundingClientRect().bottom ?? Infinity) - top,
    words: text.match(/\p{L}[\p{L}’-]*|\p{N}+/gu)?.length ?? 0,
    controls: boxesOf('button, summary').map((each) => each.ariaLabel ?? each.textContent),
    wholeFacts: facts.filter(isIn).length,
    cutFacts: facts.filter((box) => !isIn(box) && box.top < bottom).length,
    sizes: [
      ...new Set(
        seen.map(({ parentElement }) =>
          parseFloat(getComputedStyle(parentElement ?? this).fontSize),
        ),
      ),
    ],
  };
}

async function firstSight(page: Page): Promise<FirstSight> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const backendNodeId = nodes.find(({ role }) => role?.value === 'dialog')?.backendDOMNodeId;
  if (backendNodeId === undefined) throw new Error('No card opened.');
  const { object } = await session.send('DOM.resolveNode', { backendNodeId });
  const { result } = await session.send('Runtime.callFunctionOn', {
    objectId: object.objectId ?? '',
    functionDeclaration: look.toString(),
    returnByValue: true,
  });
  await session.detach();
  return result.value as FirstSight;
}

const TIP = /Pin it/;

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  let scene: ChromiumScene;
  beforeAll(async () => {
    scene = await openChromium(colorScheme === 'dark' ? { colorScheme } : {});
  });
  afterAll(() => scene.close());

  test('the first card ever has a tip, which goes with a key and does not come back', async () => {
    const page = await scene.page('<p>Here are David Lammy and Antony Blinken.</p>');
    await restOn(page, 'David Lammy');
    expect((await openCard(page)).text).toMatch(TIP);
    await page.keyboard.press('Shift');
    await expect.poll(async () => (await openCard(page)).text, PATIENCE).not.toMatch(TIP);
    await page.keyboard.press('Escape');
    await restOn(page, 'Antony Blinken');
    expect((await openCard(page)).text).not.toMatch(TIP);
    const next = await scene.page('<p>Here is David Lammy.</p>');
    await restOn(next, 'David Lammy');
    expect((await openCard(next)).text).not.toMatch(TIP);
  });

  test.each(STORIES)('the card of %s answers at a glance', async (entity, surface, story) => {
    const page = await scene.page(`<p style="margin: 60px; font: 17px/1.6 serif">${story}</p>`);
    await restOn(page, surface);
    expect((await openCard(page)).name).toBe(entity);
    const seen = await firstSight(page);
    expect(seen.height, 'px').toBeLessThanOrEqual(320);
    expect(seen.name, 'px to the bottom of the name').toBeLessThanOrEqual(40);
    expect(seen.wholeFacts).toBeGreaterThanOrEqual(2);
    expect(seen.cutFacts).toBe(0);
    expect(seen.words).toBeLessThanOrEqual(90);
    expect(seen.controls.length, seen.controls.join()).toBeLessThanOrEqual(5);
    expect(Math.min(...seen.sizes)).toBeGreaterThanOrEqual(12);
  });
});
