/** The colours of the tokens against WCAG 2.2, in light and in dark, computed from the stylesheet itself. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { HIGHLIGHT_STYLES } from '../../../src/settings/fields.ts';
import { contrastOf } from './contrast.ts';

const ROOT = join(import.meta.dirname, '../../..');
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

const tokens = new Map(
  [
    ...read('assets/styles/tokens.css').matchAll(/(--[a-z-]+): light-dark\((#\w{6}), (#\w{6})\);/g),
  ].map(([, name = '', light = '', dark = '']) => [name, { light, dark }]),
);

const contrast = (one: string, other: string, theme: 'light' | 'dark'): number =>
  contrastOf(tokens.get(one)?.[theme] ?? '', tokens.get(other)?.[theme] ?? '');

const GROUNDS = ['--bg-page', '--bg-card', '--bg-wash', '--accent-wash', '--warn-wash'];
const TEXTS = ['--ink', '--ink-soft', '--accent', '--warn'];
const CONTROLS = ['--control', '--focus'];

describe.each(['light', 'dark'] as const)('in %s', (theme) => {
  test.each(TEXTS)('%s can be read on every ground', (text) => {
    for (const ground of GROUNDS) expect(contrast(text, ground, theme)).toBeGreaterThan(4.5);
  });

  test.each(CONTROLS)('%s can be made out on every ground', (control) => {
    for (const ground of GROUNDS) expect(contrast(control, ground, theme)).toBeGreaterThan(3);
  });

  test('what stands on the accent can be read', () => {
    expect(contrast('--on-accent', '--accent', theme)).toBeGreaterThan(4.5);
  });
});

test.each(HIGHLIGHT_STYLES)('both browsers paint %s alike', (style) => {
  const [chromium, firefox] = ['chromium', 'firefox'].map((browser) =>
    read(`assets/public/highlights.${browser}.css`)
      .split(`::highlight(backgrounder-${style})`)[1]
      ?.match(/\{([^}]*)\}/)?.[1]
      ?.replace(/\s+/g, ' '),
  );
  expect(chromium).toBeDefined();
  expect(firefox).toBe(chromium);
});
