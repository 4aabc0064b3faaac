/** The keys as the browser has them now, and the way to the browser's own page for changing them. */
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
        <p class="field">
          <button type="button" class="button" onClick={actions.openShortcuts}>
            {say('shortcutsOpen')}
          </button>
        </p>
      ) : (
        <p class="choice-note field">{say('shortcutsWhere')}</p>
      )}
    </>
  );
}
