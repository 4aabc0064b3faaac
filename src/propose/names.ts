/**
 * Names in an article, found by capital letters and by the words around them, with what they may be. A proposal for an author, who
 * knows better. Pure.
 */
import { comparable, SOURCE_WORDS, type SourceText } from '../dataset/authoring.ts';
import {
  EVENTS,
  INSIDE,
  NOT_NAMES,
  OPENERS,
  ORGANISATIONS,
  PLACES,
  TITLES,
  WHERE,
} from './name-words.ts';
import { sentencesOf } from './sentences.ts';

/** One place where a name stands. */
export interface NamePlace {
  paragraph: number;
  /** First and last word, counted from 1. */
  words: [number, number];
  /** As in the text, without marks around it and without an office before it. */
  text: string;
  /** The office right before it: "harbour minister". */
  title: string;
  /** What the words around it speak for. */
  type: NameType | undefined;
}

export type NameType = 'person' | 'organisation' | 'place' | 'event';

/** A name with all its places. */
export interface ProposedName {
  /** The longest form. */
  name: string;
  /** All forms, the longest first. */
  forms: string[];
  type: NameType | undefined;
  title: string;
  places: NamePlace[];
}

/** In the order of their first places. */
export function namesIn(source: SourceText, language: string): ProposedName[] {
  const ordinary = ordinaryWords(source);
  const places = source.paragraphs.flatMap((words, index) =>
    sentencesOf(words).flatMap(([first, last]) =>
      placesIn(words, { first, last, paragraph: index + 1, ordinary, language }),
    ),
  );
  const inside = new Set(places.filter(({ isSure }) => isSure).map(({ text }) => text));
  const lastWords = new Set([...inside].map((text) => text.split(' ').at(-1)));
  // A single word at the beginning of a sentence is a name if it is one somewhere else.
  return grouped(
    places.filter(({ isSure, text }) => isSure || inside.has(text) || lastWords.has(text)),
  );
}

/** Words that the article also writes in lower case. */
const ordinaryWords = ({ paragraphs }: SourceText): Set<string> =>
  new Set(
    paragraphs
      .flat()
      .map(bare)
      .filter((word) => /^\p{Ll}/u.test(word)),
  );

