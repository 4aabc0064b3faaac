/** Messages that a page which took over its content script could send: whatever structured clone and JSON carry. */
import fc from 'fast-check';

/** Values that look like what is asked for until they are compared, counted or written out. */
const TRAPS: unknown[] = [
  { length: { toString: null } },
  { length: { valueOf: null, toString: null } },
  { length: -1 },
  { length: 1e9 },
  { length: 10n },
  { size: { toString: null } },
  { toString: null, valueOf: null },
  { toJSON: 1 },
  { then: 1 },
  { constructor: { prototype: null } },
  JSON.parse('{"__proto__": {"polluted": true}}'),
  JSON.parse('{"__proto__": null, "kind": "change-request"}'),
  [[[[[[[[[[]]]]]]]]]],
  new Map([['kind', 'change-request']]),
  new Set(['kind']),
  new Date(NaN),
  /kind/,
  new Error('kind'),
  new Uint8Array(8),
  new ArrayBuffer(8),
  Object.create(null),
  BigInt(2) ** 64n,
  NaN,
  Infinity,
  -0,
  '\ud800',
  '\u0000',
  'x'.repeat(100_000),
];

/** Objects that hold themselves, which structured clone carries and JSON does not. */
function cyclic(): unknown[] {
  const object: Record<string, unknown> = { kind: 'change-request', what: 'entity' };
  object['entity'] = object;
  object['id'] = [object];
  const list: unknown[] = ['change-request'];
  list.push(list);
  return [object, list];
}

const anything = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...TRAPS, ...cyclic()) },
  {
    weight: 3,
    arbitrary: fc.anything({
      withBigInt: true,
      withBoxedValues: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withObjectString: true,
      withSet: true,
      withSparseArray: true,
      withTypedArray: true,
    }),
  },
  { weight: 1, arbitrary: fc.jsonValue() },
);

/** Words of the protocol, of today and of before, and what a page may want to get in. */
const word = fc.constantFrom<unknown>(
  ...[
    'change-request',
    'undo',
    'count',
    'mend',
    'private-settings?',
    'private-change',
    'page-state',
    'settings-revision',
  ],
  ...['gate?', 'reader?', 'card?', 'gate', 'stop.js'],
  ...['entity', 'site', 'all', 'mention', 'main', 'cast', 'storm-shadow', 'joe-biden'],
  ...['constructor', '__proto__', 'bank.example', 'com', '*', 'file:', 'one', 'two'],
  ...[true, false, 0, 1, 2 ** 31],
);

const FIELDS = [
  ...['kind', 'what', 'id', 'on', 'entity', 'tier', 'site', 'path', 'surface', 'otherwise'],
  ...['tab', 'document', 'file', 'script', 'revision'],
  ...['total', 'patch', 'frame', 'top', 'counts', 'slow', 'currentMention', 'unreadable'],
];

/** Anything at all, and much that is nearly a message. */
export const hostileMessage: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 1, arbitrary: anything },
  {
    weight: 4,
    arbitrary: fc.dictionary(
      fc.constantFrom(...FIELDS),
      fc.oneof({ weight: 4, arbitrary: word }, { weight: 2, arbitrary: anything }),
      { maxKeys: 8 },
    ),
  },
);
