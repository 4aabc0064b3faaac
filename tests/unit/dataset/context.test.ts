/** What one entity's card is drawn from, on a made-up town and on the bundled dataset. */
import { describe, expect, test } from 'vitest';
import { compileBundled } from '../../../src/cli/dataset-plugin.ts';
import {
  contextOf,
  readKnowledge,
  type EntityContext,
  type EntityProfile,
  type Fact,
  type Knowledge,
} from '../../../src/dataset/index.ts';

const entityOf = (id: string): EntityProfile => ({
  id,
  kind: 'Resident',
  type: id === 'bridge' ? 'thing' : 'person',
  tier: 'main',
  name: id.toUpperCase(),
  names: [id],
  detectable: true,
  role: { text: 'of the town', volatile: false, citations: [1] },
  summary: 'Of the town.',
  summaryCitations: [1],
});

const factOf = (id: string, about: Fact['about']): Fact => ({
  id,
  statement: `What ${id} says.`,
  about,
  attribution: { manner: 'report' },
  citations: [1],
  date: { value: '2031-05-07', inferred: true },
  stability: 'stable',
});

const dated = (value: string) => ({ value, inferred: true });

const TOWN: Knowledge = {
  dataset: {
    id: 'town',
    version: 4,
    title: 'A dataset',
    language: 'en',
    maker: 'Somebody',
    licence: 'MIT',
  },
  source: {
    kind: 'Town letter',
    date: dated('2031-05-07'),
    language: 'en',
    paragraphs: 9,
    sha256: 'f'.repeat(64),
  },
  entities: ['mayor', 'baker', 'judge', 'toll', 'poet', 'bridge'].map(entityOf),
  facts: [
    factOf('about-toll', { topic: ['toll'], subject: ['mayor', 'baker'] }),
    factOf('against-toll', { topic: ['toll'], subject: ['judge'] }),
    factOf('mayor-met-judge', { subject: ['mayor'], addressee: ['judge'] }),
    factOf('toll-again', { topic: ['toll', 'mayor'] }),
    factOf('poet-alone', { subject: ['poet'] }),
    factOf('bridge-tolled', { subject: ['bridge'], topic: ['toll'] }),
  ],
  positions: [
    { question: 'toll', holder: 'judge', stance: 'against', facts: ['against-toll'] },
    { question: 'toll', holder: 'mayor', stance: 'for', facts: ['about-toll', 'toll-again'] },
    { question: 'toll', holder: 'baker', stance: 'for', facts: ['about-toll'] },
  ],
  timeline: [
    { id: 'vote', label: 'Vote', date: dated('2031-05'), state: 'planned', facts: ['toll-again'] },
    {
      id: 'talk',
      label: 'Talk',
      date: dated('2031-W19'),
      state: 'reported',
      facts: ['mayor-met-judge'],
    },
    { id: 'idea', label: 'Idea', date: dated('2031-04'), state: 'reported', facts: ['about-toll'] },
    {
      id: 'ode',
      label: 'Ode',
      date: dated('2031-05-01'),
      state: 'reported',
      facts: ['poet-alone'],
    },
  ],
  relations: [
    {
      ...{ from: 'mayor', to: 'judge', facts: ['mayor-met-judge'] },
      ...{ label: 'asked', inverse: 'was asked by' },
    },
  ],
  quotes: [
    { words: 'never', speaker: 'judge', fact: 'mayor-met-judge' },
    { words: 'why not', speaker: 'mayor', fact: 'about-toll' },
  ],
};

function seen(id: string): EntityContext {
  const context = contextOf(TOWN, id);
  if (!context) throw new Error(`no ${id}`);
  return context;
}

const positionsOn = (id: string): string[] =>
  seen(id).positions.flatMap(({ question, positions }) =>
    positions.map(
      ({ stance, holders }) =>
        `${question.id}: ${holders.map((holder) => holder.id).join('+')} ${stance}`,
    ),
  );

describe('positions', () => {
  test('on a question are all there, in the dataset’s order, the like-minded as one', () => {
    expect(positionsOn('toll')).toEqual(['toll: judge against', 'toll: mayor+baker for']);
  });

  test('of a holder stand beside the others, its own first', () => {
    expect(positionsOn('baker')).toEqual(['toll: mayor+baker for', 'toll: judge against']);
  });

  test('carry their facts, each once', () => {
    const facts = seen('toll').positions[0]?.positions[1]?.facts;
    expect(facts?.map(({ id }) => id)).toEqual(['about-toll', 'toll-again']);
  });

  test('are none of somebody who takes none', () => {
    expect(positionsOn('poet')).toEqual([]);
  });
});

describe('the timeline', () => {
  test('has the events of the entity’s facts, in time', () => {
    expect(seen('mayor').timeline.map(({ id }) => id)).toEqual(['idea', 'talk', 'vote']);
    expect(seen('poet').timeline.map(({ id }) => id)).toEqual(['ode']);
  });

  test('ends what was reported, and begins what was planned, on the source’s day', () => {
    const iso = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
    const days = seen('mayor').timeline.map((event) => event.days.map(iso));
    expect(days).toEqual([
      ['2031-04-01', '2031-04-30'],
      ['2031-05-05', '2031-05-07'],
      ['2031-05-07', '2031-05-31'],
    ]);
  });
});

describe('related entities', () => {
  const relatedTo = (id: string): unknown[] =>
    seen(id).related.map(({ entity, label }) => [entity.id, label]);

  test('are those of relations, seen from either end, then those in the same facts', () => {
    expect(relatedTo('mayor')).toEqual([
      ['judge', 'asked'],
      ['toll', undefined],
      ['baker', undefined],
    ]);
    expect(relatedTo('judge')[0]).toEqual(['mayor', 'was asked by']);
  });

  test('are none of somebody who is alone', () => {
    expect(relatedTo('poet')).toEqual([]);
  });
});

describe('background', () => {
  const backgroundOf = (id: string) => seen(id).background.map((fact) => fact.id);

  test('of a thing is what else is said about its question', () => {
    expect(backgroundOf('bridge')).toEqual(['about-toll', 'against-toll', 'toll-again']);
  });

  test('is empty for people, and for the question itself', () => {
    expect(backgroundOf('judge')).toEqual([]);
    expect(backgroundOf('toll')).toEqual([]);
  });
});

test('quotes are the entity’s own first, then what was said where it is concerned', () => {
  const wordsOf = (id: string) => seen(id).quotes.map(({ words }) => words);
  expect(wordsOf('mayor')).toEqual(['why not', 'never']);
  expect(wordsOf('baker')).toEqual(['why not']);
  expect(wordsOf('poet')).toEqual([]);
});

test('every reference of the bundled dataset is found on some card', () => {
  const knowledge = readKnowledge(compileBundled().knowledge);
  const cards = knowledge.entities.flatMap(({ id }) => contextOf(knowledge, id) ?? []);
  const events = new Set(cards.flatMap(({ timeline }) => timeline.map(({ id }) => id)));
  expect(events.size).toBe(knowledge.timeline.length);
  const quoted = new Set(cards.flatMap(({ quotes }) => quotes.map(({ words }) => words)));
  expect(quoted.size).toBe(knowledge.quotes.length);
  const relations = cards.flatMap(({ related }) =>
    related.filter(({ label }) => label !== undefined),
  );
  // Each from both of its ends.
  expect(relations).toHaveLength(knowledge.relations.length * 2);
});
