/** Facts of a made-up report, each with only what a test is about, and the real catalogue to say them with. */
import catalogue from '../../../assets/public/_locales/en/messages.json' with { type: 'json' };
import type { EntityContext, Fact, SourceDate } from '../../../src/dataset/index.ts';
import type { Wording } from '../../../src/locale/index.ts';

export function factOf(id: string, given: Partial<Fact> = {}): Fact {
  return {
    id,
    statement: `The statement of ${id}.`,
    about: { subject: ['mayor'] },
    attribution: { manner: 'report' },
    citations: [1],
    date: { value: '2031-05-06', inferred: true },
    stability: 'stable',
    ...given,
  };
}

export const SOURCE: EntityContext['source'] = {
  kind: 'News report',
  date: { value: '2031-05-07', inferred: true },
  language: 'en',
  paragraphs: 18,
  sha256: '0123456789abcdef'.repeat(4),
};

/** What a report of a day says about somebody: as good as nothing. */
export const contextFor = (id: string, date: SourceDate = SOURCE.date): EntityContext => ({
  entity: {
    ...{ id, tier: 'main', name: 'Ada Moor', kind: 'Person', type: 'person' },
    role: { text: 'mayor', volatile: true, citations: [1] },
    ...{ summary: 'Moor spoke.', summaryCitations: [1], names: [], detectable: true },
  },
  ...{ facts: [], background: [], positions: [], timeline: [], related: [], quotes: [] },
  source: { ...SOURCE, date },
  dataset: {
    ...{ id: 'harbour', version: 1, title: 'The harbour', language: 'en' },
    ...{ maker: 'Somebody', licence: 'MIT' },
  },
});

export const ENGLISH: Wording = {
  locale: 'en-GB',
  say: (key, ...substitutions) =>
    catalogue[key].message.replace(/\$(\d)/g, (_, place: string) =>
      String(substitutions[Number(place) - 1]),
    ),
};
