/**
 * What a page of the web can change, and nothing else: switch off for its own site what a reader asked for, and
 * take that back. Decides; the changes are made by what it is handed.
 */
import type { Answer, Intent, Refusal, UndoMessage } from '../messages/index.ts';
import { failureOf } from '../settings/failure.ts';
import { switchEntity, switchMention, switchSite } from '../settings/index.ts';
import type { Changes, Mutate } from './changes.ts';
import type { KeyPresses } from './key-presses.ts';
import type { RateLimit } from './rate-limit.ts';
import type { Sender } from './sender.ts';

/** The part of an entity that decides which list it is switched in. */
export interface SwitchableEntity {
  id: string;
  tier: 'main' | 'cast';
}

export interface PageChangesParts {
  changes: Changes;
  /** All entities that the bundled dataset has. */
  entities: () => readonly SwitchableEntity[];
  presses: KeyPresses;
  limit: RateLimit;
  /** Ms since 1970. */
  now: () => number;
}

type ContentScript = Extract<Sender, { kind: 'content-script' }>;

/**
 * How long a page can take back what it asked for, in ms, and at most twice as long. The offer to do so stands for
 * seconds; a page that kept it for later could switch on what the reader has switched off again since.
 */
export const UNDO_MS = 300_000;

/** Does what a page asks for, or says why not. Never fails. */
export async function answerPage(
  request: Intent | UndoMessage,
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
  intent: Intent,
  sender: ContentScript,
  parts: PageChangesParts,
): Promise<Refusal | undefined> {
  const [key] = keysOf(intent.id, sender, parts.now());
  const mutate = mutationOf(intent, sender, parts.entities);
  if (typeof mutate !== 'function') return mutate;
  if (intent.what === 'site' && intent.on) {
    const press = parts.presses.use(sender.tab, intent.id);
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
 * By which a change is remembered: its tab, so that no other page can take it back, and when, so that the page
 * itself cannot for long. The first is that of a change made now, the second that of one made before.
 */
function keysOf(id: string, { tab }: ContentScript, now: number): [string, string] {
  const period = Math.floor(now / UNDO_MS);
  return [`${tab} ${period} ${id}`, `${tab} ${period - 1} ${id}`];
}

/** What an intent does to settings, or why it does nothing. */
function mutationOf(
  intent: Intent,
  { place }: ContentScript,
  entities: PageChangesParts['entities'],
): Mutate | Refusal {
  if (intent.what === 'all') return (settings) => ({ ...settings, on: false });
  if (intent.what === 'site') {
    return place ? (settings) => switchSite(settings, place, intent.on) : 'site';
  }
  const entity = entities().find(({ id }) => id === intent.entity);
  if (!entity) return 'entity';
  if (intent.what === 'entity') return (settings) => switchEntity(settings, entity, false);
  if (!place) return 'site';
  const mention = { site: place.site, entity: entity.id, surface: intent.surface };
  return (settings) => switchMention(settings, mention, false);
}
