/**
 * A dataset as the extension carries it: JSON texts, their types, and one reader for each. `compile.ts` writes them.
 * Nothing here validates; the build has done so.
 */
import type { SourceDate } from './date-schema.ts';
import type { EntityDetection } from './detection-schema.ts';
import type { EntityType } from './label-schema.ts';
import type { Linguistics } from './language-schema.ts';
import type { Entity, Manner } from './schema.ts';
import type { Quote, TimelineEvent } from './structure-schema.ts';

/** An entity as cards and search see it. */
export interface EntityProfile extends Omit<Entity, 'detection' | 'kind'> {
  /** For readers: "Weapon". */
  kind: string;
  type: EntityType;
  /** All spellings as plain text. */
  names: string[];
  /** Whether detection can find it in pages. */
  detectable: boolean;
}

/** Parts of an entity in a fact, the nearest first. */
export const PARTS = ['subject', 'addressee', 'topic'] as const;
export type Part = (typeof PARTS)[number];

/** A fact as cards and search see it: speakers by name, citations in place of evidence. */
export interface Fact {
  id: string;
  statement: string;
  /** Words that other stories use about the same thing. */
  cues?: string;
  /** Ids of its entities, by their part in it. */
  about: Partial<Record<Part, string[]>>;
  attribution: {
    manner: Manner;
    /** Names of those who said it: "Antony Blinken & David Lammy". Left out where they are unnamed. */
    speaker?: string;
    /** Their ids. */
    speakers?: string[];
    /** Where they said it: "briefing in Kyiv". */
    setting?: string;
  };
  /** Paragraphs of the source, in order. */
  citations: number[];
  date: SourceDate;
  stability: 'stable' | 'volatile';
}

/** The word by which a source calls a person again. */
export const surnameOf = (name: string): string => name.split(' ').at(-1) ?? name;

export interface SourceNote {
  /** What it is, for readers: "News report". */
  kind: string;
  date: SourceDate;
  /** ISO 639-1: of the source. */
  language: string;
  /** How many paragraphs the source has. */
  paragraphs: number;
  sha256: string;
}

/** Who stands where on a question. */
export interface Position {
  /** Ids of entities. */
  question: string;
  holder: string;
  /** For readers: "Open to it". */
  stance: string;
  /** Ids. */
  facts: string[];
}

/** How two entities have to do with each other. */
export interface Relation {
  /** Ids of entities. */
  from: string;
  to: string;
  /** For readers, on the card of `from`: "asked". */
  label: string;
  /** For readers, on the card of `to`: "was asked by". */
  inverse: string;
  /** Ids. */
  facts: string[];
}

/** What a reader has to know about a dataset itself. */
export interface DatasetNote {
  id: string;
  version: number;
  title: string;
  /** ISO 639-1: of the dataset's own words. */
  language: string;
  /** Who made it, as the dataset says. */
  maker: string;
  /** SPDX expression. */
  licence: string;
}

/** Everything that a card or the search can say. */
export interface Knowledge {
  dataset: DatasetNote;
  source: SourceNote;
  entities: EntityProfile[];
  facts: Fact[];
  positions: Position[];
  timeline: TimelineEvent[];
  relations: Relation[];
  quotes: Quote[];
}

/** What only the search uses, because it is too loose to be looked for in pages. */
export interface SearchTerms {
  entities: { id: string; givenNames: string[]; titles: string[] }[];
  /** Words that readers type, with the dataset's words that mean the same. */
  synonyms: Record<string, string[]>;
}

/** What detection is compiled from. */
export interface DetectionData {
  entities: (EntityDetection & { tier: Entity['tier'] })[];
  linguistics: Linguistics;
}

// The build wrote both from these types, and validated the dataset first. Pages and popups have no validator.

/** Reads the JSON of `Knowledge`. */
export const readKnowledge = (json: string): Knowledge => JSON.parse(json) as Knowledge;

/** Reads the JSON of `SearchTerms`. */
export const readSearchTerms = (json: string): SearchTerms => JSON.parse(json) as SearchTerms;
