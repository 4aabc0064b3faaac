/**
 * One fact for each sentence, with everything filled in but the statement: where it stands, who is named, who speaks, and when.
 * Proposals for an author. Pure.
 */
import {
  comparable,
  isUnwritten,
  SOURCE_WORDS,
  spanOf,
  TO_WRITE,
  unnamedManner,
  wordsAt,
  type SourceText,
} from '../dataset/authoring.ts';
import { speaksOfFuture, type ProposedDate } from './dates.ts';
import type { NamePlace } from './names.ts';
import { sentencesOf, type Range } from './sentences.ts';

/** A place of an entity's name in a sentence. */
export interface Named extends NamePlace {
  entity: string;
}

export interface FactTools {
  language: string;
  /** Date of the article, or what to write in its place. */
  day: string;
  named: readonly Named[];
  dates: readonly ProposedDate[];
  sha256: (text: string) => string;
}

/** Words from a name to its verb of speech: "Quill, the chief executive of the Lindmark Harbour Authority, said". */
const REACH = 12;

/** As a dataset writes facts; what only a person can decide begins with TODO. */
export function factsIn(source: SourceText, tools: FactTools): object[] {
  return source.paragraphs.flatMap((words, index) =>
    sentencesOf(words).map((range, sentence) => {
      const paragraph = index + 1;
      const text = wordsAt(source, paragraph, range);
      const named = tools.named.filter(
        (place) =>
          place.paragraph === paragraph && place.words[0] >= range[0] && place.words[1] <= range[1],
      );
      const attribution = attributionOf(words, range, { named, language: tools.language });
      return {
        id: `p${paragraph}-${sentence + 1}`,
        statement: `${TO_WRITE}: say in your own words: ${text}`,
        about: aboutOf(named, attribution),
        attribution: attribution.written,
        evidence: [{ paragraph, words: [...range], sha256: tools.sha256(text) }],
        date: dateOf(tools, paragraph, sentence),
        stability: isStable(text, attribution, tools.language) ? 'stable' : 'volatile',
      };
    }),
  );
}

interface Attribution {
  written: { manner: string; speaker?: string };
  /** "he", where the sentence does not name the speaker. */
  pronoun?: string;
}

