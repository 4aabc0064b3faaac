/** Messages at the border: a reader gives back exactly what it was sent, or nothing, and the browser alone says who sent it. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { senderOf } from '../../../src/background/sender.ts';
import type { MessageSender } from '../../../src/browser/interfaces.ts';
import { readCommand, readJump, readRevision, refusalOf } from '../../../src/messages/index.ts';
import {
  parseContentScriptRequest,
  parseExtensionPageRequest,
  parsePageState,
} from '../../../src/messages/schema.ts';
import { addressOf, siteOf } from '../../../src/settings/index.ts';
import { CHROMIUM, SENDERS } from '../../unit/background/senders.ts';
import { hostileMessage } from '../../unit/messages/hostile.ts';
import { target } from '../target.ts';

/** Longest text that a page can have the extension keep, in UTF-16 code units. */
const TEXT_MAX = 500;

const origin = fc.oneof(
  fc.constantFrom(
    ...['null', 'file://', 'https://news.example', 'https://bank.example', CHROMIUM.origin],
    ...[`${CHROMIUM.origin}.example`, 'chrome-extension://other', '', 'https://news.example.'],
  ),
  fc.webUrl().map((url) => new URL(url).origin),
  fc.string(),
);
const url = fc.oneof(
  fc
    .tuple(origin, fc.constantFrom('', '/', '/a/b?c', '/options.html'))
    .map((parts) => parts.join('')),
  fc.constantFrom(
    'about:blank',
    'about:srcdoc',
    'data:,x',
    'file:///x',
    'blob:https://a.example/1',
  ),
);
const optional = <Value>(some: fc.Arbitrary<Value>) => fc.option(some, { nil: undefined });
const anySender: fc.Arbitrary<MessageSender> = fc.record({
  id: optional(fc.constantFrom(CHROMIUM.id, 'another-extension', '')),
  origin: optional(origin),
  url: optional(url),
  frameId: optional(fc.nat(2)),
  documentId: optional(fc.string({ minLength: 1 })),
  tab: optional(
    fc.record({ id: optional(fc.nat(9)), url: optional(url), incognito: fc.boolean() }),
  ),
});

function checkSender(sender: MessageSender): void {
  const found = senderOf(sender, CHROMIUM);
  const isOwnPage =
    sender.id === CHROMIUM.id &&
    sender.origin === CHROMIUM.origin &&
    (sender.url ?? '').startsWith(`${CHROMIUM.origin}/`);
  assert.equal(found?.kind === 'extension-page', isOwnPage);
  if (found?.kind !== 'content-script') return;
  assert.deepEqual(
    [sender.id, sender.documentId, sender.tab?.id, sender.tab?.incognito],
    [CHROMIUM.id, found.document, found.tab, found.isPrivate],
  );
  assert.notEqual(sender.origin, CHROMIUM.origin);
  assert.equal(found.isMain, sender.frameId === 0);
  if (!found.isMain) {
    assert.deepEqual(found.address, addressOf(sender.tab?.url ?? ''));
    return;
  }
  // Where the origin tells a site, no address of a document can say another one.
  const site = siteOf(sender.origin ?? '');
  if (site !== undefined) assert.equal(found.address?.site, site);
}

/** Every text in a message that was read, its names included. */
function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    yield name;
    yield* textsIn(inner);
  }
}

function checkMessage(message: unknown): void {
  for (const parse of [parseContentScriptRequest, parsePageState]) {
    const read = parse(message);
    if (read === undefined) continue;
    assert.deepEqual({ ...read }, { ...(message as object) }, 'a message is read as another one');
    for (const text of textsIn(read)) assert.ok(text.length <= TEXT_MAX, 'a text is too long');
  }
  parseExtensionPageRequest(message);
  for (const read of [readCommand, readRevision, refusalOf]) read(message);
  readJump(message, 'x1');
  assert.equal(({} as Record<string, unknown>)['polluted'], undefined, 'a prototype was changed');
}

export const messagesTarget = target({
  name: 'messages',
  inputs: fc.record({
    message: hostileMessage,
    sender: fc.oneof(
      anySender,
      fc
        .tuple(
          fc.constantFrom(...SENDERS),
          anySender,
          fc.constantFrom('url', 'origin', 'tab', 'frameId'),
        )
        .map(([{ sender }, other, field]): MessageSender => ({ ...sender, [field]: other[field] })),
    ),
  }),
  check({ message, sender }) {
    checkMessage(message);
    checkSender(sender);
  },
});
