import { expect, test } from 'vitest';
import { comboboxAction, type ComboboxAction } from '../../../src/popup/combobox.ts';

const move = (active: number): ComboboxAction => ({ kind: 'move', active });

test.each<[key: string, closed: boolean, query: string, ComboboxAction?]>([
  ['Escape', false, 'nato', { kind: 'close-list' }],
  ['Escape', true, 'nato', { kind: 'clear' }],
  ['Escape', false, '', { kind: 'close' }],
  ['ArrowDown', true, 'nato', move(0)],
  ['ArrowUp', true, 'nato', move(2)],
  ['Enter', true, 'nato'],
  ['Home', true, 'nato'],
])('%s with the list closed: %s, and "%s" typed', (key, closed, query, expected) => {
  expect(comboboxAction(key, { query, active: undefined, count: 3, closed })).toEqual(expected);
});

test.each<[key: string, query: string, active: number | undefined, count: number, ComboboxAction?]>(
  [
    ['ArrowDown', '', undefined, 3, move(0)],
    ['ArrowDown', '', 1, 3, move(2)],
    ['ArrowDown', '', 2, 3, move(0)],
    ['ArrowUp', '', undefined, 3, move(2)],
    ['ArrowUp', '', 0, 3, move(2)],
    ['ArrowUp', 'nato', 1, 3, move(0)],
    ['Home', '', undefined, 3, move(0)],
    ['End', '', undefined, 3, move(2)],
    ['Home', 'nato', undefined, 3],
    ['Home', 'nato', 2, 3, move(0)],
    ['End', 'nato', 0, 3, move(2)],
    ['Enter', 'nato', 1, 3, { kind: 'open', index: 1 }],
    ['Enter', '', undefined, 3],
    ['Enter', 'qwertz', undefined, 0],
    ['ArrowDown', 'qwertz', undefined, 0],
    ['Escape', 'qwertz', undefined, 0, { kind: 'clear' }],
    ['Escape', ' ', 1, 3, { kind: 'clear' }],
    ['Escape', '', 1, 3, { kind: 'close' }],
    ['a', '', 1, 3],
  ],
)('%s in "%s" on option %s of %i', (...row) => {
  const [key, query, active, count, expected] = row;
  expect(comboboxAction(key, { query, active, count })).toEqual(expected);
});

test.each<[key: string, isRtl: boolean, steps: 1 | -1]>([
  ['ArrowRight', false, 1],
  ['ArrowLeft', false, -1],
  ['ArrowRight', true, -1],
  ['ArrowLeft', true, 1],
])('%s leads to a mention of the active option (right to left: %s)', (key, isRtl, steps) => {
  const state = { query: '', active: 2, count: 3, canJump: true, isRtl };
  expect(comboboxAction(key, state)).toEqual({ kind: 'jump', index: 2, steps });
  expect(comboboxAction(key, { ...state, query: 'nato' }), 'the caret moves').toBeUndefined();
  expect(comboboxAction(key, { ...state, canJump: false })).toBeUndefined();
  expect(comboboxAction(key, { ...state, active: undefined })).toBeUndefined();
  expect(comboboxAction(key, { ...state, closed: true })).toBeUndefined();
});
