import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cueWords } from '../../../src/card/cue-words.ts';
import type { Cues } from '../../../src/card/cue-words.ts';
import { rankFacts } from '../../../src/card/rank-facts.ts';
import { firstFacts } from '../../../src/cli/fact-evaluation.ts';
import type { EntityProfile, Fact } from '../../../src/dataset/index.ts';
import { factOf } from './made-up.ts';

const FACTS = [
  factOf('named', { statement: 'Somebody named the mayor.', about: { addressee: ['mayor'] } }),
  factOf('tower', { statement: 'The tower stood.', about: { topic: ['mayor', 'tower'] } }),
  factOf('both', {
    statement: 'Mayor and master closed bridges.',
    about: { subject: ['mayor', 'master'] },
  }),
  factOf('spoke', { statement: 'The mayor spoke of ferries.' }),
  factOf('slept', { statement: 'The mayor slept.', cues: 'tired night' }),
];
const NOTHING: Cues = { sentence: [], names: [], paragraph: [], entities: [] };

const order = (
  cues: Partial<Cues>,
  { type = 'person', facts = FACTS, background = [] as Fact[] } = {},
): string[] => {
  const entity = { id: 'mayor', type } as EntityProfile;
  return rankFacts({ entity, facts, background, positions: [] }, { ...NOTHING, ...cues }).map(
    ({ id }) => id,
  );
};

describe('the facts of a person', () => {
  test('begin with what the person did alone, and end with what was done to the person', () => {
    expect(order({})).toEqual(['spoke', 'slept', 'both', 'tower', 'named']);
  });

  test('follow the words of the sentence, also in another form', () => {
    expect(order({ sentence: ['bridge'] })[0]).toBe('both');
  });

  test('follow its words before those of the rest of the paragraph', () => {
    expect(order({ sentence: ['ferry', 'ferries'], paragraph: ['tired'] })[0]).toBe('spoke');
    expect(order({ paragraph: ['tired'] })[0]).toBe('slept');
  });

  test('follow words before the names nearby', () => {
    expect(order({ sentence: ['tired'], entities: ['master', 'tower'] })[0]).toBe('slept');
  });

  test('are found by the words that the dataset adds to a statement', () => {
    expect(order({ sentence: ['night'] })[0]).toBe('slept');
  });
});

test('a thing shows its own facts before those of its question, unless the sentence asks for one', () => {
  const background = [factOf('question', { statement: 'A vote comes in spring.', about: {} })];
  const options = { type: 'thing', facts: FACTS.slice(3), background };
  expect(order({}, options)).toEqual(['spoke', 'slept', 'question']);
  expect(order({ sentence: ['spring', 'vote'] }, options)[0]).toBe('question');
});

test('whatever the cues, every fact stays, once', () => {
  const cue = fc.constantFrom('mayor', 'master', 'tower', 'bridge', 'ferries', 'constructor');
  fc.assert(
    fc.property(fc.array(cue), fc.array(cue), fc.array(cue), (sentence, paragraph, entities) => {
      expect(order({ sentence, paragraph, entities }).sort()).toEqual(order({}).sort());
    }),
  );
});

describe('the words around a mention', () => {
  const TEXT = 'The harbour froze. Świątynia of Łódź: the MAYOR’s bridge, from there. It thawed.';
  const start = TEXT.indexOf('MAYOR');

  test('are those of its sentence and of its paragraph, without its own', () => {
    expect(cueWords(TEXT, start, start + 5, 'en')).toEqual({
      sentence: ['bridge'],
      names: ['swiatynia', 'lodz'],
      paragraph: ['harbour', 'froze', 'swiatynia', 'lodz', 'bridge', 'thawed'],
    });
  });

  test('are found whatever the page says of its language', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.nat(), fc.nat(), (text, lang, from, length) => {
        const { sentence, paragraph } = cueWords(text, from, from + length, lang);
        expect(paragraph.length).toBeGreaterThanOrEqual(sentence.length > 0 ? 1 : 0);
      }),
    );
  });
});

describe('the first fact on a card', () => {
  test.each(['own', 'held-back'] as const)('is one that an editor accepts: %s', (split) => {
    const cases = firstFacts().filter(({ subject }) => subject.split === split);
    const right = cases.filter(({ subject, first }) => subject.best.includes(first));
    expect(cases.length).toBeGreaterThanOrEqual(30);
    expect(right.length / cases.length).toBeGreaterThanOrEqual(25 / 30);
  });
});
