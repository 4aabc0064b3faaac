/**
 * What can be searched, as a flat list of texts: names, roles, and every statement below an entity, each with
 * the entities that it may stand for. Knows the dataset's shape; knows nothing of queries.
 */
import type { Calling, Fact, Knowledge, Part, Stance } from '../dataset/index.ts';
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

/** Where a statement stands. */
export interface Statement {
  /** The fact that carries it; none of a summary. */
  factId?: string;
  /** Paragraphs of the source. */
  citations: readonly number[];
}

export interface SearchText {
  field: Field;
  text: string;
  words: readonly Word[];
  /** How much a word here says about an entity. */
  weight: number;
  /** Indices of entities, with how much of the weight each has: 1 for whom it is about. */
  owners: readonly (readonly [entity: number, share: number])[];
  statement?: Statement;
}

export interface SearchableExtras {
  /** Given names and titles. */
  callings?: readonly Calling[];
  /** Puts a position into words, in the language of the reader. */
  sayPosition?: (holder: string, stance: Stance, question: string) => string;
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
/** Other spellings, and given names by themselves, against the name that the dataset itself uses. */
const ALIAS = 0.97;
const GIVEN = 0.6;
/** Kinds that are known by their initials. */
const HAS_INITIALS = { country: true, organisation: true, event: true };
/** How much of a statement belongs to those who do it, those it is done to, and what it touches. */
const SHARES: Readonly<Record<Part, number>> = { subject: 1, addressee: 0.85, topic: 0.96 };

/** How much of a line of the timeline belongs to the event by itself, and to those after the first one in it. */
const EVENT_ITSELF = 1.5;
const BYSTANDER = 0.9;

/** All texts of a dataset. */
export function searchTexts(knowledge: Knowledge, extras: SearchableExtras = {}): SearchText[] {
  const index = new Map(knowledge.entities.map(({ id }, at) => [id, at]));
  const facts = new Map(knowledge.facts.map((fact) => [fact.id, fact]));
  const indicesOf = (ids: readonly string[]): number[] => ids.flatMap((id) => index.get(id) ?? []);
  const all = (ids: readonly string[]) => indicesOf(ids).map((at) => [at, 1] as const);
  const carried = (ids: readonly string[]) => ids.flatMap((id) => facts.get(id) ?? []);
  const ownersOf = (fact: Fact) =>
    Object.entries(fact.about).flatMap(([part, ids]) =>
      indicesOf(ids).map((at) => [at, SHARES[part as Part]] as const),
    );
  const statementOf = (same: readonly Fact[]): Statement => ({
    ...(same[0] && { factId: same[0].id }),
    citations: [...new Set(same.flatMap(({ citations }) => citations))].sort((a, b) => a - b),
  });
  const nameOf = (id: string): string => knowledge.entities[index.get(id) ?? -1]?.name ?? id;
  const say =
    extras.sayPosition ?? ((holder, stance, question) => `${holder}, ${question}: ${stance}`);

  return [
    ...knowledge.entities.flatMap((entity, at) => entityTexts(entity, at)),
    ...(extras.callings ?? []).flatMap((calling) => callingTexts(calling, all([calling.entity]))),
    ...knowledge.facts.flatMap((fact) => [
      textOf('fact', fact.statement, ownersOf(fact), { statement: statementOf([fact]) }),
      ...(fact.attribution.speaker === undefined
        ? []
        : [
            textOf('speaker', fact.attribution.speaker, all(fact.about.subject ?? []), {
              statement: statementOf([fact]),
            }),
          ]),
    ]),
    ...knowledge.quotes.map(({ words, speaker, fact }) =>
      textOf('quote', words, all([speaker]), { statement: statementOf(carried([fact])) }),
    ),
    ...knowledge.timeline.map(({ label, facts: ids }) => {
      const same = carried(ids);
      const concerned = same.flatMap(({ about: { subject = [], topic = [] } }) => [
        ...subject,
        ...topic,
      ]);
      const owners = indicesOf([...new Set(concerned)]).map((at, order) => {
        const isTheEvent = knowledge.entities[at]?.kind === 'event';
        return [at, isTheEvent ? EVENT_ITSELF : order === 0 ? 1 : BYSTANDER] as const;
      });
      return textOf('event', label, owners, { statement: statementOf(same) });
    }),
    ...knowledge.positions.map(({ holder, stance, question, facts: ids }) =>
      textOf('position', say(nameOf(holder), stance, nameOf(question)), all([holder]), {
        statement: statementOf(carried(ids)),
      }),
    ),
  ];
}

function entityTexts(entity: Knowledge['entities'][number], at: number): SearchText[] {
  const own = [[at, 1]] as const;
  const { kind, name, names, role, summary, summaryCitations, notFromSource } = entity;
  return [
    textOf('name', name, own),
    ...names
      .filter((alias) => alias !== name)
      .map((alias) => textOf('name', alias, own, { share: ALIAS })),
    ...(kind in HAS_INITIALS ? [...new Set(names.flatMap(initialsOf))] : []).map((initials) =>
      textOf('name', initials, own, { share: ALIAS }),
    ),
    textOf('role', role.text, own, { statement: { citations: role.citations } }),
    textOf('summary', summary, own, { statement: { citations: summaryCitations } }),
    ...(notFromSource === undefined ? [] : [textOf('note', notFromSource, own)]),
  ];
}

function callingTexts(calling: Calling, own: SearchText['owners']): SearchText[] {
  return [
    ...calling.givenNames.map((name) => textOf('name', name, own, { share: GIVEN })),
    ...calling.titles.map((title) => textOf('title', title, own)),
  ];
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

/** "US" of "United States", "UNGA" of "UN General Assembly"; none of one word or of small letters. */
function initialsOf(name: string): string[] {
  const words = name.split(/[\s–-]+/);
  const isOne = (word: string): boolean => /^\p{Lu}+$/u.test(word);
  if (words.length < 2 || !words.every((word) => isOne(word) || /^\p{Lu}\p{Ll}+$/u.test(word)))
    return [];
  return [words.map((word) => (isOne(word) ? word : word.charAt(0))).join('')];
}
