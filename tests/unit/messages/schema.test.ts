import { describe, expect, test } from 'vitest';
import type { PageState } from '../../../src/messages/index.ts';
import { parseContentScriptRequest, parsePageState } from '../../../src/messages/schema.ts';

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
    [
      'more counts than there are entities',
      { ...state, counts: Object.fromEntries([...Array(2000).keys()].map((n) => [`e${n}`, 1])) },
    ],
    ['no site', { ...state, site: '' }],
    ['no frame', { ...state, frame: undefined }],
    ['a site with a trap for its length', { ...state, site: { length: { toString: null } } }],
    ['nothing', undefined],
  ])('counts as none with %s', (_, message) => {
    expect(parsePageState(message)).toBeUndefined();
  });
});

const REQUESTS = [
  { kind: 'change-request', id: '1', what: 'all' },
  { kind: 'change-request', id: '1', what: 'tip' },
  { kind: 'change-request', id: '1', what: 'entity', entity: 'nato' },
  { kind: 'change-request', id: '1', what: 'site', on: false },
  { kind: 'change-request', id: '1', what: 'mention', entity: 'nato', surface: 'Nato' },
  { kind: 'undo', id: '1' },
  { kind: 'mend' },
  { kind: 'gate?' },
  { kind: 'reader?' },
  { kind: 'card?' },
  { kind: 'private-settings?' },
  { kind: 'count', total: 3 },
];

describe('a request of a content script', () => {
  test.each(REQUESTS)('%j is read as it was sent', (request) => {
    expect(parseContentScriptRequest(structuredClone(request))).toEqual(request);
  });

  test.each([
    [
      'names a site',
      { kind: 'change-request', id: '1', what: 'site', on: false, site: 'bank.example' },
    ],
    [
      'switches an entity on',
      { kind: 'change-request', id: '1', what: 'entity', entity: 'a', on: true },
    ],
    ['switches everything on', { kind: 'change-request', id: '1', what: 'all', on: true }],
    [
      'says the tier',
      { kind: 'change-request', id: '1', what: 'entity', entity: 'a', tier: 'cast' },
    ],
    ['names a file', { kind: 'reader?', file: 'reader.js' }],
    ['is for pages of ours alone', { kind: 'private-change', id: '1', patch: {} }],
    ['brings what to do otherwise', { kind: 'undo', id: '1', otherwise: REQUESTS[0] }],
    ['has no id', { kind: 'change-request', what: 'all' }],
    ['has a long surface', { ...REQUESTS[3], surface: 'x'.repeat(501) }],
  ])('counts as none where it %s', (_, message) => {
    expect(parseContentScriptRequest(message)).toBeUndefined();
  });
});
