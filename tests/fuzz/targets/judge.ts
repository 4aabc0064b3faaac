/** The judge: what it says of any text, however broken. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Mention } from '../../../src/detect/index.ts';
import { detector, mainEntities } from '../detection.ts';
import { target } from '../target.ts';
import { someText } from '../text.ts';

const known = new Set(mainEntities.map(({ id }) => id));

/** Whether an offset falls between the halves of a surrogate pair. */
const splitsPair = (text: string, at: number): boolean =>
  at > 0 && /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));

/** In order, apart and of the text as given: so there are never more of them than the text is long. */
function checkSpans(text: string, mentions: readonly Mention[]): void {
  let end = 0;
  for (const mention of mentions) {
    assert.ok(known.has(mention.entity), `no such entity: ${mention.entity}`);
    assert.ok(mention.confidence > 0 && mention.confidence <= 1);
    assert.ok(mention.start >= end && mention.end > mention.start, 'spans are not in order');
    assert.equal(mention.surface, text.slice(mention.start, mention.end));
    for (const at of [mention.start, mention.end]) assert.ok(!splitsPair(text, at));
    end = mention.end;
  }
  assert.ok(end <= text.length);
}

/** What a reader sees of mentions, whatever the form of their letters. */
const seenIn = (text: string) =>
  detector.detect(text).map(({ entity, surface, rule }) => [entity, surface.normalize(), rule]);

export const judgeTarget = target({
  name: 'judge',
  inputs: fc.record({ text: someText, before: someText }),
  check({ text, before }) {
    const mentions = detector.detect(text);
    checkSpans(text, mentions);
    detector.detect(before);
    assert.deepEqual(detector.detect(text), mentions, 'another page changed what this one says');
    assert.deepEqual(seenIn(text.normalize('NFD')), seenIn(text.normalize('NFC')));
  },
});
