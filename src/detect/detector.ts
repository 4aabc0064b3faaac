/** Joins scanner and judge: one detector for a set of entities, one memory for each page. */
import { createCompanyScale } from './company.ts';
import { createConceptFinder } from './concept.ts';
import { createGazetteer } from './gazetteer.ts';
import { createLanguageGuesser } from './language.ts';
import { createPageMemory, type PageMemory } from './memory.ts';
import type { Mention } from './mention.ts';
import { createNameFinder, type Block, type GeneralRules, type NameMention } from './names.ts';
import { createNamesakeRules } from './namesakes.ts';
import { createGivenNames } from './person.ts';
import type { Catalogued, CompiledLinguistics, DetectorParts, JudgeRules } from './compiled.ts';
import { BITS } from './scanner-tables.ts';
import type { Scanner } from './scanner.ts';
import { splitAtSeams } from './seams.ts';
import { sentences } from './sentence.ts';
import { tokenize, type Token } from './token.ts';

/** Detects mentions in one page, block after block. Earlier blocks can decide what later ones mean. */
export interface PageDetector {
  /** @returns the mentions in the text of one block, in order and without overlap */
  detect(block: string): Mention[];
  /** Grows when a block contained something that may change the mentions of earlier blocks. */
  revision(): number;
  /** Begins the same page again, and keeps what it learned about the page. */
  restart(): void;
}

/** What a caller knows about a page before its first block. */
export interface PageHint {
  /** Language that the page declares, a BCP 47 tag. */
  lang?: string;
  /** Text of the page. The detector guesses the language from it. */
  text?: string;
}

/** How much text the guess at a page's language uses, in UTF-16 code units. */
const SAMPLE = 3000;
/** How many small words of a language the page's declaration is worth. */
const DECLARED = 5;

export interface Detector {
  /** A new scanner, for one walk over a page. */
  createScanner(): Scanner;
  startPage(hint?: PageHint): PageDetector;
  /** @returns all mentions in the text of one page. Blank lines separate its blocks. */
  detect(text: string): Mention[];
  /** Size of the scanner's tables, in bytes. */
  tableBytes: number;
  /** The entities that it looks for. */
  wanted: readonly Catalogued[];
}

/** Limit on passes over a page whose end changes what its beginning means. */
const PASSES_MAX = 3;

/** @param isWanted which entities to look for; all by default */
export function createDetector(
  { catalogue, scanners: scannersOf, rules }: DetectorParts,
  isWanted: (entity: Catalogued) => boolean = () => true,
): Detector {
  const scanners = scannersOf();
  const isOn = catalogue.map(isWanted);
  const wanted = catalogue.filter((_, at) => isOn[at]);
  const bits = bitsOf(wanted);
  let judge: Judge | undefined;
  const judgeNow = (): Judge => {
    const { entities, ...rest } = rules();
    return createJudge({ ...rest, entities: entities.filter((_, at) => isOn[at]) });
  };
  const gate = scanners.start(bits);
  const startPage = ({ lang, text = '' }: PageHint = {}): PageDetector => {
    const memory = createPageMemory();
    const [declared] = lang?.toLowerCase().split('-') ?? [];
    if (declared) memory.sawLanguage(() => new Map([[declared, DECLARED]]));
    let sample = text.slice(0, SAMPLE);
    return {
      detect(block) {
        gate.reset();
        gate.feed(block);
        const found = gate.found();
        const mayHave = {
          names: (found & (BITS.main | BITS.cast)) !== 0,
          concepts: (found & BITS.objects) !== 0,
        };
        if (!mayHave.names && !mayHave.concepts) return [];
        judge ??= judgeNow();
        if (sample) judge.learn(sample, memory);
        sample = '';
        return judge.detect(block, memory, mayHave);
      },
      revision: () => memory.revision(),
      restart() {
        memory.restart();
      },
    };
  };
  return {
    createScanner: () => scanners.start(bits),
    startPage,
    detect: (text) => detectPage(startPage({ text }), text),
    tableBytes: scanners.tableBytes,
    wanted,
  };
}

/** What the scanner has to look for. */
export const bitsOf = (entities: readonly Catalogued[]): number =>
  entities.reduce(
    (sum, { tier, isConcept }) => sum | BITS[tier] | (isConcept ? BITS.objects : 0),
    0,
  );

