import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PageState } from '../../../src/messages/index.ts';
import { parsePageState } from '../../../src/messages/schema.ts';

const state: PageState = {
  kind: 'page-state',
  site: 'news.example',
  frame: 'x1',
  top: true,
  on: true,
  slow: false,
  counts: { 'storm-shadow': 2 },
};

describe('a message from a page', () => {
  test('is read as it was sent', () => {
    expect(parsePageState(structuredClone(state))).toEqual(state);
  });

  test.each([
    ['another kind', { ...state, kind: 'other' }],
    ['an unknown field', { ...state, more: 1 }],
    ['a negative count', { ...state, counts: { a: -1 } }],
    ['a count that is no number', { ...state, counts: { a: 'many' } }],
    ['no site', { ...state, site: '' }],
    ['no frame', { ...state, frame: undefined }],
    ['nothing', undefined],
  ])('counts as none with %s', (_, message) => {
    expect(parsePageState(message)).toBeUndefined();
  });

  test('never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (message) => {
        parsePageState(message);
      }),
    );
  });
});
