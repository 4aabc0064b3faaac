/** The mentions that the reader dismissed, by site, with a button to remove each entry. */
import { saySite } from '../locale/settings-words.ts';
import type { ControlProps } from './state.ts';

export function IgnoredMatches({ state, actions, knowledge, say }: ControlProps) {
  const { dismissedMentions } = state.settings;
  const nameOf = (id: string): string =>
    knowledge.entities.find((entity) => entity.id === id)?.name ?? id;
  if (dismissedMentions.length === 0) return <p class="note">{say('dismissedNone')}</p>;
  return (
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
        </li>
      ))}
    </ul>
  );
}
