/**
 * Text that would not look like what it is: characters that nobody sees, that turn the order of others, or that are no characters; marks
 * that cover other lines; and names that every object has. Works on any JSON, before and after a schema.
 */
import { MARKS_MAX } from './caps.ts';
import { formatPath } from './path-text.ts';
import type { DatasetProblem } from './problem.ts';

/** What is refused, with what it is called; the first that fits. */
const UNSAFE: readonly [set: RegExp, what: string][] = [
  [/^\p{Cs}$/u, 'half a character (a lone surrogate)'],
  [/^[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]$/u, 'a sign that turns the direction of text'],
  [/^\0$/u, 'the character NUL'],
  [/^[\t\n\r\u2028\u2029\u0085]$/u, 'a tab or a line break'],
  [/^\p{Cc}$/u, 'a control character'],
  [/^[\u{e0000}-\u{e007f}]$/u, 'a tag, which nobody sees'],
  [/^[\u200c\u200d]$/u, 'a joiner where nothing is joined'],
  [/./su, 'a character that nobody sees'],
];

/**
 * Unsafe characters. Default_Ignorable_Code_Point is Unicode's own list of what has no picture (UAX #44). Parts of it are letters'
 * business: joiners after letters of scripts that join, and in emoji; variation selectors after what they vary.
 */
const SUSPECT =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb\ufffe\uffff\u2800]/gu;

// Each of these looks at one character. A set before `$` finds no character beyond U+FFFF in Chromium 156 and Firefox 153, where `^` does.

/** Before a joiner: a letter or mark of a script in which joiners decide how letters look (RFC 5892, appendix A). */
const JOINING =
  /^[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Nko}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;
/** Before and after a joiner in an emoji of several parts. */
const EMOJI_BEFORE = /^[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f]/u;
const EMOJI_AFTER = /^\p{Extended_Pictographic}/u;

/** Whether a character without a picture of its own has its place between these two. @param before empty at the beginning */
function hasPlace(character: string, before: string, after: string): boolean {
  if (/^[\u200c\u200d]$/.test(character)) {
    return (
      JOINING.test(before) ||
      (character === '\u200d' && EMOJI_BEFORE.test(before) && EMOJI_AFTER.test(after))
    );
  }
  if (/^[\ufe00-\ufe0f]$/.test(character)) return /^[\p{L}\p{N}\p{P}\p{S}]/u.test(before);
  // Which form of a Han letter a name is written with.
  return /^[\u{e0100}-\u{e01ef}]$/u.test(character) && /^\p{Script=Han}/u.test(before);
}

/** @returns the first unsafe character of a text, and where it stands, counted from 1 in UTF-16 code units */
export function unsafeCharacter(
  text: string,
): { what: string; code: string; at: number } | undefined {
  if (text.search(SUSPECT) < 0) return undefined;
  for (const { 0: character, index } of text.matchAll(SUSPECT)) {
    const end = index + character.length;
    const before = Array.from(text.slice(Math.max(0, index - 2), index)).at(-1) ?? '';
    if (hasPlace(character, before, text.slice(end, end + 2))) continue;
    const [, what = ''] = UNSAFE.find(([set]) => set.test(character)) ?? [];
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return { what, code: `U+${code}`, at: index + 1 };
  }
  return undefined;
}

/** So many marks on one letter that they reach the lines above and below. */
const TOWER = new RegExp(`[\\p{Mn}\\p{Me}]{${MARKS_MAX + 1}}`, 'u');

/** Names that every object has. As keys or ids they would mean two things. */
const RESERVED = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype']);

/** The steps to a part of a file, the last one first. It becomes a path only if somebody asks: a file has 100,000 parts. */
interface Way {
  before?: Way | undefined;
  step: PropertyKey;
}

/** @param key left out in a list */
type See = (way: Way, value: unknown, key?: string) => void;

/** Sees every value of a JSON text, the outermost first. Deep nesting has been refused before. */
function seeParts(value: unknown, see: See, before?: Way): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    value.forEach((inner: unknown, step) => {
      const way = { before, step };
      see(way, inner);
      seeParts(inner, see, way);
    });
    return;
  }
  for (const [key, inner] of Object.entries(value)) {
    const way = { before, step: key };
    see(way, inner, key);
    seeParts(inner, see, way);
  }
}

function pathOf(way: Way): string {
  const steps: PropertyKey[] = [];
  for (let at: Way | undefined = way; at; at = at.before) steps.unshift(at.step);
  return formatPath(steps);
}

/** @returns one problem for each key and each id that is the name of something that every object has */
export function reservedNameProblems(json: unknown): DatasetProblem[] {
  const problems: DatasetProblem[] = [];
  const expected = 'another name: every object has one of this name already';
  seeParts(json, (way, value, key) => {
    if (key !== undefined && RESERVED.has(key))
      problems.push({ path: pathOf(way), found: 'this key', expected });
    if (key === 'id' && typeof value === 'string' && RESERVED.has(value)) {
      problems.push({ path: pathOf(way), found: `"${value}"`, expected });
    }
  });
  return problems;
}

/** @returns one problem for each key and each text with unsafe characters or towers of marks, with the place of the first */
export function unsafeTextProblems(json: unknown): DatasetProblem[] {
  const problems: DatasetProblem[] = [];
  const look = (way: Way, text: string, of: string): void => {
    const unsafe = unsafeCharacter(text);
    if (unsafe) {
      const { what, code, at } = unsafe;
      const found = `${what} (${code}) as character ${at} of the ${of}`;
      problems.push({ path: pathOf(way), found, expected: 'text that shows all its characters' });
      return;
    }
    const tower = text.search(TOWER);
    if (tower < 0) return;
    const found = `a tower of marks from character ${tower + 1} of the ${of}`;
    problems.push({ path: pathOf(way), found, expected: `at most ${MARKS_MAX} marks on a letter` });
  };
  seeParts(json, (way, value, key) => {
    if (key !== undefined) look(way, key, 'key');
    if (typeof value === 'string') look(way, value, 'text');
  });
  return problems;
}
