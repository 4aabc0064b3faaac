/**
 * Puts things into words. Every string that a person reads comes from the message catalogue by its key. The browser has
 * the catalogue (`_locales`); this room knows no browser and takes a `Say` as an argument.
 */
import type english from '../../assets/public/_locales/en/messages.json';
import { firstDayOf, type Age, type SourceDate } from '../dataset/index.ts';

export type MessageKey = keyof typeof english;

/** What every view needs to put things into words. */
export interface Wording {
  say: Say;
  /** BCP 47 tag for dates and numbers. */
  locale: string;
}

/** Looks a message up and fills `$1`, `$2` … with the substitutions, as `substituted` writes them. */
export type Say = (key: MessageKey, ...substitutions: (string | number)[]) => string;

/**
 * The locale for dates and numbers among catalogue text. It is the browser's locale if that is of the catalogue's language
 * ("en-GB"), and otherwise the catalogue's language, so that no sentence mixes two languages.
 * @param uiLocale BCP 47 tag of the language of the browser's menus
 */
export function wordingLocale(say: Say, uiLocale: string): string {
  const language = say('catalogueLanguage');
  return uiLocale.split('-')[0] === language ? uiLocale : language;
}

/** What a browser tells of its words. */
export interface BrowserWords {
  /** A message with its `$1`, `$2` … filled as they are given. */
  getMessage: (key: MessageKey, substitutions: string[]) => string;
  /** BCP 47 tag of the language of the browser's menus. */
  uiLocale: () => string;
}

/** `Say`, and the locale for dates and numbers, by a browser's own functions. */
export function wordingBy({ getMessage, uiLocale }: BrowserWords): {
  say: Say;
  locale: () => string;
} {
  const locale = (): string => wordingLocale(say, uiLocale());
  const say: Say = (key, ...substitutions) =>
    getMessage(key, substitutions.length > 0 ? substituted(substitutions, locale()) : []);
  return { say, locale };
}

/** Whether a language is written from the right. @param language BCP 47 tag */
export const directionOf = (language: string): 'ltr' | 'rtl' =>
  /^(?:ar|dv|fa|he|ps|ur|yi)\b/.test(language) ? 'rtl' : 'ltr';

/** Letters of Hebrew, Arabic and their neighbours. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufefc]/;

/**
 * What `$1`, `$2` … of a message become: numbers in digits and groups of the language; and where two directions meet, texts
 * between the signs that keep each in its own (U+2068, U+2069), so that no host, rule or name is torn apart.
 */
export function substituted(values: readonly (string | number)[], locale: string): string[] {
  const isMirrored = directionOf(locale) === 'rtl';
  return values.map((value) => {
    if (typeof value === 'number') return numberFormat(locale, GROUPED).format(value);
    return isMirrored || RIGHT_TO_LEFT.test(value) ? `\u2068${value}\u2069` : value;
  });
}

/** "10,000", but "2000", which is the way to type it too. */
const GROUPED: Intl.NumberFormatOptions = { useGrouping: 'min2' };

/**
 * Several things in a row: "3, 5, 7"; as a conjunction "Blinken, Lammy and Zelenskyy". Each keeps its own direction, so the list
 * itself has that of the language.
 */
export function sayList(
  say: Say,
  things: readonly (string | number)[],
  type: 'unit' | 'conjunction' = 'unit',
): string {
  const language = say('catalogueLanguage');
  const style = type === 'unit' ? 'short' : 'long';
  return listFormat(language, { type, style }).format(substituted(things, language));
}

/** In which language the report is, for a reader of another one; empty for all others. @param language of the report */
export function sayReportLanguage(language: string, { say, locale }: Wording): string {
  if (locale.split('-')[0] === language) return '';
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  return say('reportLanguage', names.of(language) ?? language);
}

/** Keys that come in a singular and a plural form: `mentionsOne`, `mentionsOther`. */
export type PluralKey = {
  [Key in MessageKey]: Key extends `${infer Stem}Other`
    ? `${Stem}One` extends MessageKey
      ? Stem
      : never
    : never;
}[MessageKey];

/** A length of time: "2 years". */
export function sayLength({ unit, count }: Age, locale: string): string {
  return numberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}

