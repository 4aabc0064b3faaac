/**
 * What a web page can change: it can switch things off for its own site and undo that, and say that the tip was shown. Nothing
 * else. Decides whether to make a change; others make it.
 */
import type { Answer, ChangeRequest, Refusal, UndoMessage } from '../messages/index.ts';
import { failureOf } from '../settings/failure.ts';
import { switchEntity, switchMention, switchSite, type Switchable } from '../settings/index.ts';
import type { Changes, Mutate } from './changes.ts';
import type { KeyPresses } from './key-presses.ts';
import type { RateLimit } from './rate-limit.ts';
import type { Sender } from './sender.ts';

export interface PageChangesParts {
  changes: Changes;
  /** @returns undefined for a key that no dataset has which is on */
  findEntity: (key: string) => Promise<Switchable | undefined>;
  presses: KeyPresses;
  limit: RateLimit;
  /** Ms since 1970. */
  now: () => number;
}

type ContentScript = Extract<Sender, { kind: 'content-script' }>;

/**
 * How long a page can undo its change: at least this long and at most twice as long, in ms. The undo button is shown for
 * seconds. A page that kept the undo for later could switch on what the reader has switched off again.
 */
export const UNDO_MS = 300_000;

/** Makes the change that a page requests, or answers why not. Never fails. */
export async function answerPage(
  request: ChangeRequest | UndoMessage,
  sender: ContentScript,
  parts: PageChangesParts,
): Promise<Answer> {
  if (!parts.limit.take(sender.tab)) return { refused: 'often' };
  try {
    const isUndo = request.kind === 'undo';
    const refused = isUndo
      ? await takeBack(request.id, sender, parts)
      : await change(request, sender, parts);
    return refused === undefined ? true : { refused };
  } catch (error) {
    return { refused: 'storage', failure: failureOf(error) };
  }
}

async function change(
  request: ChangeRequest,
  sender: ContentScript,
  parts: PageChangesParts,
): Promise<Refusal | undefined> {
  const [key] = keysOf(request.id, sender, parts.now());
  const mutate = await mutationOf(request, sender, parts);
  if (typeof mutate !== 'function') return mutate;
  if (request.what === 'site' && request.on) {
    const press = parts.presses.use(sender.tab, request.id);
    if (press !== 'granted') return press === 'used' ? undefined : 'on';
  }
  await parts.changes.make(key, mutate, sender.isPrivate);
  return undefined;
}

async function takeBack(
  id: string,
  sender: ContentScript,
  { changes, now }: PageChangesParts,
): Promise<Refusal | undefined> {
  for (const key of keysOf(id, sender, now())) {
    if (await changes.takeBack(key, sender.isPrivate)) return undefined;
  }
  return 'undo';
}

/**
 * The keys of a change. They contain the tab, so that no other page can undo the change, and the period, so that the page itself
 * cannot undo it for long. The first key is for a change made now, the second for the period before.
 */
function keysOf(id: string, { tab }: ContentScript, now: number): [string, string] {
  const period = Math.floor(now / UNDO_MS);
  return [`${tab} ${period} ${id}`, `${tab} ${period - 1} ${id}`];
}

/** How a request changes the settings, or why it does not. */
async function mutationOf(
  request: ChangeRequest,
  { address }: ContentScript,
  { findEntity }: PageChangesParts,
): Promise<Mutate | Refusal> {
  if (request.what === 'tip') return (settings) => ({ ...settings, tip: false });
  if (request.what === 'all') return (settings) => ({ ...settings, on: false });
  if (request.what === 'site') {
    return address ? (settings) => switchSite(settings, address, request.on) : 'site';
  }
  const entity = await findEntity(request.entity);
  if (!entity) return 'entity';
  if (request.what === 'entity') return (settings) => switchEntity(settings, entity, false);
  if (!address) return 'site';
  const mention = { site: address.site, entity, surface: request.surface };
  return (settings) => switchMention(settings, mention, false);
}
