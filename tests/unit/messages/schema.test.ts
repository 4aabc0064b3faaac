import { describe, expect, test } from 'vitest';
import { CONTEXTS_MAX, type PageState } from '../../../src/messages/index.ts';
import {
  parseContentScriptRequest,
  parseExtensionPageRequest,
  parsePageState,
} from '../../../src/messages/schema.ts';

const state: PageState = {
  kind: 'page-state',
  site: 'news.example',
  frame: 'x1',
  top: true,
  on: true,
  slow: false,
  counts: { 'storm-shadow': 2 },
};

const LONG = (length: number): string => 'x'.repeat(length);
const countsOf = (entities: number): PageState['counts'] =>
  Object.fromEntries([...Array(entities).keys()].map((n) => [`e${n}`, 1]));

describe('a message from a page', () => {
  test.each<[string, Partial<PageState>]>([
    ['as it is', {}],
    ['of a document that is a PDF', { unreadable: 'pdf' }],
    ['of a document that draws its text', { unreadable: 'canvas' }],
    ['with the mention in view', { currentMention: { surface: '', position: 1, total: 1 } }],
    ['without a mention', { counts: { nato: 0 } }],
    ['with the longest names', { frame: LONG(100), counts: { [LONG(100)]: 1 }, site: LONG(300) }],
    ['with the longest mention', { currentMention: { surface: LONG(500), position: 2, total: 9 } }],
    ['with the most entities', { counts: countsOf(1000) }],
  ])('is read as it was sent %s', (_, change) => {
    const sent = { ...state, ...change };
    expect(parsePageState(structuredClone(sent))).toEqual(sent);
  });

  test.each([
    ['another kind', { ...state, kind: 'other' }],
    ['an unknown field', { ...state, more: 1 }],
    ['a negative count', { ...state, counts: { a: -1 } }],
    ['a count that is no number', { ...state, counts: { a: 'many' } }],
    ['more counts than there are entities', { ...state, counts: countsOf(1001) }],
    ['no site', { ...state, site: '' }],
    ['a long site', { ...state, site: LONG(301) }],
    ['an empty frame', { ...state, frame: '' }],
    ['a long frame', { ...state, frame: LONG(101) }],
    ['a long entity', { ...state, counts: { [LONG(202)]: 1 } }],
    ['half a count', { ...state, counts: { a: 0.5 } }],
    ['another kind of document', { ...state, unreadable: 'video' }],
    ['a long mention', { ...state, currentMention: { surface: LONG(501), position: 1, total: 1 } }],
    [
      'a mention before the first',
      { ...state, currentMention: { surface: 'a', position: 0, total: 1 } },
    ],
    ['a mention of none', { ...state, currentMention: { surface: 'a', position: 1, total: 0 } }],
    ['half a mention', { ...state, currentMention: { surface: 'a', position: 1 } }],
    [
      'more of a mention',
      { ...state, currentMention: { surface: 'a', position: 1, total: 1, more: 1 } },
    ],
    ['no frame', { ...state, frame: undefined }],
    ['a site with a trap for its length', { ...state, site: { length: { toString: null } } }],
    ['nothing', undefined],
  ])('counts as none with %s', (_, message) => {
    expect(parsePageState(message)).toBeUndefined();
  });
});

const MANY = Array.from({ length: CONTEXTS_MAX + 1 }, (_, at) => `a/${at}`);
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
  { kind: 'styles?' },
  { kind: 'contexts?', entities: ['bridges/ada-quill'] },
  { kind: 'contexts?', entities: Array.from({ length: CONTEXTS_MAX }, () => LONG(201)) },
  { kind: 'count', total: 3 },
  { kind: 'count', total: 0, off: true },
  { kind: 'undo', id: LONG(100) },
  { kind: 'change-request', id: '1', what: 'mention', entity: LONG(100), surface: LONG(500) },
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
    ['has an empty id', { kind: 'undo', id: '' }],
    ['has a long id', { kind: 'undo', id: LONG(101) }],
    ['has a long surface', { ...REQUESTS[4], surface: LONG(501) }],
    ['has an empty surface', { ...REQUESTS[4], surface: '' }],
    ['wants something else', { kind: 'change-request', id: '1', what: '' }],
    ['asks for something else', { kind: '' }],
    ['says nothing', {}],
    ['undoes more', { kind: 'undo', id: '1', more: 1 }],
    ['asks for more', { kind: 'mend', more: 1 }],
    ['asks for no context', { kind: 'contexts?', entities: [] }],
    ['asks for contexts without end', { kind: 'contexts?', entities: MANY }],
    ['asks for a long key', { kind: 'contexts?', entities: [LONG(202)] }],
    ['asks for an empty key', { kind: 'contexts?', entities: [''] }],
    ['asks for what is no key', { kind: 'contexts?', entities: [{ key: 'a/b' }] }],
    ['names a dataset', { kind: 'contexts?', entities: ['a/b'], dataset: 'a' }],
    ['counts more', { kind: 'count', total: 3, more: 1 }],
    ['counts less than nothing', { kind: 'count', total: -1 }],
    ['has a value with a trap', { kind: 'undo', id: { length: { toString: null } } }],
  ])('counts as none where it %s', (_, message) => {
    expect(parseContentScriptRequest(message)).toBeUndefined();
  });
});

describe('a request of a page of ours', () => {
  test.each([
    { kind: 'private-settings?' },
    { kind: 'private-change', id: '1', patch: { theme: { before: 'auto', after: 'dark' } } },
  ])('%j is read as it was sent', (request) => {
    expect(parseExtensionPageRequest(structuredClone(request))).toEqual(request);
  });

  test.each([
    ['asks for more', { kind: 'private-settings?', more: 1 }],
    ['changes more', { kind: 'private-change', id: '1', patch: {}, more: 1 }],
    ['has no id', { kind: 'private-change', patch: {} }],
    ['is for content scripts alone', { kind: 'undo', id: '1' }],
    ['says nothing', {}],
  ])('counts as none where it %s', (_, message) => {
    expect(parseExtensionPageRequest(message)).toBeUndefined();
  });
});
