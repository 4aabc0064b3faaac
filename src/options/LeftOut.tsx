/** The mentions that the reader left out, by site, with the way to take it back. */
import type { ControlProps } from './state.ts';

export function LeftOut({ state, actions, knowledge, say }: ControlProps) {
  const { notThis } = state.settings;
  const nameOf = (id: string): string =>
    knowledge.entities.find((entity) => entity.id === id)?.name ?? id;
  if (notThis.length === 0) return <p class="sites-none">{say('leftOutNone')}</p>;
  return (
    <ul class="sites">
      {notThis.map((mention) => (
        <li key={`${mention.site} ${mention.entity} ${mention.surface}`}>
          <span>{say('leftOutLine', mention.surface, nameOf(mention.entity), mention.site)}</span>
          <button
            type="button"
            class="link"
            aria-label={say('ruleRemoveLong', mention.surface)}
            onClick={() => {
              document.getElementById('left-out-heading')?.focus();
              actions.markAgain(mention);
            }}
          >
            {say('remove')}
          </button>
        </li>
      ))}
    </ul>
  );
}
