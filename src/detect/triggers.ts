/**
 * Chooses the text at which the scanner calls the judge. A trigger has to be rare, not complete, because pages pay for each
 * letter. No page runs this code.
 */
import type { CompiledName } from './compiled.ts';
import type { Inflector } from './inflect.ts';
import { INSIDE } from './symbols.ts';
import { foldPhrase } from './token.ts';

/** Scripts that write particles and the following word as one word. */
const SCRIPTS_WITH_PREFIXES = new Set(['Arab', 'Hebr']);
/** Scripts whose capitals show where a name begins, if the space before it is lost. */
const SCRIPTS_WITH_CAPITALS = new Set(['Latn']);
/** A name with so many letters hardly ever stands inside other words. */
const RARE_INSIDE = 7;
/** How many letters of a name are rare enough for a trigger, and how many of its last word, if it has several. */
const RARE = 5;
const RARE_LETTERS: Readonly<Record<string, number>> = { Latn: 7, Cyrl: 7, Arab: 6, Hebr: 6 };
const LAST_LETTERS = 4;
const RARE_PHRASE = 9;

/** The shortest stem covers all longer ones. People also write a name of several words as one word. */
export function triggersOfName(
  { words, lang, script, kind }: CompiledName,
  inflector: Inflector,
): string[] {
  const last = words.at(-1) ?? '';
  const stems = inflector
    .stemsOf(last, { languages: lang.split(' '), script })
    .map(({ stem }) => stem)
    .sort((a, b) => a.length - b.length);
  const apart = stems.filter(
    (stem, index) => !stems.slice(0, index).some((other) => stem.startsWith(other)),
  );
  const mayFollow = (stem: string): boolean =>
    SCRIPTS_WITH_PREFIXES.has(script) ||
    (kind === 'surname' && SCRIPTS_WITH_CAPITALS.has(script) && stem.length >= RARE_INSIDE);
  const [first = '', ...rest] = words;
  if (rest.length > 0 && !(script in RARE_LETTERS) && first.length >= RARE)
    return [first.slice(0, RARE + 1)];
  return apart.flatMap((stem) => {
    const before = words.slice(0, -1);
    const end = stem.slice(0, before.length > 0 ? LAST_LETTERS : (RARE_LETTERS[script] ?? RARE));
    const prefix = mayFollow(end) ? INSIDE : '';
    return [prefix + [...before, end].join(' '), prefix + [...before, end].join('')];
  });
}

/** Triggers without those that another one covers: any text may follow a trigger, so "zelensk" covers "zelenskyy". */
export function shortest(triggers: readonly string[]): string[] {
  const covers = (other: string, trigger: string): boolean =>
    trigger.startsWith(other) ||
    (other.startsWith(INSIDE) && trigger.includes(other.slice(INSIDE.length)));
  const all = [...new Set(triggers)];
  return all.filter((trigger) => !all.some((other) => other !== trigger && covers(other, trigger)));
}

/** The text of a phrase up to its first wildcard. A veto triggers nothing. */
export function triggersOfPhrase(phrase: string): string[] {
  if (phrase.startsWith('!')) return [];
  const [text = ''] = foldPhrase(phrase).replace(/^\*/, '').split('*');
  return [phrase.startsWith('*') ? INSIDE + text : text];
}

/** Triggers for the first word of a phrase. */
export const triggersOfFirstWord = (phrase: string): string[] =>
  triggersOfPhrase(phrase.split(/\s/, 1)[0] ?? '');

/** Triggers for a name that is evidence: its beginning is rare enough. */
export const triggersOfEvidence = (phrase: string): string[] =>
  triggersOfPhrase(phrase.slice(0, RARE_PHRASE));
