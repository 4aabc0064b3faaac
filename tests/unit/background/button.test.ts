/** What the toolbar button shows, from the messages of pages to text and icon. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { badgeOf } from '../../../src/background/background.ts';
import { contrastOf } from '../styles/contrast.ts';
import { openBackground } from './running.ts';
import { pageOf } from './senders.ts';

const NEWS = pageOf('https://news.example/story');

test.each([
  [0, ''],
  [1, '1'],
  [99, '99'],
  [100, '99+'],
  [123_456, '99+'],
])('%i mentions are shown as "%s"', (total, text) => {
  expect(badgeOf(total)).toBe(text);
});

test('the icon is grey while nothing is read, and comes back', async () => {
  const { send, badges, icons } = openBackground();
  await send({ kind: 'count', total: 7 }, NEWS);
  expect([badges, icons]).toEqual([[[7, '7']], []]);
  await send({ kind: 'count', total: 0, off: true }, NEWS);
  await send({ kind: 'count', total: 120, off: false }, NEWS);
  expect(badges.slice(1)).toEqual([
    [7, ''],
    [7, '99+'],
  ]);
  expect(icons).toEqual([
    [7, false],
    [7, true],
  ]);
});

test('the number on the button can be read', () => {
  const source = readFileSync(join(import.meta.dirname, '../../../src/browser/action.ts'), 'utf8');
  const [ground = '', text = ''] = source.match(/#\w{6}/g) ?? [];
  expect(contrastOf(ground, text)).toBeGreaterThan(4.5);
});
