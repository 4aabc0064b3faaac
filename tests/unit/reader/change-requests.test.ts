/** What a reader is told of a change that a page asked for: once it is done, or why it is not. */
import { expect, test } from 'vitest';
import type { Say } from '../../../src/locale/index.ts';
import type { Answer, ChangeRequest, UndoMessage } from '../../../src/messages/index.ts';
import { createChangeRequests } from '../../../src/reader/change-requests.ts';

const say: Say = (key, ...values) => [key, ...values].join(' ');
const failed = (reason: 'policy' | 'slow', detail = ''): Answer => ({
  ...{ refused: 'storage', failure: { reason, list: '', detail } },
});

/** A page with a background that answers in this order. */
function openPage(...answers: Answer[]) {
  const sent: (ChangeRequest | UndoMessage)[] = [];
  const offers: { text: string; button?: string | undefined; press?: (() => void) | undefined }[] =
    [];
  const requests = createChangeRequests({
    ...{ say, site: 'news.example' },
    async send(message) {
      sent.push(message);
      await Promise.resolve();
      return answers.shift();
    },
    notices: {
      announce: () => undefined,
      offer: (text, button, press) => void offers.push({ text, button, press }),
    },
  });
  return {
    ...{ requests, sent },
    told: () => offers.map(({ text, button }) => [text, button]),
    press: () => offers.at(-1)?.press?.(),
    answers: () => new Promise((resolve) => setTimeout(resolve)),
  };
}

test('a change is told once it is done, and can be undone', async () => {
  const page = openPage(true, true);
  page.requests.switchOff({ what: 'all' });
  expect(page.told()).toEqual([]);
  await page.answers();
  expect(page.told()).toEqual([['allIsOff', 'undo']]);
  page.press();
  await page.answers();
  const [change, undo] = page.sent;
  expect(undo).toEqual({ kind: 'undo', id: change?.id });
  expect(page.told()).toHaveLength(1);
});

test.each([
  ['The Example Times', 'importUntouched policySetBy The Example Times'],
  ['', 'importUntouched policySet'],
])('what the policy of "%s" refuses is told alone, and nothing is offered', async (name, text) => {
  const page = openPage(failed('policy', name));
  page.requests.switchOff({ what: 'site' });
  await page.answers();
  expect(page.told()).toEqual([[text, undefined]]);
});

test('another failure offers to try again, and then what was asked for is told', async () => {
  const page = openPage(failed('slow'), true);
  page.requests.switchOff({ what: 'site' });
  await page.answers();
  expect(page.told()).toEqual([['saveFailedSlow', 'tryAgain']]);
  page.press();
  await page.answers();
  expect(page.told()[1]).toEqual(['siteIsOff news.example', 'undo']);
  expect(page.sent[1]).toEqual(page.sent[0]);
});
