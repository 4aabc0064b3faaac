/** The scanner and the quick look: they may say yes too often, and never wrongly no. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createQuickLook, createSieve } from '../../../src/detect/index.ts';
import { hasTrigger } from '../../unit/detect/reference.ts';
import { detector, mainEntities, packed } from '../detection.ts';
import { target } from '../target.ts';
import { chunksOf, plainText, someCuts, someText } from '../text.ts';

const triggers = mainEntities.flatMap(({ triggers: { names, objects } }) => [...names, ...objects]);
const scanners = packed.scanners();
const isWorthScanning = createQuickLook(packed.quickLook);

/** Whether the scanner finds something in any of the chunks of a text. */
function isCandidate(chunks: readonly string[]): boolean {
  const scanner = detector.createScanner();
  return chunks.filter((chunk) => scanner.feed(chunk)).length > 0;
}

/** How often the sieve of a page says that there is enough for a judge. */
function timesEnough(chunks: readonly string[]): number {
  let times = 0;
  const onEnough = (): void => {
    times++;
  };
  const scanner = createSieve({ scanners, hasCast: false, onEnough })();
  for (const chunk of chunks) scanner.feed(chunk);
  return times;
}

export const scannerTarget = target({
  name: 'scanner',
  inputs: fc.record({ text: someText, plain: plainText, cuts: someCuts }),
  check({ text, plain, cuts }) {
    for (const given of [text, text.normalize('NFD'), plain]) {
      const [whole, cut] = [[given], chunksOf(given, cuts)].map(isCandidate);
      // Each block is judged by itself, and a page with nothing to look at is not judged at all.
      if (detector.detect(given).length > 0) assert.deepEqual([whole, cut], [true, true]);
      if (whole) assert.ok(isWorthScanning(given), 'the quick look says no to a candidate');
      assert.equal(timesEnough([given]), whole ? 1 : 0, 'the sieve and the scanner differ');
      assert.equal(timesEnough(chunksOf(given, cuts)), cut ? 1 : 0);
    }
    assert.equal(isCandidate([plain]), hasTrigger(plain, triggers), 'a naive search differs');
  },
});
