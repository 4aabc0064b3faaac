/**
 * A dataset in which everything is filled in that an article's text decides. The rest begins with TODO, and no check lets it pass.
 * Pure: the caller brings the text and a hash.
 */
import { TO_WRITE, type SourceText } from '../dataset/authoring.ts';
import { datesIn, printedDate, type ProposedDate } from './dates.ts';
import { factsIn, type Named } from './facts.ts';
import { namesIn, type ProposedName } from './names.ts';

export interface Known {
  /** Id of the dataset: lower-case words joined by hyphens. */
  id: string;
  /** The source's text, unchanged. */
  text: string;
  source: SourceText;
  /** ISO 639-1. */
  language: string;
  /** Today, like 2026-11-30. */
  today: string;
  /** Date of the article, if the author knows it, and on what it rests. */
  date?: string;
  basis?: string;
  maker?: string;
  licence?: string;
}

export interface Skeleton {
  dataset: object;
  /** What was found, for the notes. */
  names: (ProposedName & { id: string })[];
  dates: ProposedDate[];
  /** Whether the date of the article is known. */
  isDated: boolean;
}

const SCHEMA_ID = 'urn:backgrounder:dataset:2';

export function skeletonOf(known: Known, sha256: (text: string) => string): Skeleton {
  const { id, text, source, language, today } = known;
  const date = sourceDate(known);
  const day = date.isKnown ? date.written.value : undefined;
  const dates = datesIn(source, language, day);
  const names = withIds(namesIn(source, language));
  const named = names.flatMap(({ id: entity, type, places }) =>
    places.map((place): Named => ({ ...place, type, entity })),
  );
  const facts = factsIn(source, { language, day: date.written.value, named, dates, sha256 });
  return {
    dataset: {
      $schema: SCHEMA_ID,
      schemaVersion: 2,
      id,
      version: 1,
      title: `${TO_WRITE}: what the dataset is about, in at most 80 characters`,
      language,
      maker: { name: known.maker ?? `${TO_WRITE}: who makes this dataset` },
      licence: known.licence ?? `${TO_WRITE}: an SPDX licence, such as CC-BY-4.0`,
      made: today,
      source: {
        kind: 'News report',
        date: date.written,
        language,
        sha256: sha256(text),
        paragraphs: source.paragraphs.map((words) => ({
          words: words.length,
          sha256: sha256(words.join(' ')),
        })),
        leftOut: [],
        dateWords: dates.map(dateWordsOf),
      },
      equivalents: {},
      synonyms: {},
      kinds: {
        person: { label: 'Person', type: 'person' },
        organisation: { label: 'Organisation', type: 'organisation' },
        place: { label: 'Place', type: 'place' },
        event: { label: 'Event', type: 'event' },
        thing: { label: 'Thing', type: 'thing' },
        idea: { label: 'Idea', type: 'idea' },
      },
      stances: {},
      relationKinds: {},
      entities: names.map(entityOf),
      facts,
      positions: [],
      timeline: [],
      relations: [],
      quotes: [],
    },
    names,
    dates,
    isDated: date.isKnown,
  };
}

/** The date that the author gave, or that stands at the head of the article. Neither is made up. */
function sourceDate({ source, date, basis }: Known): {
  isKnown: boolean;
  written: { value: string; inferred: boolean; basis: string };
} {
  const printed = printedDate(source);
  if (date !== undefined) {
    const reason = basis ?? `${TO_WRITE}: how you know ${date}: what the page or the text says`;
    return {
      isKnown: true,
      written: { value: date, inferred: printed?.date !== date, basis: reason },
    };
  }
  if (printed) {
    const reason = `It begins with its date, ${printed.words}.`;
    return { isKnown: true, written: { value: printed.date, inferred: false, basis: reason } };
  }
  const value = `${TO_WRITE}: the day of the article; dataset:new has an option --date for it`;
  return {
    isKnown: false,
    written: { value, inferred: true, basis: `${TO_WRITE}: how you know it` },
  };
}

function dateWordsOf({ words, date, choices }: ProposedDate): object {
  if (date !== undefined) return { words, date };
  const which = choices.length > 0 ? choices.join(' or ') : 'the text does not say';
  return { words, date: `${TO_WRITE}: which date does “${words}” mean? ${which}` };
}

/** Lower-case words joined by hyphens; empty if a text has no letter that an id may have. */
export const idFrom = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/ł/g, 'l')
    .replace(/['’]/g, '')
    .replace(/\p{Mn}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');

/** How often a name has to stand there to be a main entity, if it is no person's. */
const OFTEN = 2;

function withIds(names: readonly ProposedName[]): Skeleton['names'] {
  const used = new Set<string>();
  return names.map((name) => {
    const wanted = idFrom(name.name) || 'name';
    let id = wanted;
    for (let count = 2; used.has(id); count += 1) id = `${wanted}-${count}`;
    used.add(id);
    return { ...name, id };
  });
}

function entityOf({ id, name, forms, type, title, places }: Skeleton['names'][number]): object {
  const paragraphs = [...new Set(places.map(({ paragraph }) => paragraph))];
  const titled = places.find((place) => place.title !== '') ?? places[0];
  return {
    id,
    kind: type ?? `${TO_WRITE}: person, organisation, place, event, thing or idea`,
    tier: places.length >= OFTEN || type === 'person' ? 'main' : 'cast',
    name,
    role: {
      text: title === '' ? `${TO_WRITE}: office or description, as the article has it` : title,
      volatile: type === 'person',
      citations: [titled?.paragraph ?? 1],
    },
    summary: `${TO_WRITE}: who or what ${name} is here, in at most 160 characters`,
    summaryCitations: paragraphs.slice(0, 3),
    detection: detectionOf(name, forms, type),
  };
}

function detectionOf(name: string, forms: readonly string[], type: ProposedName['type']): object {
  const words = name.split(' ');
  if (type === 'person' && words.length > 1) {
    return {
      names: [{ text: words.at(-1), kind: 'surname' }],
      givenNames: [words[0]],
    };
  }
  const kind = type === 'person' ? 'surname' : 'proper';
  return { names: forms.map((text) => ({ text, kind })) };
}
