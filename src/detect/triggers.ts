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

/**
 * Leaves out triggers that another one finds as well. Any text may follow a trigger, so a shorter one finds those that begin
 * with it, have it after a space, or contain it if it may stand inside a word.
 */
export function coveringOf(triggers: readonly string[]): string[] {
  const all = [...new Set(triggers)];
  const finds = (short: string, trigger: string): boolean =>
    short.startsWith(INSIDE)
      ? trigger.includes(short.slice(INSIDE.length))
      : ` ${trigger}`.includes(` ${short}`);
  return all.filter((trigger) => !all.some((other) => other !== trigger && finds(other, trigger)));
}

/** The longest text of a phrase between its wildcards. A veto triggers nothing. @param phrase folded */
export function triggersOfPhrase(phrase: string): string[] {
  if (phrase.startsWith('!')) return [];
  const pieces = phrase.split(/[*…]+/);
  const [text = ''] = pieces.toSorted((a, b) => b.trim().length - a.trim().length);
  return [phrase.startsWith('*') && text === pieces[1] ? INSIDE + text : text.trim()];
}

/** Triggers for a name that is evidence: its beginning is rare enough. */
export const triggersOfEvidence = (phrase: string): string[] =>
  triggersOfPhrase(foldPhrase(phrase.slice(0, RARE_PHRASE)));
