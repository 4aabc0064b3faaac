/** The mentions that the reader dismissed, by site, with a button to remove each entry. */
import { saySite } from '../locale/settings-words.ts';
import type { DismissedMention, DismissibleMention } from '../settings/index.ts';
import { nameOfEntity } from './entities.ts';
import { useLock } from './lock.tsx';
import type { ControlProps } from './state.ts';

export function IgnoredMatches(props: ControlProps) {
  const { id, state, actions, say } = props;
  const { dismissedMentions } = state.settings;
  const lock = useLock('dismissedMentions', id, say);
  const list = (
    <ul class="rows">
      {linesOf(dismissedMentions, state).map((mention) => (
        <li key={`${mention.site} ${mention.entity.id} ${mention.surface}`}>
          <span>
            {say(
              'dismissedLine',
              mention.surface,
              nameOfEntity(mention.entity.id, props),
              saySite(mention.site, say),
            )}
          </span>
          {!lock && (
            <button
              type="button"
              class="link"
              aria-label={say('ruleRemoveLong', mention.surface)}
              onClick={() => {
                document.getElementById('dismissed-heading')?.focus();
                actions.highlightAgain(mention);
              }}
            >
              {say('remove')}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {dismissedMentions.length === 0 ? <p class="note">{say('dismissedNone')}</p> : list}
      {lock?.note}
    </>
  );
}

/** One line for all entities that are the same. */
function linesOf(
  mentions: readonly DismissedMention[],
  { all }: ControlProps['state'],
): DismissibleMention[] {
  const lines = new Map<string, DismissibleMention>();
  for (const { site, surface, entity: id } of mentions) {
    const entity = all?.switchOf({ id, tier: 'main' }) ?? { id };
    lines.set(JSON.stringify([site, entity.id, surface]), { site, surface, entity });
  }
  return [...lines.values()];
}
