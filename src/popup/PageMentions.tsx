/** The entities on this page with their counts, and buttons to jump to their mentions. */
import type { EntityProfile } from '../dataset/index.ts';
import { sayCount, type Say } from '../locale/index.ts';

export interface PageMentionsProps {
  /** Most mentions first. */
  mentions: readonly { entity: EntityProfile; count: number }[];
  /** The mention that the reader jumped to last. */
  currentMention: { surface: string; position: number; total: number } | undefined;
  onJump: (entityId: string, steps: 1 | -1) => void;
  onOpen: (entityId: string) => void;
  say: Say;
}

export function PageMentions({ mentions, currentMention, onJump, onOpen, say }: PageMentionsProps) {
  if (mentions.length === 0) return null;
  return (
    <section class="mentions" aria-label={say('mentionsHere')}>
      <ul>
        {mentions.map(({ entity: { id, name }, count }) => (
          <li key={id} data-entity={id}>
            <button
              type="button"
              class="mention-open"
              onClick={() => {
                onOpen(id);
              }}
            >
              {name}
              <span class="mention-count">
                <span aria-hidden="true">{count}</span>
                <span class="spoken">{sayCount(say, 'entityMentions', count)}</span>
              </span>
            </button>
            <Jump
              label={say('jumpBack', name)}
              sign="‹"
              onJump={() => {
                onJump(id, -1);
              }}
            />
            <Jump
              label={say('jumpOn', name)}
              sign="›"
              onJump={() => {
                onJump(id, 1);
              }}
            />
          </li>
        ))}
      </ul>
      <p class="mention-current" role="status">
        {currentMention &&
          say(
            'mentionSpoken',
            currentMention.surface,
            currentMention.position,
            currentMention.total,
          )}
      </p>
    </section>
  );
}

function Jump({ label, sign, onJump }: { label: string; sign: string; onJump: () => void }) {
  return (
    <button
      type="button"
      class="jump"
      aria-label={label}
      title={label}
      data-sign={sign}
      onClick={onJump}
    />
  );
}
