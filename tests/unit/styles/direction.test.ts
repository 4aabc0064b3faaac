/** Style sheets name no left and no right, so that every view runs the other way in a language that does. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { declarationsOf } from './declarations.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** The host has no size and is placed by nobody; the popover counts its px from this corner in every language. */
const FREE = ['inset: 0 auto auto 0 !important'];

/** Declarations that have a left or a right side, one line each. */
function sided(css: string): string[] {
  return declarationsOf(css)
    .filter(({ property, value }) => {
      if (/(^|-)(left|right)(-|$)/.test(property)) return true;
      if (/^(text-align|float|clear|justify-content)$/.test(property))
        return /left|right/.test(value);
      if (!/^(margin|padding|inset)$/.test(property)) return false;
      const sides = value.match(/(?:[a-z]+\([^()]*(?:\([^()]*\)[^()]*)*\)|[^\s!()]+)/g) ?? [];
      return sides[3] !== undefined && sides[3] !== sides[1];
    })
    .map(({ property, value }) => `${property}: ${value}`)
    .filter((line) => !FREE.includes(line));
}

test.each(globSync('{assets,src}/**/*.css', { cwd: ROOT }))(
  '%s has no left and no right',
  (file) => {
    expect(sided(readFileSync(join(ROOT, file), 'utf8'))).toEqual([]);
  },
);

test.each([
  'margin-left: 1px',
  'border-right: 0',
  'left: 0',
  'text-align: right',
  'padding: 1px 2px 1px var(--space-2)',
  'border-top-left-radius: 2px',
])('"%s" would be found', (line) => {
  expect(sided(`.a { ${line}; }`)).toEqual([line]);
});
