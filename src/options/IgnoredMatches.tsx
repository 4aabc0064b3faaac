/** The mentions that the reader dismissed, by site, with a button to remove each entry. */
import { saySite } from '../locale/settings-words.ts';
import { useLock } from './lock.tsx';
import type { ControlProps } from './state.ts';

export function IgnoredMatches({ id, state, actions, knowledge, say }: ControlProps) {
  const { dismissedMentions } = state.settings;
  const lock = useLock('dismissedMentions', id, say);
  const nameOf = (key: string): string =>
    knowledge.entities.find((entity) => entity.id === key)?.name ?? key;
  const list = (
    <ul class="rows">
      {dismissedMentions.map((mention) => (
        <li key={`${mention.site} ${mention.entity} ${mention.surface}`}>
          <span>
            {say(
              'dismissedLine',
              mention.surface,
              nameOf(mention.entity),
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
