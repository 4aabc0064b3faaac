import { expect, test } from 'vitest';
import { menuAction, type MenuAction } from '../../../src/popup/menu-keys.ts';

test.each<[key: string, at: number | undefined, MenuAction?]>([
  ['ArrowDown', undefined, { focus: 0 }],
  ['ArrowUp', undefined, { focus: 2 }],
  ['Escape', undefined],
  ['Tab', undefined],
  ['ArrowDown', 0, { focus: 1 }],
  ['ArrowDown', 2, { focus: 0 }],
  ['ArrowUp', 2, { focus: 1 }],
  ['ArrowUp', 0, { focus: 2 }],
  ['Home', 2, { focus: 0 }],
  ['End', 0, { focus: 2 }],
  ['Escape', 1, 'close'],
  ['Tab', 1, 'leave'],
  ['Enter', 1],
  ['a', 1],
])('%s with item %s of three in focus', (key, at, action) => {
  expect(menuAction(key, at, 3)).toEqual(action);
});
