import { describe, expect, test } from 'vitest';
import { compileBundled, loadDataset } from '../../../src/cli/dataset-plugin.ts';
import { contextOf } from '../../../src/dataset/context.ts';
import { readKnowledge } from '../../../src/dataset/knowledge.ts';
import { detectionSchema } from '../../../src/dataset/detection-schema.ts';
import { parseDataset, parseLinguistics } from '../../../src/dataset/parse.ts';
import { formatPath } from '../../../src/dataset/path-text.ts';
import { formatProblem } from '../../../src/dataset/problem.ts';

/** One way to break the bundled dataset, and the line that a maintainer must then read. */
const BROKEN: { what: string; path: (string | number)[]; value: unknown; line: string }[] = [
  {
    what: 'a fact without evidence',
    path: ['facts', 1, 'evidence'],
    value: [],
    line: 'facts[1].evidence: found [], expected at least 1 in the list',
  },
  {
    what: 'a fact whose evidence is missing',
    path: ['facts', 1, 'evidence'],
    value: undefined,
    line: 'facts[1].evidence: found nothing, expected array',
  },
  {
    what: 'a paragraph that the source does not have',
    path: ['facts', 0, 'evidence', 0, 'paragraph'],
    value: 19,
    line: 'facts[0].evidence[0].paragraph: found 19, expected a paragraph from 1 to 18',
  },
  {
    what: 'a relation to a fact that is not there',
    path: ['relations', 0, 'facts'],
    value: ['no-such-fact'],
    line: 'relations[0].facts[0]: found "no-such-fact", expected the id of a fact of this dataset',
  },
  {
    what: 'a statement on the record by nobody',
    path: ['facts', 0, 'attribution'],
    value: { manner: 'on-record' },
    line: 'facts[0].attribution.speaker: found nothing, expected who said it, since it is on the record',
  },
  {
    what: 'a quotation that is too long',
    path: ['quotes', 0, 'words'],
    value: 'one two three four five six seven eight nine',
    line: 'quotes[0].words: found "one two three four five six seven eight nine", expected at most 8 words',
  },
  {
    what: 'the id of another entity',
    path: ['entities', 1, 'id'],
    value: 'antony-blinken',
    line: 'entities[1].id: found "antony-blinken" again (first in entities[0]), expected an id used once',
  },
  {
    what: 'an unknown field',
    path: ['entities', 2, 'portrait'],
    value: 'face.png',
    line: 'entities[2].portrait: found an unknown field, expected no such field (a misspelling?)',
  },
  {
    what: 'a fact about nobody known',
    path: ['facts', 3, 'about', 0, 'entity'],
    value: 'antony-blinkin',
    line: 'facts[3].about[0].entity: found "antony-blinkin", expected the id of an entity of this dataset',
  },
  {
    what: 'a manner that does not exist',
    path: ['facts', 0, 'attribution'],
    value: { manner: 'rumour' },
    line: 'facts[0].attribution.manner: found "rumour", expected "on-record" or "person-familiar" or "people-familiar" or "official" or "report"',
  },
  {
    what: 'a summary that is too long',
    path: ['entities', 0, 'summary'],
    value: 'x'.repeat(161),
    line: `entities[0].summary: found "${'x'.repeat(59)}…" (161 characters), expected at most 160 characters`,
  },
  {
    what: 'a day of another notation',
    path: ['facts', 0, 'date', 'value'],
    value: '11/09/2024',
    line: 'facts[0].date.value: found "11/09/2024", expected a date like 2024, 2024-09, 2024-W36 or 2024-09-11',
  },
  {
    what: 'a day that no calendar has',
    path: ['facts', 0, 'date', 'value'],
    value: '2024-02-30',
    line: 'facts[0].date.value: found "2024-02-30", expected a date that the calendar has',
  },
  {
    what: 'a week that the year does not have',
    path: ['source', 'dateWords', 0, 'date'],
    value: '2024-W53',
    line: 'source.dateWords[0].date: found "2024-W53", expected a date that the calendar has',
  },
  {
    what: 'a kind that the dataset does not define',
    path: ['entities', 0, 'kind'],
    value: 'constructor',
    line: 'entities[0].kind: found "constructor", expected a key of this dataset\'s "kinds": person, weapon, concept, country, organisation, event, plan',
  },
  {
    what: 'a stance that the dataset does not define',
    path: ['positions', 0, 'stance'],
    value: 'keen',
    line: 'positions[0].stance: found "keen", expected a key of this dataset\'s "stances": for, open, raised, divided, reluctant, against',
  },
  {
    what: 'relations, but no kinds of relations',
    path: ['relationKinds'],
    value: {},
    line: 'relations[0].kind: found "travelled-with", expected a key of this dataset\'s "relationKinds": it has none',
  },
  {
    what: 'a kind of an unknown type',
    path: ['kinds', 'weapon', 'type'],
    value: 'weapon',
    line: 'kinds.weapon.type: found "weapon", expected "person" or "organisation" or "place" or "event" or "thing" or "idea"',
  },
  {
    what: 'a stance that is no id',
    path: ['stances'],
    value: { 'Very open': 'Very open' },
    line: 'stances.Very open: found this key, expected lower-case words joined by hyphens',
  },
  {
    what: 'a label that does not fit on a line',
    path: ['stances', 'open'],
    value: 'x'.repeat(41),
    line: `stances.open: found "${'x'.repeat(41)}", expected at most 40 characters`,
  },
  {
    what: 'a synonym of two words',
    path: ['synonyms', 'rocket'],
    value: ['cruise missile'],
    line: 'synonyms.rocket[0]: found "cruise missile", expected one word',
  },
  {
    what: 'something else altogether',
    path: [],
    value: 'hello',
    line: '(the whole file): found "hello", expected object',
  },
];

