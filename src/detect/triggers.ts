/**
 * Which text the scanner has to find for a name or a phrase. It may find too much and must miss nothing, so the shortest text
 * does. The build runs this code, and no page.
 */
import type { CompiledName } from './compiled.ts';
import type { Inflector } from './inflect.ts';
import { INSIDE } from './symbols.ts';

/** Scripts that write particles and the following word as one word. */
const SCRIPTS_WITH_PREFIXES = new Set(['Arab', 'Hebr']);

/** The shortest stem covers all longer ones. People also write a name of several words as one word. */
export function triggersOfName(
  { words, lang, script }: CompiledName,
  inflector: Inflector,
): string[] {
  const last = words.at(-1) ?? '';
  const stems = inflector
    .stemsOf(last, { languages: lang.split(' '), script })
    .map(({ stem }) => stem)
    .sort((a, b) => a.length - b.length);
  const shortest = stems.filter(
    (stem, index) => !stems.slice(0, index).some((other) => stem.startsWith(other)),
  );
  const prefix = SCRIPTS_WITH_PREFIXES.has(script) ? INSIDE : '';
  return shortest.flatMap((stem) => {
    const all = [...words.slice(0, -1), stem];
    return [prefix + all.join(' '), prefix + all.join('')];
  });
}

export const unique = (triggers: readonly string[]): string[] => [...new Set(triggers)];

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
