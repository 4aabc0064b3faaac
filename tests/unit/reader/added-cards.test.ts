/** What is asked of the background for the cards of a page, and what a card then has. */
import { describe, expect, test } from 'vitest';
import { bundledKnowledge } from './made-up-cards.ts';
import { contextOf, type EntityContext } from '../../../src/dataset/index.ts';
import type { Alike, CardPart } from '../../../src/library/index.ts';
import { CONTEXTS_MAX, type ContextsQuestion } from '../../../src/messages/index.ts';
import { createAddedCards } from '../../../src/reader/added-cards.ts';
import { membersOf } from '../../../src/library/index.ts';
import { addedKeysOf, contentsOf } from '../../../src/reader/card-parts.ts';

const partOf = (key: string): CardPart => ({
  context: { ...BLINKEN, entity: { ...BLINKEN.entity, id: key } },
  ...{ isBundled: false, relation: 'own' },
});
const found = contextOf(bundledKnowledge, 'antony-blinken');
if (!found) throw new Error('No Blinken.');
const BLINKEN: EntityContext = found;

/** Cards with a background that knows some entities, and answers when it is told to. */
function openCards(known: readonly string[]) {
  const asked: string[][] = [];
  let [changes, isDown] = [0, false];
  const cards = createAddedCards({
    async send({ entities }: ContextsQuestion) {
      asked.push(entities);
      await Promise.resolve();
      if (isDown) throw new Error('No answer.');
      return JSON.stringify(entities.filter((key) => known.includes(key)).map(partOf));
    },
    onChange: () => changes++,
  });
  return {
    ...{ cards, asked, changes: () => changes },
    breakDown: (down: boolean) => (isDown = down),
    answers: () => new Promise((resolve) => setTimeout(resolve)),
  };
}

describe('what added datasets say', () => {
  test('is asked for once, and tells when it is there', async () => {
    const { cards, asked, changes, answers } = openCards(['a/x']);
    cards.want(['a/x'], true);
    cards.want(['a/x'], true);
    expect([cards.missing(['a/x']), cards.partOf('a/x')]).toEqual(['coming', undefined]);
    await answers();
    expect([cards.missing(['a/x']), cards.partOf('a/x')?.context.entity.id]).toEqual([
      undefined,
      'a/x',
    ]);
    cards.want(['a/x'], true);
    expect([asked, changes()]).toEqual([[['a/x']], 1]);
  });

  test('is not asked for where there is nothing to ask', () => {
    const { cards, asked } = openCards([]);
    cards.want([], true);
    expect([asked, cards.missing([])]).toEqual([[], undefined]);
  });

  test('of an entity that no dataset has any more is neither there nor missing', async () => {
    const { cards, answers } = openCards([]);
    cards.want(['a/gone'], true);
    await answers();
    expect([cards.missing(['a/gone']), cards.partOf('a/gone')]).toEqual([undefined, undefined]);
  });

  test('is asked for again after a failure, but not by every drawing', async () => {
    const { cards, asked, answers, breakDown } = openCards(['a/x']);
    breakDown(true);
    cards.want(['a/x'], true);
    await answers();
    expect(cards.missing(['a/x'])).toBe('failed');
    cards.want(['a/x'], false);
    expect(asked).toHaveLength(1);
    breakDown(false);
    cards.want(['a/x'], true);
    await answers();
    expect(cards.partOf('a/x')).toBeDefined();
  });

  test('is asked for everything, never for more at once than the background reads', () => {
    const { cards, asked } = openCards([]);
    cards.want(
      Array.from({ length: 40 }, (_, at) => `a/${at}`),
      true,
    );
    expect(asked.map(({ length }) => length)).toEqual([
      CONTEXTS_MAX,
      CONTEXTS_MAX,
      CONTEXTS_MAX,
      4,
    ]);
  });
});

describe('a card', () => {
  const ALIKE: Alike = {
    'antony-blinken': { same: ['a/x'], maybe: ['b/y'] },
    'a/x': { first: 'antony-blinken', same: ['antony-blinken'] },
  };

  test('is about the entity, those that are the same, those that may be, and what else the words may mean', () => {
    const also = ['a/x', 'c/z'];
    expect(membersOf({ entity: 'antony-blinken', also }, ALIKE)).toEqual([
      { key: 'antony-blinken', relation: 'own' },
      { key: 'a/x', relation: 'same' },
      { key: 'b/y', relation: 'maybe' },
      { key: 'c/z', relation: 'maybe' },
    ]);
  });

  test('of the bundled dataset alone asks nobody', () => {
    expect(addedKeysOf(membersOf({ entity: 'david-lammy' }, ALIKE))).toEqual([]);
  });

  test('has the bundled part at once, and the others when they have come', async () => {
    const { cards, answers } = openCards(['a/x', 'b/y']);
    const members = membersOf({ entity: 'antony-blinken' }, ALIKE);
    cards.want(addedKeysOf(members), true);
    const ids = () => {
      const { parts, missing } = contentsOf(members, () => bundledKnowledge, cards);
      return [missing, ...parts.map(({ context, relation }) => `${relation} ${context.entity.id}`)];
    };
    expect(ids()).toEqual(['coming', 'own antony-blinken']);
    await answers();
    expect(ids()).toEqual([undefined, 'own antony-blinken', 'same a/x', 'maybe b/y']);
  });
});
