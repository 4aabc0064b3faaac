/**
 * What can be searched, as a flat list of texts: names, roles and statements, each with the entities that it belongs to.
 * Knows the shape of a dataset, but nothing about queries.
 */
import type {
  EntityProfile,
  EntityType,
  Fact,
  Knowledge,
  Part,
  SearchTerms,
} from '../dataset/index.ts';
import { wordsOf, type Word } from './fold.ts';

/** The part of an entity that a text comes from. */
export type Field =
  | 'name'
  | 'title'
  | 'role'
  | 'quote'
  | 'event'
  | 'position'
  | 'fact'
  | 'speaker'
  | 'summary'
  | 'note';

/** Where the dataset says something. */
export interface Statement {
  /** The fact that carries it; summaries have none. */
  factId?: string;
  /** Paragraphs of the source. */
  citations: readonly number[];
}

export interface SearchText {
  field: Field;
  text: string;
  words: readonly Word[];
  /** How much a word of this text says about an entity. */
  weight: number;
  /** Indices of its entities, with the share of the weight that each has: 1 for the entity that it is about. */
  owners: readonly (readonly [entity: number, share: number])[];
  statement?: Statement;
}

export interface SearchExtras {
  /** Given names, titles and synonyms. */
  terms?: SearchTerms;
  /** Makes one line of a position, in the reader's language. */
  sayPosition?: (holder: string, stance: string, question: string) => string;
}

/** A word in a name says more than the same word in a statement. */
const WEIGHTS: Readonly<Record<Field, number>> = {
  name: 10,
  role: 5,
  quote: 4.5,
  event: 3.6,
  position: 3.4,
  title: 3,
  fact: 3,
  summary: 2.5,
  speaker: 2.6,
  note: 1.5,
};
/** Weight of other spellings and of given names alone; the dataset's own name has 1. */
const ALIAS = 0.97;
const GIVEN = 0.6;
/** Types of entities that people know by their initials. */
const INITIALS_FOR: readonly EntityType[] = ['place', 'organisation', 'event'];
/** Shares of a statement, by the part of an entity in it. */
const SHARES = { subject: 1, addressee: 0.85, topic: 0.96 } as const satisfies Record<Part, number>;
/** Shares of a line of the timeline: of the event itself, and of entities after the first one. */
const EVENT_ITSELF = 1.5;
const LATER_IN_EVENT = 0.9;

/** All texts of a dataset. */
export function searchTexts(knowledge: Knowledge, extras: SearchExtras = {}): SearchText[] {
  const lookup = createLookup(knowledge);
  return [
    ...knowledge.entities.flatMap(entityTexts),
    ...(extras.terms?.entities ?? []).flatMap((names) => looseNameTexts(names, lookup)),
    ...knowledge.facts.flatMap((fact) => factTexts(fact, lookup)),
    ...knowledge.quotes.map(({ words, speaker, fact }) =>
      textOf('quote', words, lookup.owners([speaker]), { statement: lookup.statement([fact]) }),
    ),
    ...knowledge.timeline.map((event) => eventText(event, knowledge, lookup)),
    ...positionTexts(knowledge, extras, lookup),
  ];
}

/** Finds entities and facts of a dataset by their ids. */
interface Lookup {
  /** Indices of the entities that exist. */
  indices: (ids: readonly string[]) => number[];
  /** The same entities as owners of all of a text. */
  owners: (ids: readonly string[]) => SearchText['owners'];
  facts: (ids: readonly string[]) => Fact[];
  /** The first fact, with the paragraphs of all. */
  statement: (factIds: readonly string[]) => Statement;
}

function createLookup(knowledge: Knowledge): Lookup {
  const indexById = new Map(knowledge.entities.map(({ id }, at) => [id, at]));
  const factById = new Map(knowledge.facts.map((fact) => [fact.id, fact]));
  const indices = (ids: readonly string[]) => ids.flatMap((id) => indexById.get(id) ?? []);
  const facts = (ids: readonly string[]) => ids.flatMap((id) => factById.get(id) ?? []);
  return {
    indices,
    facts,
    owners: (ids) => indices(ids).map((at) => [at, 1] as const),
    statement(ids) {
      const found = facts(ids);
      return {
        ...(found[0] && { factId: found[0].id }),
        citations: [...new Set(found.flatMap(({ citations }) => citations))].sort((a, b) => a - b),
      };
    },
  };
}