const BUNDLED = loadDataset();

function broken(path: (string | number)[], value: unknown): unknown {
  if (path.length === 0) return value;
  const copy = structuredClone(BUNDLED) as unknown;
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], copy);
  (parent as Record<string, unknown>)[String(path.at(-1))] = value;
  return JSON.parse(JSON.stringify(copy));
}

const RANK = ['subject', 'addressee', 'topic'] as const;

describe('a broken dataset', () => {
  test.each(BROKEN)('with $what is refused by path', ({ path, value, line }) => {
    const parsed = parseDataset(broken(path, value));
    expect('problems' in parsed && parsed.problems.map(formatProblem)).toContain(line);
  });
});

test('what is still to be written is one problem, also where it is no date, beside the others', () => {
  const changed = broken(['facts', 0, 'date', 'value'], 'TODO when?') as { licence: unknown };
  const parsed = parseDataset({ ...changed, licence: 7 });
  expect('problems' in parsed && parsed.problems.map(({ path }) => path)).toEqual([
    'facts[0].date.value',
    'licence',
  ]);
});

test.each([
  ['a list in the place of a text', ['title'], []],
  ['a fact without a word', ['facts', 0, 'statement'], ''],
  ['evidence in a paragraph that is not there', ['facts', 0, 'evidence', 0, 'paragraph'], 19],
])('%s is one problem', (_, path, value) => {
  const parsed = parseDataset(broken(path, value));
  expect('problems' in parsed && parsed.problems).toMatchObject([{ path: formatPath(path) }]);
});

describe('what a file leaves out of detection', () => {
  test('is no phrase, and a name in English and in Latin script', () => {
    const names = [{ text: 'Quill', kind: 'surname' }];
    const concepts = [
      {
        lang: 'en',
        ...{ actors: ['ally'], actions: ['stop'], objects: ['missile'], setting: ['war'] },
        ...{ otherActors: [], otherObjects: [], objectsOf: [], objectsNotOf: [] },
      },
    ];
    expect(detectionSchema.parse({ names, concepts })).toEqual({
      names: [{ ...names[0], wordIn: [], lang: 'en', script: 'Latn' }],
      ...{ givenNames: [], notAfter: [], notBefore: [], wordAfter: [], titles: [], followedBy: [] },
      ...{ evidenceFor: [], evidenceAgainst: [], againstAnywhere: [] },
      concepts: [
        {
          ...concepts[0],
          ...{ weakActions: [], nouns: [], doneByObjects: [], things: [], otherSetting: [] },
          ...{ otherWeapons: [], weapons: [], references: [], remains: [], participles: [] },
          examples: [],
        },
      ],
    });
    expect(detectionSchema.parse({ names }).concepts).toEqual([]);
  });
});