/** Who speaks in a sentence. A speaker whom it does not name is left to the author. */
function attributionOf(
  words: readonly string[],
  [first, last]: Range,
  { named, language }: { named: readonly Named[]; language: string },
): Attribution {
  const known = SOURCE_WORDS[language];
  const text = comparable(words.slice(first - 1, last).join(' '));
  if (!known) return { written: { manner: `${TO_WRITE}: who says so? on-record, report …` } };
  const unclear = new Set(known.oftenNotSpeech);
  const speech = new Set(known.speech.filter((word) => !unclear.has(word)));
  const plain = (at: number): string => comparable(words[at - 1] ?? '').trim();
  const verbs = Array.from({ length: last - first + 1 }, (_, at) => first + at).filter((at) =>
    speech.has(plain(at)),
  );
  const speakers = verbs.flatMap((verb) => named.filter((place) => speaksAt(place, verb, words)));
  // An aside may end with the name of an office: "Quill, the head of the Harbour Authority, said".
  const speaker = speakers.find(({ type }) => type === 'person') ?? speakers[0];
  const told = named.find(
    ({ words: [start] }) => plain(start - 2) === 'according' && plain(start - 1) === 'to',
  );
  const who = speaker ?? told;
  if (who) return { written: { manner: 'on-record', speaker: who.entity } };
  const pronoun = verbs
    .flatMap((verb) => [plain(verb - 1), endsQuotation(words[verb - 2]) ? plain(verb + 1) : ''])
    .find((word) => known.pronouns.includes(word));
  if (pronoun !== undefined) return unnamedSpeaker(pronoun);
  const manner = unnamedManner(text, known);
  if (manner) return { written: { manner } };
  return /[“"]/.test(words.slice(first - 1, last).join(' ')) && verbs.length > 0
    ? unnamedSpeaker('the speaker')
    : { written: { manner: 'report' } };
}

/** Behind a quotation, the speaker comes after the verb: “So it is,” said he. */
const endsQuotation = (word = ''): boolean => /[,?!]?[”"]$|,$/.test(word);

const unnamedSpeaker = (pronoun: string): Attribution => ({
  written: {
    manner: 'on-record',
    speaker: `${TO_WRITE}: the id of the entity that “${pronoun}” is`,
  },
  pronoun,
});

/** A name speaks if it stands before a verb of speech, with at most an aside between them, or right after it. */
function speaksAt(
  { words: [start, end], type }: Named,
  verb: number,
  words: readonly string[],
): boolean {
  if (type === 'place' || type === 'event') return false;
  const between = words.slice(end, verb - 1);
  const isBefore = end < verb && verb - end <= REACH;
  const isAside =
    between.length === 0 ||
    ((words[end - 1] ?? '').endsWith(',') && (between.at(-1) ?? '').endsWith(','));
  const isAdverb =
    between.length === 1 && /ly$|^(?:also|later|then|has|had)$/.test(between[0] ?? '');
  const isRightAfter =
    start > verb &&
    start - verb <= 4 &&
    !/[,.;:”"]$/.test(words[verb - 1] ?? '') &&
    words
      .slice(verb, start - 1)
      .every(
        (word) => /^[\p{L}-]+$/u.test(word) && !/^(?:that|to|of|in|the report|it)$/.test(word),
      ) &&
    endsQuotation(words[verb - 2]);
  return (isBefore && (isAside || isAdverb)) || isRightAfter;
}

function aboutOf(named: readonly Named[], { written, pronoun }: Attribution): object[] {
  const { speaker } = written;
  const entities = [...new Set(named.map(({ entity }) => entity))];
  const others = entities
    .filter((entity) => entity !== speaker)
    .map((entity) => ({ entity, part: 'topic' }));
  if (speaker !== undefined) {
    const as = pronoun === undefined ? {} : { as: pronoun };
    return [{ entity: speaker, part: 'subject', ...as }, ...others];
  }
  return others.length > 0
    ? others
    : [{ entity: `${TO_WRITE}: the id of the entity that this is about`, part: 'topic' }];
}

/** What goes on since then is said on the day of the article. */
const isSince = (words: string): boolean => /^since /i.test(words);

/** The date of the words in the sentence; without such words the date of the article. A fact is not dated ahead of its article. */
function dateOf({ dates, day }: FactTools, paragraph: number, sentence: number): object {
  const said = dates.filter(({ places }) =>
    places.some((place) => place.paragraph === paragraph && place.sentence === sentence),
  );
  const isAhead = (date: string): boolean =>
    !isUnwritten(day) && spanOf(date).last > spanOf(day).last;
  const happened = said.filter(
    ({ date, words }) => !isSince(words) && (date === undefined || !isAhead(date)),
  );
  const [only, ...others] = happened.filter(({ date }) => date !== day || happened.length === 1);
  if (!only) return { value: day, inferred: true };
  if (others.length === 0 && only.date !== undefined) {
    return { value: only.date, inferred: !/\d{4}/.test(only.words) };
  }
  const words = [only, ...others].map((one) => `“${one.words}”`).join(' or ');
  const isPlan = happened.some(({ choices }) => choices.some(isAhead));
  const otherwise = isPlan ? `; or ${day}, if that still lay ahead` : '';
  return { value: `${TO_WRITE}: the date of ${words}${otherwise}`, inferred: true };
}

/** What was said about plans, offices and talks changes; what a report says has happened does not. */
const isStable = (text: string, { written }: Attribution, language: string): boolean =>
  written.manner === 'report' && !speaksOfFuture(text, language);
