/**
 * What the built extension carries of a dataset: cards and the data of detection, as two JSON strings.
 * Knows the format that `compileDataset` writes; validates nothing (the build did).
 */
import type { EntityDetection } from './detection-schema.ts';
import type { Linguistics } from './language-schema.ts';
import type { Dataset, DatasetFact, Entity, Manner } from './schema.ts';
import type { Position, Quote, Relation, SourceDate, TimelineEvent } from './structure-schema.ts';

/** An entity as cards and search see it: the names as plain text, without the rules of detection. */
export type EntityProfile = Omit<Entity, 'detection'> & {
  names: string[];
  /** Whether detection can find it in pages at all. */
  detectable: boolean;
};

/** Parts of an entity in a fact, the nearest first. */
export const PARTS = ['subject', 'addressee', 'topic'] as const;
export type Part = (typeof PARTS)[number];

/** A fact as cards and search see it: speakers by name, citations instead of evidence. */
export interface Fact {
  id: string;
  statement: string;
  /** More words by which other stories touch on it. */
  cues?: string;
  /** Ids of the entities that it concerns, by their part in it. */
  about: Partial<Record<Part, string[]>>;
  /**
   * `speaker` reads "Antony Blinken, briefing in Kyiv"; left out where the manner says all that is known. `speakers`
   * are the ids of those who said it.
   */
  attribution: { manner: Manner; speaker?: string; speakers?: string[] };
  /** Paragraphs of the source, in order. */
  citations: number[];
  date: SourceDate;
  stability: 'stable' | 'volatile';
}

export interface SourceNote {
  date: SourceDate;
  /** How many paragraphs the source has. */
  paragraphs: number;
  sha256: string;
}

/** Everything that a card or the search can say. */
export interface Knowledge {
  dataset: { id: string; version: number };
  source: SourceNote;
  entities: EntityProfile[];
  facts: Fact[];
  positions: Position[];
  timeline: TimelineEvent[];
  relations: Relation[];
  quotes: Quote[];
}

/** Detection data of one entity as the content script reads it. */
export type CompiledDetection = EntityDetection & { tier: Entity['tier'] };

/** What the detector is made of. */
export interface DetectionData {
  entities: CompiledDetection[];
  linguistics: Linguistics;
}

/** What else an entity is called, for the search: too loose for finding it in pages. */
export interface Calling {
  /** Id. */
  entity: string;
  givenNames: string[];
  titles: string[];
}

/** The strings that are built into the extension; a string costs a quarter of the same bytes as code. */
export interface CompiledDataset {
  /** JSON of `DetectionData`. */
  detection: string;
  /** JSON of `Knowledge`, needed at the first dwell. */
  knowledge: string;
  /** JSON of `Calling[]`, for the search of the extension's own pages. */
  callings: string;
}

export function compileDataset(dataset: Dataset, linguistics: Linguistics): CompiledDataset {
  const { source, entities, facts, positions, timeline, relations, quotes } = dataset;
  const detectable: CompiledDetection[] = entities.map(({ id, tier, detection: rules }) => ({
    id,
    tier,
    ...rules,
  }));
  const names = new Map(entities.map(({ id, name }) => [id, name]));
  const knowledge: Knowledge = {
    dataset: { id: dataset.id, version: dataset.version },
    source: {
      date: { value: source.date.value, inferred: source.date.inferred },
      paragraphs: source.paragraphs.length,
      sha256: source.sha256,
    },
    entities: entities.map(({ detection: rules, ...profile }) => ({
      ...profile,
      detectable: rules.names.length > 0 || rules.concepts.length > 0,
      names: [...new Set([profile.name, ...rules.names.map((name) => name.text)])],
    })),
    facts: facts.map((fact) => compileFact(fact, names)),
    positions,
    timeline,
    relations,
    quotes,
  };
  const detection: DetectionData = { entities: detectable, linguistics };
  return {
    detection: JSON.stringify(detection),
    knowledge: JSON.stringify(knowledge),
    callings: JSON.stringify(callingsOf(entities)),
  };
}

/** What `compileDataset` wrote as `knowledge`. The build has checked it, so nothing does again. */
export const readKnowledge = (json: string): Knowledge => JSON.parse(json) as Knowledge;

/** What it wrote as `callings`. */
export const readCallings = (json: string): Calling[] => JSON.parse(json) as Calling[];

/** What it wrote as `detection`. */
export const readDetection = (json: string): DetectionData => JSON.parse(json) as DetectionData;

/** Without the stars that stand for endings. */
function callingsOf(entities: readonly Entity[]): Calling[] {
  return entities.map(({ id, detection: { givenNames, titles } }) => ({
    entity: id,
    givenNames: [...new Set(givenNames)],
    titles: [...new Set(titles.map((title) => title.replace(/\*$/, '')))],
  }));
}

function compileFact(fact: DatasetFact, names: ReadonlyMap<string, string>): Fact {
  const { manner, speaker, also = [], setting } = fact.attribution;
  const speakers = speaker === undefined ? [] : [speaker, ...also];
  const said = [speakers.map((id) => names.get(id) ?? id).join(' & '), setting]
    .filter(Boolean)
    .join(', ');
  return {
    id: fact.id,
    statement: fact.statement,
    ...(fact.cues !== undefined && { cues: fact.cues }),
    about: Object.fromEntries(
      PARTS.map((part) => [part, idsOf(fact, part)] as const).filter(([, ids]) => ids.length > 0),
    ),
    attribution: {
      manner,
      ...(said ? { speaker: said } : {}),
      ...(speakers.length > 0 ? { speakers } : {}),
    },
    citations: citationsOf(fact),
    date: fact.date,
    stability: fact.stability,
  };
}

function idsOf({ about }: DatasetFact, part: Part): string[] {
  return about.filter((mention) => mention.part === part).map(({ entity }) => entity);
}

/** The paragraphs of a fact's evidence, each once, in order. */
export function citationsOf({ evidence }: DatasetFact): number[] {
  return [...new Set(evidence.map(({ paragraph }) => paragraph))].sort((a, b) => a - b);
}
