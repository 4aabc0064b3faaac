/**
 * Judges a name without given name and title. It may be anybody's, so it needs a reason: evidence for the entity, the
 * company of politics, another entity, or what the page said elsewhere.
 */
import { ENOUGH_IN_BLOCK, type Company } from './company.ts';
import type { BlockEvidence, NameSpan } from './evidence.ts';
import type { AliasMatch } from './gazetteer.ts';
import type { PageMemory } from './memory.ts';
import { comesAfter, type PhraseTable } from './phrase.ts';
import type { Token } from './token.ts';

/** From this weight on, evidence for one name counts for the whole page. */
const SURE = 2;
/** Weight of the page's last full name on the scale of `evidence.ts`. Only a title outweighs it. */
const LAST_PERSON = 3;

/** A bare name with all that may decide about it. */
export interface BareName {
  match: AliasMatch;
  place: NameSpan;
  tokens: readonly Token[];
  memory: PageMemory;
  evidence: BlockEvidence;
  company: Company;
  wordAfter: PhraseTable;
  /** Whether another main entity is named in the sentence. */
  hasCompanion: boolean;
  /** Whether it is written in capitals in a sentence that is not. */
  isLabel: boolean;
  isLikelyIn: (languages: readonly string[]) => boolean;
}

/** @returns the rule that accepts the name, if one does */
export function judgeBare(
  bare: BareName,
): 'remembered-name' | 'name' | 'name-in-context' | undefined {
  const { match, evidence, place, memory } = bare;
  const { alias, lower } = match;
  const last = memory.personOf(alias.entity);
  const isNamed = evidence.isTitled(place) || evidence.isFollowed(place) ? LAST_PERSON + 1 : 0;
  const weightFor = Math.max(isNamed, evidence.weighFor(place), last === 'own' ? LAST_PERSON : 0);
  const weightAgainst = Math.max(
    evidence.weighAgainst(place, memory.isAgainst(alias.entity)),
    last === 'other' ? LAST_PERSON : 0,
  );
  if (weightFor < weightAgainst) return undefined;
  if (weightFor > weightAgainst && weightFor >= SURE) memory.sawFor(alias.entity);
  if (lower && alias.kind === 'surname') return judgeLower(bare);
  const isWord = mayBeWord(bare);
  if (weightFor === 0 && ((isWord && !bare.hasCompanion) || !hasReason(bare))) return undefined;
  if (last === 'own') return 'remembered-name';
  return alias.alone === false || isWord ? 'name-in-context' : 'name';
}

/** Whether the page gives a bare name without evidence of its own a reason to be the entity's. */
function hasReason({ match: { alias }, place, memory, hasCompanion, ...bare }: BareName): boolean {
  const { kind, alone, entity } = alias;
  if (alone === true) return true;
  // The same weapon or place elsewhere on the page is company too. A surname may have several bearers there.
  if (hasCompanion || (kind !== 'surname' && memory.isSure(entity))) return true;
  if (alone === false) return false;
  if (bare.company.weighAround(place) >= ENOUGH_IN_BLOCK) return true;
  return !bare.isLabel && memory.hasReason(entity);
}

/** "so zelensky asks again": people who type without capitals name persons too. Company must be in the sentence. */
function judgeLower({ match: { alias }, place, ...bare }: BareName): 'name-in-context' | undefined {
  if (alias.alone === false || bare.isLikelyIn(alias.wordIn)) return undefined;
  if (!standsFree(bare.tokens, place)) return undefined;
  const isOwn = bare.evidence.weighFor(place) > 0;
  const hasCompany = bare.company.weighIn(place.sentence, place) >= ENOUGH_IN_BLOCK;
  return isOwn || hasCompany || bare.hasCompanion ? 'name-in-context' : undefined;
}

/** Not in an address of the web, or in a compound. */
const standsFree = (tokens: readonly Token[], { start, end }: NameSpan): boolean =>
  /(?:^|[\s"'«„“(])$/.test(tokens[start]?.gap ?? '.') &&
  /^(?:'|(?!\.$)[,.!?:;)"'»”…]*(?:\s|$))/.test(tokens[end]?.gap ?? ' ');

/** Whether the name may be an ordinary word here. The language and the word before it decide. */
function mayBeWord({ match: { alias }, tokens, place, wordAfter, isLikelyIn }: BareName): boolean {
  if (alias.wordIn.length === 0) return false;
  const { start, end, sentence } = place;
  const begins = start === sentence.start || /[:"„“»«–-]\s?$/.test(tokens[start]?.gap ?? '');
  if (!begins && !comesAfter(wordAfter, tokens, start)) return false;
  // Headlines quote people like this: "Blinken: ..."
  if (begins && (tokens[end]?.gap ?? '').startsWith(':')) return false;
  return isLikelyIn(alias.wordIn);
}
