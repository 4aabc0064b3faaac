/**
 * Wording: every string that a person reads comes from the message catalogue by its key
 * (`_locales`, the browser's own mechanism). Ground: knows no browser; a `Say` is handed down.
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
 * The locale for dates and numbers that stand among catalogue text: the browser's, as far as it is of the
 * catalogue's language ("en-GB"), or else that language, so that no sentence is half translated.
 * @param uiLocale BCP 47 tag of the browser's own language
 */
export function wordingLocale(say: Say, uiLocale: string): string {
  const language = say('catalogueLanguage');
  return uiLocale.split('-')[0] === language ? uiLocale : language;
}

/** Keys that come in a singular and a plural form: `mentionsOne`, `mentionsOther`. */
export type PluralKey = {
  [Key in MessageKey]: Key extends `${infer Stem}Other` ? Stem : never;
}[MessageKey];

/** "2 years": how long, by itself. */
export function sayLength({ unit, count }: Age, locale: string): string {
  const format = kept(`length ${unit} ${locale}`, () => {
    return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' });
  });
  return format.format(count);
}

/** The form of a counted message for a number, which becomes `$1`. */
export function sayCount(say: Say, key: PluralKey, count: number): string {
  return say(`${key}${count === 1 ? 'One' : 'Other'}` as MessageKey, count);
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
  const format = kept(`date ${JSON.stringify(parts)} ${locale}`, () => {
    return new Intl.DateTimeFormat(locale, parts);
  });
  const said = format.format(Date.UTC(first.year, first.month - 1, first.day));
  return isWeek ? say('weekOf', said) : said;
}

/** "2 years ago", "today". */
export function sayAge(age: Age, locale: string): string {
  const numeric = age.unit === 'day' ? 'auto' : 'always';
  const format = kept(`age ${numeric} ${locale}`, () => {
    return new Intl.RelativeTimeFormat(locale, { numeric });
  });
  return format.format(-age.count, age.unit);
}

/** The few formats that a card needs: making one takes 1 ms, using it none. */
const formats = new Map<string, unknown>();

function kept<Format>(name: string, make: () => Format): Format {
  const found = formats.get(name) as Format | undefined;
  if (found) return found;
  const made = make();
  formats.set(name, made);
  return made;
}
