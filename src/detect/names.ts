/**
 * The judge of names: decides which aliases in a block are mentions. A full name decides alone. For a bare name the judge
 * uses the words beside it, what the page said before, and the evidence in the data.
 */
import {
  createEvidenceScale,
  type BlockEvidence,
  type EvidenceScale,
  type TokenSpan,
} from './evidence.ts';
import type { AliasMatch, Gazetteer } from './gazetteer.ts';
import { isLikely } from './language.ts';
import type { PageMemory } from './memory.ts';
import { CONFIDENCE, type Mention } from './mention.ts';
import {
  comesAfter,
  comesBefore,
  createPersonRules,
  seePerson,
  type PersonRules,
} from './person.ts';
import { createPhraseTable, type PhraseTable } from './phrase.ts';
import type { CompiledEntity } from './compiled.ts';
import type { Token } from './token.ts';

/** One block of a page in tokens and sentences, with the memory of its page. */
export interface Block {
  tokens: readonly Token[];
  sentences: readonly (readonly Token[])[];
  /** How many small words of each language the block has. */
  languages: () => ReadonlyMap<string, number>;
  memory: PageMemory;
}

/** A mention whose entity is an index into the finder's list of entities. */
export type NameMention = Omit<Mention, 'entity' | 'surface'> & { entity: number };

interface EntityRules {
  person: PersonRules;
  evidence: EvidenceScale;
  wordAfter: PhraseTable;
}

/** From this weight on, evidence for one name counts for the whole page. */
const SURE = 2;
/** Weight of the page's last full name on the scale of `evidence.ts`. Only a title outweighs it. */
const LAST_PERSON = 3;

export function createNameFinder(
  entities: readonly CompiledEntity[],
  gazetteer: Gazetteer,
  people: () => Pick<PersonRules, 'others' | 'honorifics' | 'and'>,
): (block: Block) => NameMention[] {
  const compiled: EntityRules[] = [];
  const rulesOf = (entity: number): EntityRules | undefined => {
    const data = entities[entity];
    if (!data) return undefined;
    return (compiled[entity] ??= {
      person: createPersonRules(data, people()),
      evidence: createEvidenceScale(data),
      wordAfter: createPhraseTable(data.wordAfter),
    });
  };
  return (block) => {
    const mentions: NameMention[] = [];
    const evidence = new Map<number, BlockEvidence>();
    const spans = sentenceSpans(block.sentences);
    const evidenceOf = (entity: number, scale: EvidenceScale): BlockEvidence => {
      let found = evidence.get(entity);
      if (!found) {
        found = scale(block.tokens);
        evidence.set(entity, found);
        if (found.hasAgainst) block.memory.sawAgainst(entity);
      }
      return found;
    };
    block.tokens.forEach((_, index) => {
      const matches = gazetteer.matchesAt(block.tokens, index);
      // The usual case.
      if (matches.length === 0) return;
      const accepted = new Set<number>();
      for (const match of matches.sort(byWorth)) {
        const { entity } = match.alias;
        const rules = rulesOf(entity);
        if (!rules || accepted.has(entity)) continue;
        const sentence = spans[index] ?? { start: 0, end: block.tokens.length };
        const mention = judge({
          ...{ block, match, rules, sentence },
          evidence: evidenceOf(entity, rules.evidence),
        });
        block.memory.decided(entity);
        if (!mention) continue;
        accepted.add(entity);
        mentions.push(mention);
      }
    });
    return mentions;
  };
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

interface Candidate {
  block: Block;
  match: AliasMatch;
  rules: EntityRules;
  evidence: BlockEvidence;
  sentence: TokenSpan;
}

function judge(candidate: Candidate): NameMention | undefined {
  const { block, match, rules, evidence, sentence } = candidate;
  const { alias, end, start } = match;
  const { tokens, memory } = block;
  const isPerson = alias.kind === 'surname';
  const { person, first } = isPerson
    ? seePerson(rules.person, tokens, match)
    : ({ person: 'unsaid', first: start } as const);
  if (person === 'own') {
    memory.sawPerson(alias.entity, 'own');
    return accept(candidate, 'full-name', first);
  }
  if (match.onlyIn && !isLikelyIn(block, [match.onlyIn])) return undefined;
  if (person === 'other') {
    memory.sawPerson(alias.entity, 'other');
    return undefined;
  }
  const span = { start, end, sentence };
  const isOthers = comesAfter(rules.person.notAfter, tokens, start);
  const isTitled = isPerson && !isOthers && evidence.isTitled(span);
  if (!isTitled && (isOthers || comesBefore(rules.person.notBefore, tokens, end))) return undefined;
  if (isTitled || (isPerson && evidence.isFollowed(span))) {
    memory.sawPerson(alias.entity, 'own');
    return accept(candidate, 'titled-name');
  }
  return match.lower && isPerson ? undefined : judgeBare(candidate);
}

/** Judges a name without given name and title. If it is in doubt, evidence decides. */
function judgeBare(candidate: Candidate): NameMention | undefined {
  const { block, match, evidence, sentence } = candidate;
  const { alias, start, end } = match;
  const { memory } = block;
  const span = { start, end, sentence };
  const last = memory.personOf(alias.entity);
  const isNamed = evidence.isTitled(span) || evidence.isFollowed(span) ? LAST_PERSON + 1 : 0;
  const weightFor = Math.max(isNamed, evidence.weighFor(span), last === 'own' ? LAST_PERSON : 0);
  const weightAgainst = Math.max(
    evidence.weighAgainst(span, memory.isAgainst(alias.entity)),
    last === 'other' ? LAST_PERSON : 0,
  );
  if (weightFor < weightAgainst) return undefined;
  if (weightFor > weightAgainst && weightFor >= SURE) memory.sawFor(alias.entity);
  const isDoubtful = !alias.alone || mayBeWord(candidate);
  if (isDoubtful && weightFor === 0) return undefined;
  if (last === 'own') return accept(candidate, 'remembered-name');
  return accept(candidate, isDoubtful ? 'name-in-context' : 'name');
}

/** Whether the name may be an ordinary word here. The language and the word before it decide. */
function mayBeWord({ block, match, rules, sentence }: Candidate): boolean {
  const { alias, start } = match;
  if (alias.wordIn.length === 0) return false;
  const { tokens } = block;
  const begins = start === sentence.start || /[:"„“»«–-]\s?$/.test(tokens[start]?.gap ?? '');
  if (!begins && !comesAfter(rules.wordAfter, tokens, start)) return false;
  // Headlines quote people like this: "Blinken: ..."
  if (begins && (tokens[match.end]?.gap ?? '').startsWith(':')) return false;
  return isLikelyIn(block, alias.wordIn);
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
