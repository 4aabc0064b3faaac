/**
 * Endings of names in the languages of the world, by rules on stems. Knows the rules' form; the rules are
 * data (assets/languages.json), the names are somebody else's.
 */
import type { EndingRule } from '../dataset/index.ts';
import type { PreparedEnding, PreparedLinguistics } from './prepared.ts';

/** One way in which a word may go on after its stem. */
export interface Stem {
  /** Folded beginning that all forms share. */
  stem: string;
  /** What may follow it; the empty string too. */
  endings: ReadonlySet<string>;
  /** Language that the text must be in, where the rule is strict. */
  onlyIn?: string;
}

/** Most letters of its end that a word loses before an ending. */
export const MOST_CUT = 3;

/** Stands in the data for a name of any language of its script. */
export const ANY_LANGUAGE = 'mul';

/** What names in Latin letters do in any language: nothing, and the plural or genitive of half of them. */
const PLAIN_ENDINGS: ReadonlySet<string> = new Set(['', 's']);
const UNINFLECTED: ReadonlySet<string> = new Set(['']);

/** The languages of a name, and the script that it is written in. */
export interface Spelling {
  /** ISO 639 codes, or `mul`. */
  languages: readonly string[];
  /** ISO 15924. */
  script: string;
}

export interface Inflector {
  /** The stems of a folded word with their endings; the word itself first. */
  stemsOf(word: string, spelling: Spelling): Stem[];
}

interface CompiledRule extends Pick<EndingRule, 'cut' | 'strict'> {
  id: number;
  language: string;
  after: readonly string[];
  endings: readonly string[];
}

export function createInflector({
  languages,
  vowels,
}: Pick<PreparedLinguistics, 'languages' | 'vowels'>): Inflector {
  const byScript = new Map<string, CompiledRule[]>();
  /** Sets of endings by the rules that they come from: names that end alike share them. */
  const shared = new Map<string, ReadonlySet<string>>();
  let id = 0;
  /** Compiled script by script: most pages need one. */
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
      for (let cut = 0; cut <= MOST_CUT; cut++) {
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
  { after, add, cut = 0, strict = false }: PreparedEnding,
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
