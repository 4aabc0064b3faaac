/**
 * Turns a valid dataset into what the extension carries: labels and names in place of ids, citations in place of
 * evidence. Validates nothing.
 */
import type { Linguistics } from './language-schema.ts';
import {
  PARTS,
  type DetectionData,
  type EntityProfile,
  type Fact,
  type Knowledge,
  type Part,
  type Position,
  type Relation,
  type SearchTerms,
} from './knowledge.ts';
import type { Dataset, DatasetFact, Entity } from './schema.ts';

export interface CompiledDataset {
  detection: DetectionData;
  knowledge: Knowledge;
  searchTerms: SearchTerms;
}

/** @param dataset must be valid: `parseDataset` checks that every id leads somewhere */
export function compileDataset(dataset: Dataset, linguistics: Linguistics): CompiledDataset {
  const { source, entities, facts, timeline, quotes, synonyms } = dataset;
  const names = new Map(entities.map(({ id, name }) => [id, name]));
  return {
    knowledge: {
      dataset: {
        id: dataset.id,
        version: dataset.version,
        title: dataset.title,
        language: dataset.language,
        maker: dataset.maker.name,
        licence: dataset.licence,
      },
      source: {
        kind: source.kind,
        date: { value: source.date.value, inferred: source.date.inferred },
        language: source.language,
        paragraphs: source.paragraphs.length,
        sha256: source.sha256,
      },
      entities: entities.map((entity) => compileEntity(entity, dataset)),
      facts: facts.map((fact) => compileFact(fact, names)),
      positions: compilePositions(dataset),
      timeline,
      relations: compileRelations(dataset),
      quotes,
    },
    searchTerms: { entities: entities.map(searchNamesOf), synonyms },
    detection: {
      entities: entities.map(({ id, tier, detection }) => ({ id, tier, ...detection })),
      linguistics,
    },
  };
}

function compileEntity(entity: Entity, { kinds }: Dataset): EntityProfile {
  const { detection, kind, ...profile } = entity;
  const { label = kind, type = 'thing' } = kinds[kind] ?? {};
  return {
    ...profile,
    kind: label,
    type,
    detectable: detection.names.length > 0 || detection.concepts.length > 0,
    names: [...new Set([profile.name, ...detection.names.map(({ text }) => text)])],
  };
}

function compilePositions({ positions, stances }: Dataset): Position[] {
  return positions.map((position) => ({
    ...position,
    stance: stances[position.stance] ?? position.stance,
  }));
}

function compileRelations({ relations, relationKinds }: Dataset): Relation[] {
  return relations.map(({ kind, ...relation }) => {
    const { label = kind, inverse = label } = relationKinds[kind] ?? {};
    return { ...relation, label, inverse };
  });
}

/** Titles lose the star that stands for any ending. */
function searchNamesOf({
  id,
  detection: { givenNames, titles },
}: Entity): SearchTerms['entities'][number] {
  return {
    id,
    givenNames: [...new Set(givenNames)],
    titles: [...new Set(titles.map((title) => title.replace(/\*$/, '')))],
  };
}

function compileFact(fact: DatasetFact, names: ReadonlyMap<string, string>): Fact {
  const { manner, speaker, also = [], setting } = fact.attribution;
  const speakers = speaker === undefined ? [] : [speaker, ...also];
  return {
    id: fact.id,
    statement: fact.statement,
    ...(fact.cues !== undefined && { cues: fact.cues }),
    about: Object.fromEntries(
      PARTS.map((part) => [part, idsOf(fact, part)] as const).filter(([, ids]) => ids.length > 0),
    ),
    attribution: {
      manner,
      ...(speakers.length > 0 && {
        speaker: speakers.map((id) => names.get(id) ?? id).join(' & '),
        speakers,
      }),
      ...(setting !== undefined && { setting }),
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