describe('what is known of a language', () => {
  const withLanguages = (languages: object) =>
    parseLinguistics({ vowels: 'a e', givenNames: 'ada bo', languages });

  test('may be its script alone: the rest is no words, and a no', () => {
    const ending = { after: '*', add: 's', example: ['Ada', 'Adas'] };
    const parsed = withLanguages({
      en: { scripts: ['Latn'], grammar: { locative: ' over ' }, endings: [ending] },
      fr: { scripts: ['Latn'] },
    });
    if ('problems' in parsed) throw new Error(parsed.problems.map(formatProblem).join('\n'));
    const { en, fr } = parsed.linguistics.languages;
    expect(en?.endings).toEqual([{ ...ending, cut: 0, strict: false }]);
    const { locative, ...grammar } = en?.grammar ?? {};
    expect(locative).toBe('over');
    const { scripts: _, endings, ...words } = fr ?? {};
    expect(endings).toEqual([]);
    expect(new Set([...Object.values(grammar), ...Object.values(words)])).toEqual(
      new Set(['', false]),
    );
  });

  test.each<[what: string, languages: object, path: string]>([
    ['a script that is no code', { en: { scripts: ['xLatn'] } }, 'en.scripts[0]'],
    ['a script with a long name', { en: { scripts: ['Latin'] } }, 'en.scripts[0]'],
    ['no script', { en: { scripts: [] } }, 'en.scripts'],
    ['an unknown field', { en: { scripts: ['Latn'], nouns: 'x' } }, 'en.nouns'],
    ['a language that is no code', { xEn: { scripts: ['Latn'] } }, 'xEn'],
    ['a language with a long name', { engl: { scripts: ['Latn'] } }, 'engl'],
  ])('is refused with %s', (_, languages, path) => {
    expect(withLanguages(languages)).toMatchObject({ problems: [{ path: `languages.${path}` }] });
  });
});

describe('the bundled dataset', () => {
  const knowledge = readKnowledge(compileBundled().knowledge);

  test('has facts about each main entity', () => {
    const main = knowledge.entities.filter(({ tier }) => tier === 'main').map(({ id }) => id);
    expect(main.slice(0, 5)).toEqual([
      'antony-blinken',
      'david-lammy',
      'volodymyr-zelenskyy',
      'storm-shadow',
      'nato-interception',
    ]);
    for (const id of main) expect(contextOf(knowledge, id)?.facts.length, id).toBeGreaterThan(0);
  });

  test('says first what an entity did, then what touches it', () => {
    const parts = contextOf(knowledge, 'antony-blinken')?.facts.map(({ about }) =>
      RANK.find((part) => about[part]?.includes('antony-blinken')),
    );
    expect(parts?.[0]).toBe('subject');
    const ranks = parts?.map((part) => RANK.indexOf(part ?? 'topic')) ?? [];
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
  });

  test('names the speaker of everything on the record, with the occasion', () => {
    const fact = knowledge.facts.find(({ id }) => id === 'blinken-will-brief-biden');
    expect(fact?.attribution).toEqual({
      manner: 'on-record',
      speaker: 'Antony Blinken',
      setting: 'briefing in Kyiv',
      speakers: ['antony-blinken'],
    });
    expect(fact?.citations).toEqual([5]);
  });

  test('knows no entity of another name', () => {
    expect(contextOf(knowledge, 'constructor')).toBeUndefined();
  });
});
