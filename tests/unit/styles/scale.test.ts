/** The scales of the tokens are used everywhere: font sizes, and the lengths of padding, margin and gap. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { declarationsOf } from './declarations.ts';

const ROOT = join(import.meta.dirname, '../../..');

const SPACED = /^(padding|margin|gap|row-gap|column-gap)(-|$)/;
/** The side padding of a card follows its width. */
const SPACES = /var\(--(space-\d|edge)\)/g;
/** Not part of a scale: hairlines, percentages, and 0. */
const FREE = /^-?(0|[12]px|[\d.]+%)$/;
const LENGTH = /(?<![\w.-])-?(\d*\.)?\d+([a-z]+|%)?/g;
/** The text sizes, by their names in the tokens. */
const SIZES = [
  ...readFileSync(join(ROOT, 'assets/styles/tokens.css'), 'utf8').matchAll(/(--text-[a-z]+):/g),
].map(([, name = '']) => `var(${name})`);
/** Keywords that take the size of the text around. */
const INHERITED = /^(inherit|initial|unset|revert)$/;

/** Declarations that leave the scales, one line each. */
function offScale(css: string): string[] {
  return declarationsOf(css)
    .filter(({ property, value }) => {
      if (property === 'font-size') return !isSize(value);
      // The size comes before the line height, or before the family.
      if (property === 'font')
        return !INHERITED.test(value) && !SIZES.some((size) => value.includes(size));
      if (!SPACED.test(property)) return false;
      // A number without a unit is a factor, as in `calc(-1 * …)`.
      const lengths = value.replace(SPACES, '').match(LENGTH) ?? [];
      const isFactor = (length: string): boolean =>
        value.includes('calc(') && /^-?[\d.]+$/.test(length);
      return (
        /var\((?!--(space-\d|edge)\))/.test(value) ||
        lengths.some((length) => !FREE.test(length) && !isFactor(length))
      );
    })
    .map(({ property, value }) => `${property}: ${value}`);
}

const isSize = (value: string): boolean => INHERITED.test(value) || SIZES.includes(value);

test('there are at most six text sizes', () => {
  expect(SIZES.length).toBeLessThanOrEqual(6);
});

describe('a style sheet', () => {
  const sheets = globSync(['src/**/*.css', 'assets/styles/*.css'], { cwd: ROOT }).map((sheet) =>
    sheet.replaceAll('\\', '/'),
  );

  test.each(sheets)('%s uses the scales', (sheet) => {
    expect(offScale(readFileSync(join(ROOT, sheet), 'utf8'))).toEqual([]);
  });
});

describe('what leaves the scales is found', () => {
  test.each([
    'font-size: 0.8125rem',
    'font-size: 13px',
    'font-size: var(--text-unknown)',
    'font-size: 90%',
    'font-size: larger',
    'font: 400 0.75rem / 1.4 var(--font-sans)',
    'padding: 0.3125rem',
    'padding: 0 var(--space-3) 3px',
    'margin-block-start: -0.25rem',
    'margin: calc(var(--space-2) + 1rem)',
    'padding-inline: var(--radius)',
    'gap: .5rem',
    'row-gap: 3px',
    'margin: 0 1em',
  ])('%s', (declaration) => {
    expect(offScale(`.one { color: red; ${declaration}; }`)).toEqual([declaration]);
    expect(offScale(`@media (min-width: 3px) { .one:hover { ${declaration} } }`)).toEqual([
      declaration,
    ]);
  });
});

describe('what is on the scales, or no part of them, is not', () => {
  test.each([
    'font-size: var(--text-note)',
    'font-size: inherit',
    'font: inherit',
    'font: italic 600 var(--text-fact) / 1.35 var(--font-serif)',
    'padding: var(--space-1) 0 2px 1px',
    'padding: var(--space-2) var(--edge)',
    'margin: 0 auto',
    'margin-inline: -1px 5%',
    'margin-inline-end: calc(-1 * var(--space-3))',
    'gap: 0 var(--space-4)',
    'min-height: 2.25rem',
    'text-underline-offset: 0.2em',
    'inset-block-end: 1.25rem',
    '--edge: min(1.125rem, 5.5%)',
    "content: 'padding: 3px; '",
  ])('%s', (declaration) => {
    expect(offScale(`/* margin: 3px; */ .one { ${declaration}; color: red }`)).toEqual([]);
  });
});