/** Without marks around it and without its genitive. "U.S." keeps its marks. */
const bare = (word: string): string =>
  /^["'“‘([]*((?:\p{Lu}\.){2,})/u.exec(word)?.[1] ??
  word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '').replace(/['’]s?$/, '');

interface Sentence {
  first: number;
  last: number;
  paragraph: number;
  ordinary: ReadonlySet<string>;
  language: string;
}

function placesIn(
  words: readonly string[],
  sentence: Sentence,
): (NamePlace & { isSure: boolean })[] {
  const found: (NamePlace & { isSure: boolean })[] = [];
  for (let at = sentence.first; at <= sentence.last; at += 1) {
    const end = endOfName(words, at, sentence.last);
    if (end < at) continue;
    const run = [at, end] as const;
    at = end;
    const place = placeOf(words, run, sentence);
    if (place) found.push(place);
  }
  return found;
}

const isCapital = (word: string): boolean => /^["'“‘([]*\p{Lu}/u.test(word);
const opens = (word: string): boolean => /^["'“‘([]/.test(word);
const closes = (word: string): boolean => /[^\p{L}\p{N}.]$|\p{L}{3}\.$|['’]s$/u.test(word);

/** The last word of the name that begins at a word; less than the word if none does. */
function endOfName(words: readonly string[], start: number, last: number): number {
  const wordAt = (at: number): string => words[at - 1] ?? '';
  if (!isCapital(wordAt(start))) return start - 1;
  let end = start;
  while (end < last && !closes(wordAt(end))) {
    let next = end + 1;
    while (next < last && next - end <= 2 && INSIDE.has(wordAt(next))) next += 1;
    const joined = next > end + 1 && words.slice(end, next - 1).some((word) => word === 'and');
    if (!isCapital(wordAt(next)) || opens(wordAt(next)) || joined) break;
    end = next;
  }
  return end;
}

/** The name in a run of words with capitals: openers of the sentence and offices are cut off. */
function placeOf(
  words: readonly string[],
  [start, end]: readonly [number, number],
  { first, paragraph, ordinary, language }: Sentence,
): (NamePlace & { isSure: boolean }) | undefined {
  const wordAt = (at: number): string => bare(words[at - 1] ?? '');
  const lower = (at: number): string => wordAt(at).toLowerCase();
  let from = start;
  const starts = from === first || opens(words[from - 1] ?? '');
  if (
    starts &&
    (OPENERS.has(lower(from)) ||
      (from < end && ordinary.has(lower(from)) && !TITLES.has(lower(from))))
  )
    from += 1;
  const titleFrom = from;
  from = afterOffice(words.slice(0, end).map(bare), from);
  const parts = words.slice(from - 1, end).map(bare);
  const text = parts.join(' ');
  const isSingle = from === end;
  if (from > end || text === '' || /\p{N}/u.test(text[0] ?? '')) return undefined;
  if (parts.every((part) => NOT_NAMES.has(part.toLowerCase()) || OPENERS.has(part.toLowerCase())))
    return undefined;
  if (isSingle && TITLES.has(text.toLowerCase())) return undefined;
  const cut = words.slice(titleFrom - 1, from - 1).map(bare);
  const title =
    cut.length > 0 ? cut.join(' ') : officeBefore(words, from) || officeAfter(words, end);
  const type = typeOf(words, [from, end], { title, language });
  const isSure = !isSingle || !starts || from !== start || cut.length > 0 || type === 'person';
  return {
    paragraph,
    words: [from, end],
    text,
    title,
    type,
    isSure: isSure && !(isSingle && ordinary.has(text.toLowerCase())),
  };
}

/** Where a name begins behind its office: at "Antony" of "U.S. Secretary of State Antony Blinken". Counted from 1. */
function afterOffice(words: readonly string[], start: number): number {
  const parts = words.slice(start - 1).map((word) => word.toLowerCase());
  const office = parts.findLastIndex((part, at) => TITLES.has(part) && at < parts.length - 1);
  if (office < 0 || parts.slice(office + 1).some((part) => ORGANISATIONS.has(part))) return start;
  const field = parts[office + 1] === 'of' && parts.length > office + 3 ? 2 : 0;
  return start + office + 1 + field;
}

/** "harbour minister" of "the harbour minister Ada Quill". At most four words. */
function officeBefore(words: readonly string[], start: number): string {
  const before = words.slice(Math.max(0, start - 5), start - 1);
  const last = before.at(-1) ?? '';
  if (!TITLES.has(last)) return '';
  const article = before.findLastIndex((word) =>
    /^["“]?(?:the|a|an|its|their|his|her)$/i.test(word),
  );
  const office = article < 0 ? [last] : before.slice(article + 1);
  return office.every((word) => /^[\p{L}-]+$/u.test(word)) ? office.join(' ') : last;
}

/** "the harbour minister" of "Ada Quill, the harbour minister, said". */
function officeAfter(words: readonly string[], end: number): string {
  if (!(words[end - 1] ?? '').endsWith(',')) return '';
  const after = words.slice(end, end + 8);
  const stop = after.findIndex((word) => /[,.;:]["”]?$/.test(word));
  const office = after.slice(0, stop + 1).map((word) => word.replace(/[,.;:]["”]?$/, ''));
  const isOffice = office.some((word) => TITLES.has(word.toLowerCase()));
  return isOffice ? office.join(' ').replace(/^(?:the|a|an) /i, '') : '';
}

function typeOf(
  words: readonly string[],
  [start, end]: readonly [number, number],
  { title, language }: { title: string; language: string },
): NameType | undefined {
  const parts = words.slice(start - 1, end).map((word) => bare(word).toLowerCase());
  const hasOne = (set: ReadonlySet<string>): boolean => parts.some((part) => set.has(part));
  if (hasOne(EVENTS)) return 'event';
  const last = parts.at(-1) ?? '';
  if (PLACES.has(last)) return 'place';
  if (hasOne(ORGANISATIONS)) return 'organisation';
  if (title !== '') return 'person';
  if (hasOne(PLACES)) return 'place';
  if (parts.length === 1 && /^\p{Lu}{2,}$/u.test(bare(words[start - 1] ?? '')))
    return 'organisation';
  if (parts.length >= 2 && parts.length <= 4 && speaksAt(words, [start, end], language))
    return 'person';
  return WHERE.has((words[start - 2] ?? '').toLowerCase()) && parts.length <= 2
    ? 'place'
    : undefined;
}

/** Whether a verb of speech stands right beside a name. */
function speaksAt(
  words: readonly string[],
  [start, end]: readonly [number, number],
  language: string,
): boolean {
  const speech = new Set(SOURCE_WORDS[language]?.speech);
  const beside = [words[start - 2], words[end]];
  return beside.some((word) => word !== undefined && speech.has(comparable(word).trim()));
}

/** Joins forms of one name: "Quill" and "Ada Quill", if only one longer name ends so. */
function grouped(places: readonly NamePlace[]): ProposedName[] {
  const byText = new Map<string, NamePlace[]>();
  for (const place of places) byText.set(place.text, [...(byText.get(place.text) ?? []), place]);
  const texts = [...byText.keys()].sort((a, b) => b.length - a.length);
  const groups: string[][] = [];
  for (const text of texts) {
    const longer = text.includes(' ')
      ? []
      : groups.filter(([name = '']) => name.endsWith(` ${text}`));
    const [only] = longer;
    if (longer.length === 1 && only) only.push(text);
    else groups.push([text]);
  }
  return groups
    .map((forms): ProposedName => {
      const all = forms.flatMap((form) => byText.get(form) ?? []);
      const types = all.flatMap(({ type }) => type ?? []);
      const isPerson =
        types.includes('person') || (forms.length > 1 && !types.includes('organisation'));
      return {
        name: forms[0] ?? '',
        forms,
        type: isPerson && !types.includes('event') ? 'person' : types[0],
        title: all.find(({ title }) => title !== '')?.title ?? '',
        places: all.sort(inOrder),
      };
    })
    .sort((a, b) => (a.places[0] && b.places[0] ? inOrder(a.places[0], b.places[0]) : 0));
}

const inOrder = (a: NamePlace, b: NamePlace): number =>
  a.paragraph - b.paragraph || a.words[0] - b.words[0];
