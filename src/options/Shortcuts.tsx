/** The present keys, and a button for the browser's page on which they can be changed. */
import type { ControlProps } from './state.ts';

export function Shortcuts({ state, actions, say }: ControlProps) {
  return (
    <>
      <dl class="pairs">
        {state.shortcuts.map(({ name, description, keys }) => (
          <div key={name}>
            <dt>{description}</dt>
            <dd>{keys === '' ? say('shortcutNone') : <kbd>{keys}</kbd>}</dd>
          </div>
        ))}
      </dl>
      {actions.openShortcuts ? (
        <button type="button" class="button" onClick={actions.openShortcuts}>
          {say('shortcutsOpen')}
        </button>
      ) : (
        <p class="note">{say('shortcutsWhere')}</p>
      )}
    </>
  );
}
