/**
 * Whose an object is: "Russian missiles", "drones fired by the Houthis". Knows the tables of one language.
 */
import { has, type ConceptTables } from './concept-tables.ts';
import type { PhraseMatch } from './phrase.ts';
import type { Token } from './token.ts';

/** How far from an object the word stands that says whose it is, in words. */
const OWNER_REACH = 4;

/** How far before another war the word stands that compares with it: "as over Israel". */
const COMPARE_REACH = 4;

/** Whose an object is, as far as the sentence says. */
export type Owner = 'ours' | 'other' | 'unsaid';

export function ownerOf(
  tables: ConceptTables,
  sentence: readonly Token[],
  object: PhraseMatch,
): Owner {
  for (let at = object.start; at >= Math.max(0, object.start - OWNER_REACH); at--) {
    if (at < object.start && stopsOwner(tables, sentence, at)) break;
    if (tables.objectsOf.lengthAt(sentence, at) > 0) return 'ours';
    if (at < object.start && tables.objectsNotOf.lengthAt(sentence, at) > 0) return 'other';
  }
  let isFrom = false;
  for (let at = object.end; at < object.end + OWNER_REACH + 1; at++) {
    if (/[,;:()]/.test(sentence[at]?.gap ?? ',')) break;
    if (tables.owner.lengthAt(sentence, at) > 0) isFrom = true;
    if (tables.objectsOf.lengthAt(sentence, at) > 0) return 'ours';
    // "Drohnen der Huthi", "missiles iraniens": without a preposition only right behind.
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

/** Words that end the description before an object: the action, or "forces" of whom the description is. */
function stopsOwner(tables: ConceptTables, sentence: readonly Token[], at: number): boolean {
  return (
    tables.actions.lengthAt(sentence, at) > 0 ||
    tables.actsFor.lengthAt(sentence, at) > 0 ||
    /[,;:()]/.test(sentence[at + 1]?.gap ?? '')
  );
}

/** Whether the sentence is about another war; one that is only compared with does not count. */
export function isOtherSetting(tables: ConceptTables, sentence: readonly Token[]): boolean {
  return sentence.some(
    (_, at) =>
      tables.otherSetting.lengthAt(sentence, at) > 0 &&
      !has(tables.compare, sentence, { start: at - COMPARE_REACH, end: at }),
  );
}
