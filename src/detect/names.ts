/**
 * The judge of names: decides which aliases in a block are mentions. A full name decides alone. For a bare name the judge
 * uses the words beside it, what the page said before, and the evidence in the data.
 */
import { judgeBare, type BareName } from './bare.ts';
import type { Company, CompanyScale } from './company.ts';
import {
  createEvidenceScale,
  type BlockEvidence,
  type EvidenceScale,
  type NameSpan,
  type TokenSpan,
} from './evidence.ts';
import type { AliasMatch, Gazetteer } from './gazetteer.ts';
import { isLikely } from './language.ts';
import type { PageMemory } from './memory.ts';
import { CONFIDENCE, type Mention } from './mention.ts';
import { seeNamesake, type Namesake, type NamesakeRules, type Surroundings } from './namesakes.ts';
import {
  createPersonRules,
  seePerson,
  type PersonRules,
  type PersonSeen,
  unseenAt,
} from './person.ts';
import { comesAfter, comesBefore, createPhraseTable, type PhraseTable } from './phrase.ts';
import { isParted } from './seams.ts';
import type { CompiledEntity } from './compiled.ts';
import type { Token } from './token.ts';

/** One block of a page in tokens and sentences, with the memory of its page. */
export interface Block {
  text: string;
  /** Whether a word is a small word of any language. */
  isSmallWord: (word: string) => boolean;
  tokens: readonly Token[];
  sentences: readonly (readonly Token[])[];
  /** How many small words of each language the block has. */
  languages: () => ReadonlyMap<string, number>;
  memory: PageMemory;
}

/** A mention whose entity is an index into the finder's list of entities. */
export type NameMention = Omit<Mention, 'entity' | 'surface'> & { entity: number };

/** What the languages say about the words beside names. */
export interface GeneralRules {
  people: Pick<PersonRules, 'others' | 'honorifics' | 'and'>;
  namesakes: NamesakeRules;
  company: CompanyScale;
  /** Languages that write all nouns with a capital. */
  capitalNouns: readonly string[];
}

interface EntityRules {
  isMain: boolean;
  person: PersonRules;
  evidence: EvidenceScale;
  wordAfter: PhraseTable;
}

export function createNameFinder(
  entities: readonly CompiledEntity[],
  gazetteer: Gazetteer,
  general: () => GeneralRules,
): (block: Block) => NameMention[] {
  const compiled: EntityRules[] = [];
  const rulesOf = (entity: number): EntityRules | undefined => {
    const data = entities[entity];
    if (!data) return undefined;
    return (compiled[entity] ??= {
      isMain: data.tier === 'main',
      person: createPersonRules(data, general().people),
      evidence: createEvidenceScale(data),
      wordAfter: createPhraseTable(data.wordAfter),
    });
  };
  return (block) => {
    const { tokens } = block;
    const named = new Map<number, Named[]>();
    for (let index = 0; index < tokens.length; index++) {
      const matches = gazetteer.matchesAt(tokens, index);
      // The usual case.
      if (matches.length === 0) continue;
      const withRules = matches.sort(byWorth).flatMap((match) => {
        const rules = rulesOf(match.alias.entity);
        return rules ? [{ match, rules }] : [];
      });
      named.set(index, withRules);
    }
    return named.size > 0 ? judgeAll(block, seeCandidates(block, general(), named)) : [];
  };
}

/** Reads the words beside all names of a block. */
function seeCandidates(
  block: Block,
  { company: scale, namesakes, capitalNouns }: GeneralRules,
  named: ReadonlyMap<number, readonly Named[]>,
): Candidate[][] {
  const { tokens } = block;
  const company = scale(tokens);
  const spans = sentenceSpans(block.sentences);
  const around: Surroundings = {
    tokens,
    isPublic: (index) =>
      company.isAt(index) ||
      (named.get(index) ?? []).some(({ match, rules }) => !match.lower && rules.isMain),
    hasCapitalNouns: () => isLikelyIn(block, capitalNouns),
  };
  return [...named.values()].map((at) =>
    at.map(({ match, rules }) => {
      const { start, end, alias } = match;
      const place = { start, end, sentence: spans[start] ?? { start: 0, end: tokens.length } };
      const isPerson = alias.kind === 'surname';
      return {
        ...{ block, match, place, rules, company },
        ...(isPerson ? seePerson(rules.person, tokens, match, company) : unseenAt(start)),
        namesake: seeNamesake(namesakes, around, { place, isPerson }),
        isOthers: comesAfter(rules.person.notAfter, tokens, start),
      };
    }),
  );
}

/** Judges name after name in the order of the text, because each may decide about those after it. */
function judgeAll({ tokens, memory }: Block, candidates: readonly Candidate[][]): NameMention[] {
  const evidence = new Map<number, BlockEvidence>();
  const evidenceOf = (entity: number, scale: EvidenceScale): BlockEvidence => {
    let found = evidence.get(entity);
    if (!found) {
      found = scale(tokens);
      evidence.set(entity, found);
      if (found.hasAgainst) memory.sawAgainst(entity);
    }
    return found;
  };
  const companions = companionsIn(candidates.flat().filter(({ rules }) => rules.isMain));
  return candidates.flatMap((at) => {
    const accepted = new Set<number>();
    return at.flatMap((candidate) => {
      const { match, place, rules } = candidate;
      const { entity } = match.alias;
      if (accepted.has(entity)) return [];
      const others = companions.get(place.sentence) ?? new Set();
      const hasCompanion = others.size > Number(others.has(entity));
      const mention = judge(candidate, evidenceOf(entity, rules.evidence), hasCompanion);
      memory.decided(entity);
      if (!mention) return [];
      accepted.add(entity);
      return [mention];
    });
  });
}

