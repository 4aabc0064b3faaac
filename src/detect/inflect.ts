/**
 * Inflects names by rules on their stems. The rules are data (assets/languages.json). This file knows their form, and no
 * language or name.
 */
import type { EndingRule } from '../dataset/index.ts';
import type { CompiledEnding, CompiledLanguage, CompiledLinguistics } from './compiled.ts';

/** What inflection needs to know about languages. */
export interface Inflections extends Pick<CompiledLinguistics, 'vowels'> {
  languages: Readonly<Record<string, Pick<CompiledLanguage, 'scripts' | 'endings' | 'prefixes'>>>;
}

/** A stem of a word, and the endings that may follow it. */
export interface Stem {
  /** Folded. */
  stem: string;
  /** The empty string is one of them if the stem alone is a form. */
  endings: ReadonlySet<string>;
  /** Language that the text must be in, if the rule is strict. */
  onlyIn?: string;
}

/** How many letters at its end a word may lose before an ending. */
export const CUT_MAX = 3;

/** The data's code for names that take the endings of every language of their script. */
export const ANY_LANGUAGE = 'mul';

/** Endings of names in Latin letters in any language: none, and the plural or genitive of many languages. */
const PLAIN_ENDINGS: ReadonlySet<string> = new Set(['', 's']);
const UNINFLECTED: ReadonlySet<string> = new Set(['']);

/** The languages and the script of a name. */
export interface Spelling {
  /** ISO 639 codes, or `mul`. */
  languages: readonly string[];
  /** ISO 15924. */
  script: string;
}

export interface Inflector {
  /** @returns the stems of a folded word with their endings. The first one is the whole word. */
  stemsOf(word: string, spelling: Spelling): Stem[];
}

interface CompiledRule extends Pick<EndingRule, 'cut' | 'strict'> {
  id: number;
  language: string;
  after: readonly string[];
  endings: readonly string[];
}

export function createInflector({ languages, vowels }: Inflections): Inflector {
  const byScript = new Map<string, CompiledRule[]>();
  /** Sets of endings by their rules. Names with the same ending share them. */
  const shared = new Map<string, ReadonlySet<string>>();
  let id = 0;
  /** Compiles one script at a time, because most pages need one. */
  const rulesFor = (script: string): readonly CompiledRule[] => {
    let rules = byScript.get(script);
    if (!rules) {
      rules = Object.entries(languages).flatMap(([language, { scripts, endings = [] }]) =>
        scripts.includes(script) ? endings.map((rule) => compile(rule, language, id++)) : [],
      );
      byScript.set(script, rules);
    }
    return rules;
  };
  const endingsOf = (
    rules: readonly CompiledRule[],
    also: Iterable<string>,
  ): ReadonlySet<string> => {
    const key = rules.map((rule) => rule.id).join() + [...also].join('|');
    let endings = shared.get(key);
    if (!endings) {
      endings = new Set([...also, ...rules.flatMap((rule) => rule.endings)]);
      shared.set(key, endings);
    }
    return endings;
  };
  return {
    stemsOf(word, spelling) {
      const isAny = spelling.languages.includes(ANY_LANGUAGE);
      const rules = rulesFor(spelling.script).filter(
        (rule) =>
          (isAny || spelling.languages.includes(rule.language)) && applies(rule, word, vowels),
      );
      const plain = spelling.script === 'Latn' ? PLAIN_ENDINGS : UNINFLECTED;
      const stems: Stem[] = [];
      for (let cut = 0; cut <= CUT_MAX; cut++) {
        const free = rules.filter((rule) => rule.cut === cut && !rule.strict);
        if (cut > 0 && free.length === 0) continue;
        const endings = endingsOf(free, cut === 0 ? plain : []);
        stems.push({ stem: word.slice(0, word.length - cut), endings });
      }
      for (const rule of rules.filter(({ strict }) => strict)) {
        const stem = word.slice(0, word.length - rule.cut);
        stems.push({ stem, endings: endingsOf([rule], []), onlyIn: rule.language });
      }
      return stems;
    },
  };
}

function compile(
  { after, add, cut = 0, strict = false }: CompiledEnding,
  language: string,
  id: number,
): CompiledRule {
  const endings = add.split(' ').map((ending) => (ending === '-' ? '' : ending));
  return { id, language, cut, strict, after: after.split(' '), endings };
}

/** Whether a folded word is a form of a name. */
export function isFormOf(word: string, { stem, endings }: Stem): boolean {
  return word.startsWith(stem) && endings.has(word.slice(stem.length));
}

function applies({ after, cut }: CompiledRule, word: string, vowels: string): boolean {
  if (word.length <= cut + 1) return false;
  const isVowel = vowels.includes(word.at(-1) ?? ' ');
  return after.some((end) => {
    if (end === '*') return true;
    if (end === 'V') return isVowel;
    if (end === 'C') return !isVowel;
    return word.endsWith(end);
  });
}
