/**
 * The quick look: one regular expression over raw text says whether there may be anything for the scanner. Browsers run it as machine
 * code from the first time on, so a page without a candidate never decodes the scanner's tables. May say yes too often, and never
 * wrongly no. Knows letters of names and objects, and no entities.
 */
import type { Triggers } from './scanner-tables.ts';
import { INSIDE } from './symbols.ts';

/** So short a word is part of many others ("Lemi", "polemic"): it counts where a word may begin. In letters. */
const SHORT_MAX = 5;
/** What may stand between two words of a trigger. */
const BETWEEN = '[^a-z0-9]*';

/**
 * The names of the main entities and the objects of concepts, as far as they are in Latin letters. The build writes them, sorted: a
 * browser compiles neighbours with the same beginning together.
 */
export function compileQuickLook(entities: readonly Triggers[]): string {
  const triggers = entities
    .filter(({ tier }) => tier === 'main')
    .flatMap(({ names, objects }) => [...names, ...objects])
    .filter((trigger) => /^[ -~]+$/.test(trigger))
    .map((trigger) => (mayBeInside(trigger) ? trigger.replace(INSIDE, '') : START + trigger));
  return [...new Set(triggers)].sort().join('|');
}

/** Marks a word that counts only where a word may begin. */
const START = '^';
const mayBeInside = (trigger: string): boolean =>
  trigger.startsWith(INSIDE) || trigger.length > SHORT_MAX;

/** Beyond ASCII: spaces, punctuation, signs and emoji, which are in no word. */
const SIGNS =
  '\\xa0-\\xa9\\xab\\xac\\xae-\\xb4\\xb6-\\xb9\\xbb-\\xbf\\xd7\\xf7\\u2000-\\u200a\\u2010-\\u2029\\u202f-\\u205f\\u2070-\\u209c\\u20a0-\\u20bf\\u2190-\\u23ff\\u2500-\\u27ff\\u2b00-\\u2bff\\udc00-\\udfff\\ud83d\\ud83e';
/** Accents, and characters that change no word. */
const NOTHING =
  '\\xad\\u0300-\\u036f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufe00-\\ufe0f\\ufeff';
/** Latin letters that are one letter without their accents. */
const LETTERS =
  '\\xaa\\xba\\xb5\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\u0131\\u0134-\\u013e\\u0141-\\u0148\\u014a-\\u017e\\u1e00-\\u1e99\\u1ea0-\\u1ef9';
/** Half of a pair that is no emoji: the plane also has letters in frames. */
const NO_PICTURE = '\\ud83c(?![\\udde6-\\uddff\\udf00-\\udfff])';
/** Finds a character beside ASCII, signs, emoji and the others that are given. */
function beside(others: string): RegExp {
  return new RegExp(`[^\\0-\\x7f\\ud83c${SIGNS}${others}]|${NO_PICTURE}`);
}

/** @param triggers from `compileQuickLook`. @returns whether a text may have something for the scanner */
export function createQuickLook(triggers: string): (text: string) => boolean {
  const all = triggers.replaceAll(' ', BETWEEN).split('|');
  const short = all.filter((word) => word.startsWith(START)).map((word) => word.slice(1));
  const inLower = new RegExp(all.filter((word) => !word.startsWith(START)).join('|'));
  const atStart = new RegExp(`(?<![a-z])(?:${short.join('|')})`, 'i');
  // Text nodes meet without a space: "HomeLemi" may be two words.
  const inCapitals = new RegExp(
    short.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('|'),
  );
  const has = (text: string): boolean =>
    inLower.test(text.toLowerCase()) || atStart.test(text) || inCapitals.test(text);
  const notPlain = beside('');
  return (text) => {
    if (!notPlain.test(text)) return has(text);
    return beside(NOTHING + LETTERS).test(text) || has(withoutAccents(text));
  };
}

/** The letters without a decomposition are those of `fold.ts`. */
const withoutAccents = (text: string): string =>
  text
    .normalize('NFD')
    // eslint-disable-next-line no-misleading-character-class -- single units are meant
    .replace(new RegExp(`[${NOTHING}]`, 'g'), '')
    .replace(/ł/gi, 'l')
    .replace(/ø/gi, 'o')
    .replace(/đ/gi, 'd')
    .replace(/ı/g, 'i');