/** Sorts common nouns last, so that "Storm Shadow missiles" is one mention of the proper name. */
function byWorth(a: AliasMatch, b: AliasMatch): number {
  return (
    Number(a.alias.kind === 'common') - Number(b.alias.kind === 'common') ||
    b.end - b.start - (a.end - a.start)
  );
}

/** The sentence of each token. */
function sentenceSpans(sentences: Block['sentences']): TokenSpan[] {
  const spans: TokenSpan[] = [];
  for (const sentence of sentences) {
    const span = { start: spans.length, end: spans.length + sentence.length };
    for (let at = span.start; at < span.end; at++) spans.push(span);
  }
  return spans;
}

/** An alias in a block, with the rules of its entity. */
interface Named {
  match: AliasMatch;
  rules: EntityRules;
}

/** The same, and what the words beside it say. */
interface Candidate extends Named, PersonSeen {
  block: Block;
  place: NameSpan;
  company: Company;
  namesake: Namesake | undefined;
  /** Whether one of the entity's `notAfter` stands before it. */
  isOthers: boolean;
}

/** The entities of each sentence whose names are company for other names in it. */
function companionsIn(candidates: readonly Candidate[]): Map<TokenSpan, Set<number>> {
  const companions = new Map<TokenSpan, Set<number>>();
  for (const candidate of candidates.filter(isCompanion)) {
    const { match, place } = candidate;
    const known = companions.get(place.sentence) ?? new Set();
    companions.set(place.sentence, known.add(match.alias.entity));
  }
  return companions;
}

const isCompanion = ({ match: { alias, lower }, person, namesake, isOthers }: Candidate): boolean =>
  person === 'own' ||
  (person === 'unsaid' && !namesake && !isOthers && !lower && alias.alone !== false);

function judge(
  candidate: Candidate,
  evidence: BlockEvidence,
  hasCompanion: boolean,
): NameMention | undefined {
  const { block, match, place, rules, person, namesake, isOthers } = candidate;
  const { alias, end } = match;
  const { tokens, memory } = block;
  const isPerson = alias.kind === 'surname';
  if (person === 'own' && namesake !== 'thing') {
    memory.sawPerson(alias.entity, 'own');
    return accept(candidate, 'full-name', candidate.first);
  }
  if (match.onlyIn && !isLikelyIn(block, [match.onlyIn])) return undefined;
  if (isParted(tokens, end) && !isKnownWord(block, candidate)) return undefined;
  if (person === 'other') {
    memory.sawPerson(alias.entity, 'other');
    return undefined;
  }
  const isTitled = isPerson && !isOthers && evidence.isTitled(place);
  if (!isTitled && (isOthers || comesBefore(rules.person.notBefore, tokens, end))) return undefined;
  if (!isTitled && namesake) {
    if (namesake === 'person') memory.sawPerson(alias.entity, 'other');
    return undefined;
  }
  if (isTitled || (isPerson && alias.wordIn.length === 0 && evidence.isFollowed(place))) {
    memory.sawPerson(alias.entity, 'own');
    return accept(candidate, 'titled-name');
  }
  if (memory.personOf(alias.entity) !== 'own')
    memory.sawText(block.text, () => ({ weights: candidate.company.all, length: tokens.length }));
  if (isParted(tokens, match.start)) return undefined;
  const rule = judgeBare(bareOf(candidate, evidence, hasCompanion));
  return rule && accept(candidate, rule);
}

/** Whether the rest of a word that begins with a name is a word too: "Lammytold". */
const isKnownWord = (
  { tokens, isSmallWord }: Block,
  { match: { end }, company }: Candidate,
): boolean => company.isAt(end) || isSmallWord(tokens[end]?.word ?? '');

function bareOf(
  { block, match, place, rules, company }: Candidate,
  evidence: BlockEvidence,
  hasCompanion: boolean,
): BareName {
  const { tokens, memory } = block;
  const { wordAfter } = rules;
  return {
    ...{ match, place, tokens, memory, evidence, company, wordAfter, hasCompanion },
    isLabel: isLabel(block, place),
    isLikelyIn: (languages) => isLikelyIn(block, languages),
  };
}

/** "BLINKEN 40W": a name in capitals, in a sentence that has other letters too. */
function isLabel({ text, tokens }: Block, { start, end, sentence }: NameSpan): boolean {
  const written = (from: number, to: number): string =>
    text.slice(tokens[from]?.start, tokens[to - 1]?.end);
  const name = written(start, end);
  if (name !== name.toUpperCase() || name === name.toLowerCase()) return false;
  const rest = written(sentence.start, start) + written(end, sentence.end);
  return rest !== rest.toUpperCase();
}

function isLikelyIn({ languages, memory }: Block, wanted: readonly string[]): boolean {
  return isLikely(wanted, languages(), memory.languageScores());
}

function accept(
  { block: { tokens }, match: { alias, start, end } }: Candidate,
  rule: keyof typeof CONFIDENCE,
  first = start,
): NameMention {
  return {
    entity: alias.entity,
    start: tokens[first]?.start ?? 0,
    end: tokens[end - 1]?.end ?? 0,
    rule,
    confidence: CONFIDENCE[rule],
  };
}
