/**
 * What a schema cannot check: ids are unique, every reference leads somewhere, cited paragraphs exist, and whoever is
 * on the record has a name.
 */
import type { DatasetProblem } from './problem.ts';
import type { Dataset } from './schema.ts';

/** How many keys a problem names. Bundled: 7. */
const SHOWN_KEYS_MAX = 10;

export function referenceProblems(dataset: Dataset): DatasetProblem[] {
  return [
    ...duplicates('entities', dataset.entities),
    ...duplicates('facts', dataset.facts),
    ...duplicates('timeline', dataset.timeline),
    ...entityReferences(dataset),
    ...factReferences(dataset),
    ...labelReferences(dataset),
    ...paragraphReferences(dataset),
    ...wordReferences(dataset),
    ...circles(dataset),
    ...sharedIdentities(dataset),
    ...speakers(dataset),
    ...entitiesWithoutFact(dataset),
  ];
}

type Reference = [path: string, id: string];

function entityReferences({
  entities,
  facts,
  positions,
  relations,
  quotes,
}: Dataset): DatasetProblem[] {
  const known = new Set(entities.map(({ id }) => id));
  const references = [
    ...facts.flatMap(({ about, attribution: { speaker, also = [] } }, i): Reference[] => [
      ...about.map(({ entity }, at): Reference => [`facts[${i}].about[${at}].entity`, entity]),
      ...also.map((id, at): Reference => [`facts[${i}].attribution.also[${at}]`, id]),
      ...(speaker === undefined ? [] : [referenceTo(`facts[${i}].attribution.speaker`, speaker)]),
    ]),
    ...positions.flatMap(({ question, holder }, i): Reference[] => [
      [`positions[${i}].question`, question],
      [`positions[${i}].holder`, holder],
    ]),
    ...relations.flatMap(({ from, to }, i): Reference[] => [
      [`relations[${i}].from`, from],
      [`relations[${i}].to`, to],
    ]),
    ...quotes.map(({ speaker }, i): Reference => [`quotes[${i}].speaker`, speaker]),
  ];
  return dangling(references, known, 'the id of an entity of this dataset');
}

const referenceTo = (path: string, id: string): Reference => [path, id];

function factReferences({
  facts,
  positions,
  timeline,
  relations,
  quotes,
}: Dataset): DatasetProblem[] {
  const known = new Set(facts.map(({ id }) => id));
  const lists = { positions, timeline, relations };
  const references = Object.entries(lists).flatMap(([list, items]) =>
    items.flatMap(({ facts: ids }, i) =>
      ids.map((id, at): Reference => [`${list}[${i}].facts[${at}]`, id]),
    ),
  );
  const quoted = quotes.map(({ fact }, i): Reference => [`quotes[${i}].fact`, fact]);
  return dangling([...references, ...quoted], known, 'the id of a fact of this dataset');
}

function labelReferences(dataset: Dataset): DatasetProblem[] {
  const { entities, positions, relations } = dataset;
  const tables = {
    kinds: entities.map(({ kind }, i): Reference => [`entities[${i}].kind`, kind]),
    stances: positions.map(({ stance }, i): Reference => [`positions[${i}].stance`, stance]),
    relationKinds: relations.map(({ kind }, i): Reference => [`relations[${i}].kind`, kind]),
  };
  return (['kinds', 'stances', 'relationKinds'] as const).flatMap((table) => {
    const known = Object.keys(dataset[table]);
    const expected = `a key of this dataset's "${table}": ${listed(known) || 'it has none'}`;
    return dangling(tables[table], new Set(known), expected);
  });
}

/** Nothing has said yet that there are too many: a problem that repeats them all could be longer than the file. */
function listed(keys: readonly string[]): string {
  const first = keys.slice(0, SHOWN_KEYS_MAX).join(', ');
  return keys.length > SHOWN_KEYS_MAX ? `${first} and ${keys.length - SHOWN_KEYS_MAX} more` : first;
}

function dangling(
  references: readonly Reference[],
  known: ReadonlySet<string>,
  expected: string,
): DatasetProblem[] {
  return references
    .filter(([, id]) => !known.has(id))
    .map(([path, id]) => ({ path, found: `"${id}"`, expected }));
}

