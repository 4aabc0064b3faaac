import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCardAddress, writeCardAddress } from '../../../src/messages/index.ts';

test('any address that is written is read back', () => {
  const value = fc.string({ minLength: 1, unit: 'grapheme' });
  const address = fc.record({ entity: value, fact: value, query: value }, { requiredKeys: [] });
  fc.assert(
    fc.property(address, (given) => {
      expect(readCardAddress(writeCardAddress(given))).toEqual(given);
    }),
  );
});

test.each([
  ['', {}],
  ['#', {}],
  ['#entity=', {}],
  ['#other=nato', {}],
  ['#entity=storm-shadow', { entity: 'storm-shadow' }],
])('"%s" says %j', (hash, address) => {
  expect(readCardAddress(hash)).toEqual(address);
});
