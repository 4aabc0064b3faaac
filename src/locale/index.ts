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

/** Looks a message up and fills `$1`, `$2` … with the substitutions. */
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
  return lengthFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}

/**
 * A counted message in the form for this number. The number becomes `$1`. English has `…One` and `…Other`; a catalogue of
 * another language may add `…Zero`, `…Two`, `…Few` and `…Many`, as its plural rules in CLDR need them.
 */
export function sayCount(say: Say, key: PluralKey, count: number): string {
  const category = new Intl.PluralRules(say('catalogueLanguage')).select(count);
  const form = `${category.slice(0, 1).toUpperCase()}${category.slice(1)}`;
  // The types know the English forms alone; `Other` is the one that every language has.
  return say(`${key}${form}` as `${PluralKey}One`, count) || say(`${key}Other` as const, count);
}

/** The source in one line: what it is, its date, and how many paragraphs it has. */
export function saySource(
  { kind, date, paragraphs }: { kind: string; date: SourceDate; paragraphs: number },
  wording: Wording,
): string {
  return wording.say('sourceLine', kind, sayDate(date, 'long', wording), paragraphs);
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

const lengthFormat = kept(
  (locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options),
);
const dateFormat = kept(
  (locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
);
const ageFormat = kept(
  (locale, options: Intl.RelativeTimeFormatOptions) => new Intl.RelativeTimeFormat(locale, options),
);