function paragraphReferences({ source, entities, facts }: Dataset): DatasetProblem[] {
  const last = source.paragraphs.length;
  const numbers: [path: string, paragraph: number][] = [
    ...source.leftOut.map(({ paragraph }, at): [string, number] => [
      `source.leftOut[${at}].paragraph`,
      paragraph,
    ]),
    ...facts.flatMap(({ evidence }, i) =>
      evidence.map(({ paragraph }, at): [string, number] => [
        `facts[${i}].evidence[${at}].paragraph`,
        paragraph,
      ]),
    ),
    ...entities.flatMap(({ role, summaryCitations }, i) => [
      ...role.citations.map((paragraph, at): [string, number] => [
        `entities[${i}].role.citations[${at}]`,
        paragraph,
      ]),
      ...summaryCitations.map((paragraph, at): [string, number] => [
        `entities[${i}].summaryCitations[${at}]`,
        paragraph,
      ]),
    ]),
  ];
  return numbers
    .filter(([, paragraph]) => paragraph > last)
    .map(([path, paragraph]) => ({
      path,
      found: String(paragraph),
      expected: `a paragraph from 1 to ${last}`,
    }));
}

/** Evidence lies inside of its paragraph, and its last word is not before its first. */
function wordReferences({ source, facts }: Dataset): DatasetProblem[] {
  return facts.flatMap(({ evidence }, i) =>
    evidence.flatMap(({ paragraph, words: [first, last] }, at) => {
      const length = source.paragraphs[paragraph - 1]?.words;
      if (length === undefined || (first <= last && last <= length)) return [];
      const path = `facts[${i}].evidence[${at}].words`;
      const expected = `first and last word, from 1 to ${length}`;
      return [{ path, found: `${first} and ${last}`, expected }];
    }),
  );
}

/** Nobody has to do with itself, or takes a stance on itself. */
function circles({ positions, relations }: Dataset): DatasetProblem[] {
  const expected = 'another entity than the one beside it';
  return [
    ...relations.flatMap(({ from, to }, i) =>
      from === to ? [{ path: `relations[${i}].to`, found: `"${to}" again`, expected }] : [],
    ),
    ...positions.flatMap(({ question, holder }, i) =>
      question === holder
        ? [{ path: `positions[${i}].holder`, found: `"${holder}" again`, expected }]
        : [],
    ),
  ];
}

/** Who is the same in Wikidata is one entity. */
function sharedIdentities({ entities }: Dataset): DatasetProblem[] {
  const firsts = new Map<string, number>();
  return entities.flatMap(({ sameAs }, at) => {
    if (sameAs === undefined) return [];
    const first = firsts.get(sameAs);
    if (first === undefined) firsts.set(sameAs, at);
    const expected = 'one entity for each id of Wikidata';
    return first === undefined
      ? []
      : [
          {
            path: `entities[${at}].sameAs`,
            found: `"${sameAs}" again (first in entities[${first}])`,
            expected,
          },
        ];
  });
}

function speakers({ facts }: Dataset): DatasetProblem[] {
  return facts.flatMap(({ attribution: { manner, speaker, also = [] } }, i) => {
    const place = `facts[${i}].attribution`;
    const named = speaker === undefined ? [] : [referenceTo(`${place}.speaker`, speaker)];
    if (manner === 'on-record') {
      const expected = 'who said it, since it is on the record';
      return named.length > 0 ? [] : [{ path: `${place}.speaker`, found: 'nothing', expected }];
    }
    const others = also.map((id, at) => referenceTo(`${place}.also[${at}]`, id));
    const expected = `no speaker, since the manner is ${manner}`;
    return dangling([...named, ...others], new Set(), expected);
  });
}

function entitiesWithoutFact({ entities, facts }: Dataset): DatasetProblem[] {
  const concerned = new Set(facts.flatMap(({ about }) => about.map(({ entity }) => entity)));
  return entities.flatMap(({ id }, i) =>
    concerned.has(id)
      ? []
      : [{ path: `entities[${i}]`, found: `no fact about "${id}"`, expected: 'at least one' }],
  );
}

function duplicates(list: string, items: readonly { id: string }[]): DatasetProblem[] {
  const firsts = new Map<string, number>();
  return items.flatMap(({ id }, index) => {
    const first = firsts.get(id);
    if (first === undefined) {
      firsts.set(id, index);
      return [];
    }
    const path = `${list}[${index}].id`;
    return [
      { path, found: `"${id}" again (first in ${list}[${first}])`, expected: 'an id used once' },
    ];
  });
}
