/**
 * Reads what added datasets say, for pages of the extension and the background: all of it for search, or single entities for cards. Reads
 * only, and knows no zod. A dataset that is off, or whose data is gone, says nothing.
 */
import {
  contextOf,
  readKnowledge,
  readSearchTerms,
  type EntityContext,
  type Knowledge,
  type SearchTerms,
} from '../dataset/index.ts';
import { alikeOf, identitiesOf } from './alike.ts';
import type { CardPart } from './card-part.ts';
import { SET_FORM, type Alike } from './compiled-set.ts';
import type { LibraryDatabase } from './database.ts';
import { membersOf } from './members.ts';
import { readContext } from './packed-context.ts';
import { datasetOfKey, type LibraryEntry, type Registry } from './registry.ts';
import { contextWithout, wrongFactsOf } from './wrong-facts.ts';

/** What an added dataset says. All ids are keys. */
export interface LoadedDataset {
  entry: LibraryEntry;
  knowledge: Knowledge;
  searchTerms: SearchTerms;
}

/** @returns the datasets that are on and there, in the reader's order. @throws StorageError */
export async function loadDatasets(
  database: Pick<LibraryDatabase, 'compiled'>,
  registry: Registry,
): Promise<LoadedDataset[]> {
  const on = registry.filter(({ isOn }) => isOn);
  const records = await Promise.all(on.map(({ hash }) => database.compiled(hash)));
  return on.flatMap((entry, at) => {
    const record = records[at];
    // Of another form: it is compiled again before long.
    if (record?.form !== SET_FORM) return [];
    return unlessBroken(() => ({
      entry,
      knowledge: readKnowledge(record.knowledge),
      searchTerms: readSearchTerms(record.searchTerms),
    }));
  });
}

/** Which entities of all these datasets are the same, or may be. @param bundled comes first in the reader's order */
export const alikeAmong = (bundled: Knowledge, datasets: readonly LoadedDataset[]): Alike =>
  alikeOf([bundled, ...datasets.map(({ knowledge }) => knowledge)].flatMap(identitiesOf));

export interface CardSources {
  bundled: Knowledge;
  datasets: readonly LoadedDataset[];
  alike: Alike;
}

/** The sections of an entity's card: its own first, then in the reader's order. @returns none for an unknown key */
export function cardPartsOf(key: string, { bundled, datasets, alike }: CardSources): CardPart[] {
  const parts = membersOf({ entity: key }, alike).flatMap(({ key: part, relation }): CardPart[] => {
    const dataset = datasetOfKey(part);
    const source = datasets.find(({ entry }) => entry.id === dataset);
    const context = contextOf(source?.knowledge ?? bundled, part);
    if (!context) return [];
    return source
      ? [addedPart(source.entry, context, relation)]
      : [{ context, isBundled: true, relation }];
  });
  return parts[0]?.relation === 'own' ? parts : [];
}

/**
 * The sections of added datasets for a card in a page, which knows itself how they have to do with its entity.
 * @param keys of entities; the bundled ones, and unknown ones, give no section
 * @returns in the order of the keys. @throws StorageError
 */
export async function contextsFor(
  keys: readonly string[],
  { database, registry }: { database: Pick<LibraryDatabase, 'contexts'>; registry: Registry },
): Promise<CardPart[]> {
  const entries = new Map(registry.filter(({ isOn }) => isOn).map((entry) => [entry.id, entry]));
  const wanted = [...new Set(keys)].flatMap((key) => {
    const entry = entries.get(datasetOfKey(key) ?? '');
    return entry ? [{ entry, key, hash: entry.hash }] : [];
  });
  if (wanted.length === 0) return [];
  const packed = await database.contexts(wanted);
  return wanted.flatMap(({ entry }, at) => {
    const json = packed[at];
    return json === undefined ? [] : unlessBroken(() => addedPart(entry, readContext(json), 'own'));
  });
}

/** What is damaged in the database is left out, and takes nothing else with it. */
function unlessBroken<Read>(read: () => Read): Read[] {
  try {
    return [read()];
  } catch {
    return [];
  }
}

/** Without the facts that do not agree with the source. */
function addedPart(
  entry: LibraryEntry,
  context: EntityContext,
  relation: CardPart['relation'],
): CardPart {
  const { check } = entry;
  return {
    context: contextWithout(context, wrongFactsOf(entry)),
    ...{ isBundled: false, relation },
    ...(check && { check }),
  };
}
