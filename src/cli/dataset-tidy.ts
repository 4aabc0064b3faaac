/**
 * Takes out of a dataset what its author did not write: facts without a statement, and entities that no fact is about. Paragraphs that
 * have no fact then are listed, and the author says why. It takes a dataset at any stage of work. Pure.
 */
import { isUnwritten, TO_WRITE } from '../dataset/authoring.ts';
import { counted } from './dataset-arguments.ts';

type Fields = Record<string, unknown>;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const objectsIn = (value: unknown): Fields[] =>
  Array.isArray(value) ? (value as unknown[]).filter(isObject) : [];

/** Changes the dataset in place. @returns one line for each thing that it took out or listed */
export function tidyDataset(dataset: unknown): string[] {
  if (!isObject(dataset)) throw new Error('A dataset is one JSON object.');
  const all = objectsIn(dataset['facts']);
  const facts = all.filter(({ statement }) => !isUnwritten(statement));
  const gone = new Set(all.filter((fact) => !facts.includes(fact)).map(({ id }) => id));
  dataset['facts'] = facts;
  for (const list of ['positions', 'timeline', 'relations']) dropReferences(dataset, list, gone);
  dataset['quotes'] = objectsIn(dataset['quotes']).filter(({ fact }) => !gone.has(fact));
  const removed = dropUnwrittenEntities(dataset, facts);
  const listed = listLeftOut(dataset, facts);
  return [
    ...(gone.size > 0 ? [`took out ${counted(gone.size, 'fact')} without a statement`] : []),
    ...removed.map(
      (id) => `took out the entity ${id}: nobody wrote its summary, or no fact is about it`,
    ),
    ...listed.map((paragraph) => `listed paragraph ${paragraph} in source.leftOut: say why`),
  ];
}

/** Takes ids of facts out of a list, and entries without facts. */
function dropReferences(dataset: Fields, list: string, gone: ReadonlySet<unknown>): void {
  dataset[list] = objectsIn(dataset[list]).filter((entry) => {
    if (!Array.isArray(entry['facts'])) return true;
    const kept = (entry['facts'] as unknown[]).filter((id) => !gone.has(id));
    const isEmptied = kept.length === 0 && entry['facts'].length > 0;
    entry['facts'] = kept;
    return !isEmptied;
  });
}

/**
 * An entity goes if no fact is about it. It also goes if nobody wrote its summary, and no fact needs it: each has another entity, and
 * the entity has said nothing.
 */
function dropUnwrittenEntities(dataset: Fields, facts: readonly Fields[]): string[] {
  const isNeeded = (id: unknown): boolean =>
    facts.some(({ about, attribution }) => {
      const said = isObject(attribution)
        ? [attribution['speaker'], ...listed(attribution['also'])]
        : [];
      const ids = objectsIn(about).map(({ entity }) => entity);
      return (
        said.includes(id) ||
        (ids.includes(id) && ids.every((other) => other === id || isUnwrittenEntity(other)))
      );
    });
  const entities = objectsIn(dataset['entities']);
  const unwritten = new Set(
    entities.filter(({ summary }) => isUnwritten(summary)).map(({ id }) => id),
  );
  const isUnwrittenEntity = (id: unknown): boolean => isUnwritten(id) || unwritten.has(id);
  const isUsed = (id: unknown): boolean =>
    facts.some(({ about }) => objectsIn(about).some(({ entity }) => entity === id));
  const removed = entities
    .filter(({ id }) => !isUsed(id) || (unwritten.has(id) && !isNeeded(id)))
    .map(({ id }) => String(id));
  dataset['entities'] = entities.filter(({ id }) => !removed.includes(String(id)));
  for (const fact of facts) {
    if (!Array.isArray(fact['about'])) continue;
    fact['about'] = objectsIn(fact['about']).filter(
      ({ entity }) => !removed.includes(String(entity)),
    );
  }
  return removed;
}

const listed = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

/** Paragraphs without a fact. */
function listLeftOut(dataset: Fields, facts: readonly Fields[]): number[] {
  const source = isObject(dataset['source']) ? dataset['source'] : {};
  const used = new Set(
    facts.flatMap(({ evidence }) => objectsIn(evidence).map(({ paragraph }) => paragraph)),
  );
  const known = objectsIn(source['leftOut']).filter(({ paragraph }) => !used.has(paragraph));
  const numbers = new Set(known.map(({ paragraph }) => paragraph));
  const added = objectsIn(source['paragraphs'])
    .map((_, index) => index + 1)
    .filter((paragraph) => !used.has(paragraph) && !numbers.has(paragraph));
  const reason = `${TO_WRITE}: why this paragraph has no fact`;
  const all: Fields[] = [...known, ...added.map((paragraph) => ({ paragraph, reason }))];
  source['leftOut'] = all.sort((a, b) => Number(a['paragraph']) - Number(b['paragraph']));
  return added;
}