function entityTexts(entity: EntityProfile, at: number): SearchText[] {
  const own = [[at, 1]] as const;
  const { type, name, names, role, summary, summaryCitations, notFromSource } = entity;
  const initials = INITIALS_FOR.includes(type) ? new Set(names.flatMap(initialsOf)) : [];
  return [
    textOf('name', name, own),
    ...[...names.filter((alias) => alias !== name), ...initials].map((alias) =>
      textOf('name', alias, own, { share: ALIAS }),
    ),
    textOf('role', role.text, own, { statement: { citations: role.citations } }),
    textOf('summary', summary, own, { statement: { citations: summaryCitations } }),
    ...(notFromSource === undefined ? [] : [textOf('note', notFromSource, own)]),
  ];
}

function looseNameTexts(
  { id, givenNames, titles }: SearchTerms['entities'][number],
  { owners }: Lookup,
): SearchText[] {
  const own = owners([id]);
  return [
    ...givenNames.map((name) => textOf('name', name, own, { share: GIVEN })),
    ...titles.map((title) => textOf('title', title, own)),
  ];
}

function factTexts(fact: Fact, { indices, owners, statement }: Lookup): SearchText[] {
  const { about, attribution } = fact;
  const parts = ['subject', 'addressee', 'topic'] as const;
  const shared = parts.flatMap((part) =>
    indices(about[part] ?? []).map((at) => [at, SHARES[part]] as const),
  );
  const where = { statement: statement([fact.id]) };
  const said = [attribution.speaker, attribution.setting].filter(Boolean).join(', ');
  return [
    textOf('fact', fact.statement, shared, where),
    ...(said === '' ? [] : [textOf('speaker', said, owners(about.subject ?? []), where)]),
  ];
}

function eventText(
  { label, facts: ids }: Knowledge['timeline'][number],
  { entities }: Knowledge,
  { indices, facts, statement }: Lookup,
): SearchText {
  const concerned = facts(ids).flatMap(({ about: { subject = [], topic = [] } }) => [
    ...subject,
    ...topic,
  ]);
  const owners = indices([...new Set(concerned)]).map((at, order) => {
    const isTheEvent = entities[at]?.type === 'event';
    return [at, isTheEvent ? EVENT_ITSELF : order === 0 ? 1 : LATER_IN_EVENT] as const;
  });
  return textOf('event', label, owners, { statement: statement(ids) });
}

function positionTexts(
  { entities, positions }: Knowledge,
  { sayPosition = (holder, stance, question) => `${holder}, ${question}: ${stance}` }: SearchExtras,
  { indices, owners, statement }: Lookup,
): SearchText[] {
  const nameOf = (id: string): string => entities[indices([id])[0] ?? -1]?.name ?? id;
  return positions.map(({ holder, stance, question, facts }) =>
    textOf('position', sayPosition(nameOf(holder), stance, nameOf(question)), owners([holder]), {
      statement: statement(facts),
    }),
  );
}

function textOf(
  field: Field,
  text: string,
  owners: SearchText['owners'],
  { statement, share = 1 }: { statement?: Statement; share?: number } = {},
): SearchText {
  return {
    field,
    text,
    words: wordsOf(text),
    weight: WEIGHTS[field] * share,
    owners,
    ...(statement && { statement }),
  };
}

/** "US" of "United States", "UNGA" of "UN General Assembly". Names of one word or with lower-case words have none. */
function initialsOf(name: string): string[] {
  const words = name.split(/[\s–-]+/);
  const isOne = (word: string): boolean => /^\p{Lu}+$/u.test(word);
  if (words.length < 2 || !words.every((word) => isOne(word) || /^\p{Lu}\p{Ll}+$/u.test(word)))
    return [];
  return [words.map((word) => (isOne(word) ? word : word.charAt(0))).join('')];
}
