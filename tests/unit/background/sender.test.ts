import { describe, expect, test } from 'vitest';
import { senderOf } from '../../../src/background/sender.ts';
import { SENDERS } from './senders.ts';

describe('who sent a message, by what the browser says', () => {
  test.each(SENDERS)('$what', ({ sender, own, kind, site }) => {
    const found = senderOf(sender, own);
    const kinds = { page: 'extension-page', content: 'content-script', nobody: undefined };
    expect(found?.kind).toBe(kinds[kind]);
    expect(found?.kind === 'content-script' ? found.address?.site : undefined).toBe(site);
    const document = kind === 'content' ? sender.documentId : undefined;
    expect(found?.kind === 'content-script' ? found.document : undefined).toBe(document);
  });

  test('the path of a page counts, and that of a frame is its tab’s', () => {
    const [page, , frame] = SENDERS;
    for (const one of [page, frame]) {
      if (!one) throw new Error('No sender.');
      expect(senderOf(one.sender, one.own)).toMatchObject({ address: { path: '/a/story' } });
    }
  });
});
