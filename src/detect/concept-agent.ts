/**
 * Finds the agent of an action, as a preposition names it: "by Poland", "from Polish territory". A giver, an origin and a border are
 * none. Knows the tables of one language.
 */
import { isDonor, type Act } from './concept-name.ts';
import { isNoun as isNounAt } from './concept-object.ts';
import { isAgent } from './concept-reference.ts';
import type { ConceptTables } from './concept-tables.ts';
import type { Token } from './token.ts';

/** How many words after the action an agent may stand. */
const AGENT_REACH = 12;
/** How many words after its preposition the name of an agent may stand. */
const AGENT_NAME_REACH = 6;

/** "By Poland", "durch die Nato", "from Polish territory". */
export function agentOf(
  tables: ConceptTables,
  sentence: readonly Token[],
  { action, object }: Act,
): 'member' | 'other' | undefined {
  const isNoun = isNounAt(tables, sentence, action);
  const start = isNoun ? action.end : agentStart(tables, { action, object });
  const end = Math.min(sentence.length, Math.max(action.end, object.end) + AGENT_REACH);
  for (let at = start; at < end; at++) {
    const length = isAgent(tables, sentence, at) ? tables.agent.lengthAt(sentence, at) : 0;
    if (length === 0 || isDonor(tables, sentence, at)) continue;
    // German "von" in "Abschuss von Drohnen" names the object.
    const isOfObject = isNoun && at < object.end && tables.owner.lengthAt(sentence, at) > 0;
    if (tables.freeOrder && isOfObject) continue;
    const actor = agentAt(tables, sentence, { at, length });
    if (actor) return actor;
  }
  return undefined;
}

function agentAt(
  tables: ConceptTables,
  sentence: readonly Token[],
  { at, length }: { at: number; length: number },
): 'member' | 'other' | undefined {
  for (let name = at + length; name <= at + AGENT_NAME_REACH && name < sentence.length; name++) {
    if (name > at + length && /[,;:()]/.test(sentence[name]?.gap ?? '')) return undefined;
    if (tables.otherActors.lengthAt(sentence, name) > 0) {
      // "Fired by Russia" and "from Ukraine" do not say who stops the object.
      const isSource = tables.objectsOf.lengthAt(sentence, name) > 0;
      return isSource || tables.locative.lengthAt(sentence, at) > 0 ? undefined : 'other';
    }
    // "From pickups that Poland gave"
    const isArticle = tables.article.lengthAt(sentence, name) > 0;
    if (!isArticle && tables.relative.lengthAt(sentence, name) > 0) return undefined;
    if (isBorder(tables, sentence, name)) return undefined;
    if (tables.actors.lengthAt(sentence, name) > 0) return 'member';
  }
  return undefined;
}

/** "From the Polish border": it is a place to measure from. */
function isBorder(tables: ConceptTables, sentence: readonly Token[], name: number): boolean {
  const end = name + tables.actors.lengthAt(sentence, name);
  return (
    end > name &&
    tables.description.lengthAt(sentence, end) > 0 &&
    [tables.territory, tables.weapons].every((table) => table.lengthAt(sentence, end) === 0) &&
    tables.actsFor.lengthAt(sentence, end + 1) === 0
  );
}

function agentStart({ freeOrder }: ConceptTables, { action, object }: Act): number {
  return freeOrder ? Math.min(action.start, object.end) : action.end;
}
