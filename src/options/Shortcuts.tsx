/** The keys as the browser has them now, and the way to the browser's own page for changing them. */
import type { Say } from '../locale/index.ts';
import { Section } from './Section.tsx';

/** A key command as the browser tells of it. */
export interface Shortcut {
  name: string;
  description: string;
  /** As the browser writes it; empty where none is set. */
  keys: string;
}

export interface ShortcutsProps {
  shortcuts: readonly Shortcut[];
  /** Opens the browser's page; left out where an extension may not. */
  onOpen: (() => void) | undefined;
  say: Say;
}

export function Shortcuts({ shortcuts, onOpen, say }: ShortcutsProps) {
  return (
    <Section id="shortcuts">
      <dl class="pairs">
        {shortcuts.map(({ name, description, keys }) => (
          <div key={name}>
            <dt>{description}</dt>
            <dd>{keys === '' ? say('shortcutNone') : <kbd>{keys}</kbd>}</dd>
          </div>
        ))}
      </dl>
      {onOpen ? (
        <p class="field">
          <button type="button" class="button" onClick={onOpen}>
            {say('shortcutsOpen')}
          </button>
        </p>
      ) : (
        <p class="choice-note field">{say('shortcutsWhere')}</p>
      )}
    </Section>
  );
}
