/** Which part of a card tells which fact: each once, whatever the dataset says. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arrange, FIRST_FACTS } from '../../../src/card/arrange.ts';
import type { EntityContext, EventNote, Fact, PositionGroup } from '../../../src/dataset/index.ts';
import { factOf } from './made-up.ts';

const FACTS = ['one', 'two', 'three', 'vote', 'fair', 'talk', 'rumour'].map((id) =>
  factOf(id, id === 'talk' ? { attribution: { manner: 'on-record', speaker: 'The mayor' } } : {}),
);
const [ONE, , , VOTE, FAIR] = FACTS as [Fact, Fact, Fact, Fact, Fact];

const positionsWith = (facts: Fact[]): PositionGroup[] => [
  {
    question: { id: 'toll', name: 'The toll' },
    positions: [{ stance: 'against', holders: [{ id: 'mayor', name: 'The mayor' }], facts }],
  },
];
const eventWith = (facts: Fact[], state: EventNote['state'] = 'reported'): EventNote => ({
  id: 'fair',
  label: 'The fair opens',
  date: { value: '2031-05-01', inferred: false },
  state,
  facts,
  days: [0, 0],
});
const ids = (facts: readonly Fact[]): string[] => facts.map(({ id }) => id);

test('what is not shown at first sight is parted by whether somebody said it on the record', () => {
  const { first, onRecord, reported } = arrange({ positions: [], timeline: [] }, FACTS);
  expect(ids(first)).toEqual(['one', 'two', 'three']);
  expect(ids(onRecord)).toEqual(['talk']);
  expect(ids(reported)).toEqual(['vote', 'fair', 'rumour']);
});

describe('a position', () => {
  test('tells the fact that it rests on, and the lists leave that out', () => {
    const { positions, reported } = arrange(
      { positions: positionsWith([VOTE]), timeline: [] },
      FACTS,
    );
    expect(ids(positions[0]?.positions[0]?.facts ?? [])).toEqual(['vote']);
    expect(ids(reported)).not.toContain('vote');
  });

  test('keeps holder and stance where its fact is told at first sight', () => {
    const { positions } = arrange({ positions: positionsWith([ONE]), timeline: [] }, FACTS);
    expect(positions[0]?.positions[0]).toMatchObject({ stance: 'against', facts: [] });
  });
});

describe('an event', () => {
  test('tells its facts', () => {
    const { events, reported } = arrange({ positions: [], timeline: [eventWith([FAIR])] }, FACTS);
    expect(events.map(({ facts }) => ids(facts))).toEqual([['fair']]);
    expect(ids(reported)).not.toContain('fair');
  });

  test('is left out where all its facts are told already, unless it was planned', () => {
    const eventsOf = (state: EventNote['state']) =>
      arrange({ positions: [], timeline: [eventWith([ONE], state)] }, FACTS).events;
    expect(eventsOf('reported')).toEqual([]);
    expect(eventsOf('planned')).toHaveLength(1);
  });
});

test('every fact of the entity is told exactly once, and no other more than once', () => {
  const someFacts = fc.subarray([...FACTS, factOf('of-others')]);
  const someContext: fc.Arbitrary<Pick<EntityContext, 'positions' | 'timeline'>> = fc.record({
    positions: fc
      .array(someFacts.map(positionsWith), { maxLength: 3 })
      .map((groups) => groups.flat()),
    timeline: fc.array(
      fc
        .tuple(someFacts, fc.constantFrom('reported' as const, 'planned' as const))
        .map(([facts, state]) => eventWith(facts, state)),
      { maxLength: 4 },
    ),
  });
  fc.assert(
    fc.property(
      someContext,
      fc.shuffledSubarray(FACTS, { minLength: FACTS.length }),
      (context, ranked) => {
        const { first, onRecord, reported, positions, events } = arrange(context, ranked);
        const told = ids([
          ...first,
          ...onRecord,
          ...reported,
          ...positions.flatMap((group) => group.positions.flatMap(({ facts }) => facts)),
          ...events.flatMap(({ facts }) => facts),
        ]);
        expect(told.filter((id) => id !== 'of-others').sort()).toEqual(ids(FACTS).sort());
        expect(told.filter((id) => id === 'of-others').length).toBeLessThanOrEqual(1);
        expect(ids(first)).toEqual(ids(ranked).slice(0, FIRST_FACTS));
      },
    ),
  );
});
