/** Finds the owner of an object: "Russian missiles", "drones fired by the Houthis". Knows the tables of one language. */
import { has, type ConceptTables } from './concept-tables.ts';
import type { PhraseMatch } from './phrase.ts';
import type { Token } from './token.ts';

/** How many words from an object its owner may stand. */
const OWNER_REACH = 4;

/** How many words before another setting a word of comparison may stand: "as over Israel". */
const COMPARE_REACH = 4;

/** The owner of an object: one of `objectsOf` (`ours`), one of `objectsNotOf` (`other`), or not in the sentence. */
export type Owner = 'ours' | 'other' | 'unsaid';

export function ownerOf(
  tables: ConceptTables,
  sentence: readonly Token[],
  object: PhraseMatch,
): Owner {
  const around = { start: object.start - OWNER_REACH, end: object.end + OWNER_REACH };
  if (has(tables.otherWeapons, sentence, around)) return 'other';
  const first = tables.verbFirst ? object.start : Math.max(0, object.start - OWNER_REACH);
  for (let at = object.end - 1; at >= first; at--) {
    if (at < object.start && stopsOwner(tables, sentence, at)) break;
    if (at < object.start && tables.article.lengthAt(sentence, at) > 0) break;
    if (tables.objectsOf.lengthAt(sentence, at) > 0) return 'ours';
    if (at < object.start && tables.objectsNotOf.lengthAt(sentence, at) > 0) return 'other';
  }
  let isFrom = false;
  for (let at = object.end; at < object.end + OWNER_REACH + 1; at++) {
    if (/[,;:()]/.test(sentence[at]?.gap ?? ',')) break;
    if (tables.owner.lengthAt(sentence, at) > 0) isFrom = true;
    if (tables.objectsOf.lengthAt(sentence, at) > 0) return 'ours';
    // "Drohnen der Huthi", "missiles iraniens": without a preposition the owner stands right after the object.
    const isBeside = tables.freeOrder && at < object.end + 2;
    if ((isFrom || isBeside) && tables.objectsNotOf.lengthAt(sentence, at) > 0) return 'other';
    const stops = [tables.agent, tables.locative, tables.actions];
    if (
      stops.some((table) => table.lengthAt(sentence, at) > 0) &&
      !isOwnerWord(tables, sentence, at)
    )
      break;
  }
  return 'unsaid';
}

function isOwnerWord(tables: ConceptTables, sentence: readonly Token[], at: number): boolean {
  return tables.owner.lengthAt(sentence, at) > 0;
}

/** Whether a word before an object ends its description: the action, or "forces" or "airspace", which the description belongs to. */
function stopsOwner(tables: ConceptTables, sentence: readonly Token[], at: number): boolean {
  return (
    tables.actions.lengthAt(sentence, at) > 0 ||
    tables.actsFor.lengthAt(sentence, at) > 0 ||
    tables.territory.lengthAt(sentence, at) > 0 ||
    /[,;:()]/.test(sentence[at + 1]?.gap ?? '')
  );
}

/** Whether the sentence is about another setting. A comparison with another setting does not count. */
export function isOtherSetting(tables: ConceptTables, sentence: readonly Token[]): boolean {
  return sentence.some(
    (_, at) =>
      tables.otherSetting.lengthAt(sentence, at) > 0 &&
      !has(tables.compare, sentence, { start: at - COMPARE_REACH, end: at }),
  );
}
