/**
 * Facts that do not agree with their source's text, and how they are left out, wherever an added dataset is shown: whatever rests on
 * nothing else goes with them. Pure.
 */
import type { EntityContext, Knowledge } from '../dataset/index.ts';
import { entityKey, type LibraryEntry } from './registry.ts';

/** Keys of the facts of a dataset that its check found wrong. */
export const wrongFactsOf = ({ id, check }: LibraryEntry): ReadonlySet<string> =>
  new Set(check?.differs.map((fact) => entityKey(id, fact)));

/** @param ids of the facts */
export function contextWithout(context: EntityContext, ids: ReadonlySet<string>): EntityContext {
  if (ids.size === 0) return context;
  const isLeft = ({ id }: { id: string }): boolean => !ids.has(id);
  return {
    ...context,
    facts: context.facts.filter(isLeft),
    background: context.background.filter(isLeft),
    positions: context.positions
      .map((group) => ({ ...group, positions: restingOn(group.positions, isLeft) }))
      .filter(({ positions }) => positions.length > 0),
    timeline: restingOn(context.timeline, isLeft),
    related: restingOn(context.related, isLeft),
    quotes: context.quotes.filter(({ fact }) => isLeft(fact)),
  };
}

/** The same for all that a dataset says. @param ids of the facts */
export function knowledgeWithout(knowledge: Knowledge, ids: ReadonlySet<string>): Knowledge {
  if (ids.size === 0) return knowledge;
  const isLeft = (id: string): boolean => !ids.has(id);
  return {
    ...knowledge,
    facts: knowledge.facts.filter(({ id }) => isLeft(id)),
    positions: restingOn(knowledge.positions, isLeft),
    timeline: restingOn(knowledge.timeline, isLeft),
    relations: restingOn(knowledge.relations, isLeft),
    quotes: knowledge.quotes.filter(({ fact }) => isLeft(fact)),
  };
}

/** What rests on several facts stays as long as one of them is left. */
const restingOn = <Fact, Note extends { facts: readonly Fact[] }>(
  notes: readonly Note[],
  isLeft: (fact: Fact) => boolean,
): Note[] =>
  notes
    .map((note) => ({ ...note, facts: note.facts.filter(isLeft) }))
    .filter(({ facts }) => facts.length > 0);