/**
 * A counted message in the form for this number. English has `…One` and `…Other`; a catalogue of another language has the
 * forms of its plural rules in CLDR, of `…Zero`, `…One`, `…Two`, `…Few`, `…Many` and `…Other`.
 * @param substitutions what `$1` and so on become; the number by default
 */
export function sayCount(
  say: Say,
  key: PluralKey,
  count: number,
  ...substitutions: (string | number)[]
): string {
  const category = new Intl.PluralRules(say('catalogueLanguage')).select(count);
  const form = `${category.slice(0, 1).toUpperCase()}${category.slice(1)}`;
  const values = substitutions.length > 0 ? substitutions : [count];
  // The types know the English forms alone; `Other` is the one that every language has.
  return say(`${key}${form}` as `${PluralKey}One`, ...values) || say(`${key}Other`, ...values);
}

/** Kinds of sources that have words in every language, by what datasets call them. */
const KIND_KEYS = new Map<string, MessageKey>([['News report', 'kindNewsReport']]);

/** What a source is, in the reader's language if that has a word for it. @param kind as the dataset says it */
export function sayKind(kind: string, say: Say): string {
  const key = KIND_KEYS.get(kind);
  return key ? say(key) : kind;
}

/**
 * Who made an added dataset, as it says of itself: in quotation marks, without any of its own, so that nothing in a name can look like
 * a sentence of ours.
 */
export const sayMaker = (maker: string, say: Say): string =>
  say('datasetSaysBy', maker.replace(/["“”„‟«»]/g, '’'));

/** The source in one line: what it is, its date, and how many paragraphs it has. */
export function saySource(
  { kind, date, paragraphs }: { kind: string; date: SourceDate; paragraphs: number },
  wording: Wording,
): string {
  const { say } = wording;
  return say('sourceLine', sayKind(kind, say), sayDate(date, 'long', wording), paragraphs);
}

/** "11 Sep 2024", "week of 2 Sep 2024", "Sep 2024" or "2024", as precise as the date. */
export function sayDate(
  date: SourceDate,
  length: 'short' | 'long',
  { say, locale }: Wording,
): string {
  const isWeek = date.value.includes('W');
  const [, month, day] = date.value.split('-');
  const first = firstDayOf(date);
  const parts: Intl.DateTimeFormatOptions = { year: 'numeric', timeZone: 'UTC' };
  if (month !== undefined) parts.month = length;
  if (day !== undefined || isWeek) parts.day = 'numeric';
  const said = dateFormat(locale, parts).format(Date.UTC(first.year, first.month - 1, first.day));
  return isWeek ? say('weekOf', said) : said;
}

/** A moment: "1 September 2026 at 09:30". @param time in ms since 1970 */
export function sayMoment(time: number, locale: string): string {
  return dateFormat(locale, { dateStyle: 'long', timeStyle: 'short' }).format(time);
}

/** The time of a day: "14:05". @param time in ms since 1970 */
export function sayTime(time: number, locale: string): string {
  return dateFormat(locale, { timeStyle: 'short' }).format(time);
}

/** "2 years ago", "today". */
export function sayAge(age: Age, locale: string): string {
  const numeric = age.unit === 'day' ? 'auto' : 'always';
  return ageFormat(locale, { numeric }).format(-age.count, age.unit);
}

/** Keeps the few formats that a card needs: making one takes 1 ms, using it none. */
function kept<Options, Format>(
  make: (locale: string, options: Options) => Format,
): (locale: string, options: Options) => Format {
  const formats = new Map<string, Format>();
  return (locale, options) => {
    const name = `${locale} ${JSON.stringify(options)}`;
    const format = formats.get(name) ?? make(locale, options);
    formats.set(name, format);
    return format;
  };
}

const numberFormat = kept(
  (locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options),
);
const dateFormat = kept(
  (locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
);
const listFormat = kept(
  (locale, options: Intl.ListFormatOptions) => new Intl.ListFormat(locale, options),
);
const ageFormat = kept(
  (locale, options: Intl.RelativeTimeFormatOptions) => new Intl.RelativeTimeFormat(locale, options),
);