export function detectPage(page: PageDetector, text: string): Mention[] {
  const blocks = blocksOf(text);
  for (let pass = 1; ; pass++) {
    const before = page.revision();
    const mentions = blocks.flatMap(({ block, offset }) =>
      page.detect(block).map((mention) => ({
        ...mention,
        start: mention.start + offset,
        end: mention.end + offset,
      })),
    );
    if (page.revision() === before || pass === PASSES_MAX) return mentions;
    page.restart();
  }
}

/** Blocks of a text with their offsets, in UTF-16 code units. */
function blocksOf(text: string): { block: string; offset: number }[] {
  const blocks: { block: string; offset: number }[] = [];
  let offset = 0;
  for (const parting of text.matchAll(/\r?\n[\t ]*\r?\n\s*/g)) {
    blocks.push({ block: text.slice(offset, parting.index), offset });
    offset = parting.index + parting[0].length;
  }
  return [...blocks, { block: text.slice(offset), offset }];
}

/** What the scanner found in a block. */
type MayHave = Record<'names' | 'concepts', boolean>;

interface Judge {
  detect(block: string, memory: PageMemory, mayHave: MayHave): Mention[];
  /** Learns from a text of the page in which nobody looks for mentions. */
  learn(text: string, memory: PageMemory): void;
}

function createJudge({ entities, linguistics, smallWords }: JudgeRules): Judge {
  const wordsOf: WordsOf = (part) =>
    new Set(
      Object.values(linguistics.languages).flatMap((language) => (language[part] ?? '').split(' ')),
    );
  let general: GeneralRules | undefined;
  const generalNow = () => (general ??= generalRules(linguistics, wordsOf));
  const gazetteer = createGazetteer(entities, linguistics);
  const findNames = createNameFinder(entities, gazetteer, generalNow);
  const findConcepts = createConceptFinder(entities, linguistics);
  const guesser = createLanguageGuesser(smallWords);
  const abbreviations = wordsOf('abbreviations');
  const isCast = ({ entity }: NameMention): boolean => entities[entity]?.tier === 'cast';
  const detect: Judge['detect'] = (text, memory, mayHave) => {
    const tokens = splitAtSeams(tokenize(text), text, gazetteer);
    const languages = guesser.scores(tokens);
    memory.sawLanguage(languages);
    const block: Block = {
      text,
      isSmallWord: (word) => word.length > 2 && Object.hasOwn(smallWords, word),
      tokens,
      sentences: sentences(tokens, abbreviations),
      languages,
      memory,
    };
    const concepts = mayHave.concepts ? findConcepts(block).sort(byLength) : [];
    if (concepts.length > 0) memory.sawConcept();
    const names = mayHave.names ? findNames(block).sort(byLength) : [];
    const main = names.filter((name) => !isCast(name));
    const all = [...main, ...concepts, ...names.filter(isCast)];
    return withoutOverlap(all, text.length).map(({ entity, ...mention }) => ({
      ...mention,
      entity: entities[entity]?.id ?? '',
      surface: text.slice(mention.start, mention.end),
    }));
  };
  const learn: Judge['learn'] = (text, memory) => {
    let read: readonly Token[] | undefined;
    const tokens = (): readonly Token[] => (read ??= tokenize(text));
    memory.sawLanguage(() => guesser.scores(tokens())());
    memory.sawText(text, () => ({
      weights: generalNow().company(tokens()).all,
      length: tokens().length,
    }));
  };
  return { detect, learn };
}

type WordsOf = (part: 'abbreviations' | 'honorifics' | 'and') => Set<string>;

function generalRules(
  { languages, givenNames, besideNames }: CompiledLinguistics,
  wordsOf: WordsOf,
): GeneralRules {
  return {
    people: {
      others: createGivenNames(givenNames.replaceAll(' ', '|')),
      honorifics: wordsOf('honorifics'),
      and: wordsOf('and'),
    },
    namesakes: createNamesakeRules(besideNames),
    company: createCompanyScale(besideNames),
    capitalNouns: Object.keys(languages).filter((code) => languages[code]?.capitalNouns),
  };
}

type Span = Pick<Mention, 'start' | 'end'>;

const byLength = (a: Span, b: Span): number =>
  b.end - b.start - (a.end - a.start) || a.start - b.start;

/** Earlier mentions in the list win. The caller sorts them: names of main entities, concepts, names of the cast. */
function withoutOverlap(mentions: readonly NameMention[], length: number): NameMention[] {
  const kept: NameMention[] = [];
  const taken = new Uint8Array(length);
  for (const mention of mentions) {
    if (taken.subarray(mention.start, mention.end).includes(1)) continue;
    taken.fill(1, mention.start, mention.end);
    kept.push(mention);
  }
  return kept.sort((a, b) => a.start - b.start);
}
