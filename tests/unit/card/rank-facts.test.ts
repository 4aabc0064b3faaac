import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldWords, rankFacts, type Cues } from '../../../src/card/rank-facts.ts';
import { factOf } from './made-up.ts';

const FACTS = [
  factOf('spoke', { statement: 'The mayor spoke.' }),
  factOf('bridge', { statement: 'The mayor closed the bridges.' }),
  factOf('harbour', {
    statement: 'The mayor met the harbour master.',
    about: { subject: ['mayor'], addressee: ['master'] },
  }),
  factOf('tower', { statement: 'The mayor saw a tower.', about: { topic: ['mayor', 'tower'] } }),
];
const order = (cues: Cues): string[] => rankFacts(FACTS, cues).map(({ id }) => id);
const AS_GIVEN = ['spoke', 'bridge', 'harbour', 'tower'];

test('without cues the order stays', () => {
  expect(order({ entities: [], words: [] })).toEqual(AS_GIVEN);
});

test('what all facts have changes nothing', () => {
  expect(order({ entities: ['mayor'], words: ['mayor'] })).toEqual(AS_GIVEN);
});

test('facts about an entity nearby come first, the nearest first of all', () => {
  expect(order({ entities: ['tower', 'master'], words: [] })).toEqual([
    'tower',
    'harbour',
    'spoke',
    'bridge',
  ]);
  expect(order({ entities: ['master', 'tower'], words: [] })[0]).toBe('harbour');
});

test('a shared word lifts a fact, also in another form', () => {
  expect(order({ entities: [], words: ['bridge'] })[0]).toBe('bridge');
});

test('the nearest entity outweighs two words', () => {
  expect(order({ entities: ['tower'], words: ['closed', 'bridge'] })[0]).toBe('tower');
});

test('short words say nothing', () => {
  expect(order({ entities: [], words: ['saw', 'met', 'a'] })).toEqual(AS_GIVEN);
});

test('words are compared without case, accents and possessives', () => {
  expect(foldWords('Świątynia of Łódź: the MAYOR’s bridge, mayor')).toEqual([
    'swiatynia',
    'mayor',
    'bridge',
  ]);
});

test('whatever the cues, every fact stays, once', () => {
  const cue = fc.constantFrom('mayor', 'master', 'tower', 'bridge', 'harbour', 'constructor');
  fc.assert(
    fc.property(fc.array(cue), fc.array(cue), (entities, words) => {
      expect(order({ entities, words }).sort()).toEqual([...AS_GIVEN].sort());
    }),
  );
});
