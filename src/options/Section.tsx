/** One group of settings: its name, its default, the way back to it, its control. */
import type { ComponentChildren } from 'preact';
import type { Say } from '../locale/index.ts';
import type { SectionSpec } from './sections.ts';

export interface SectionProps {
  id: string;
  spec: SectionSpec;
  /** Whether its settings are not the defaults. */
  isChanged: boolean;
  onReset: () => void;
  say: Say;
  children: ComponentChildren;
}

/** A labelled group, so that a screen reader says name and default on the way in. */
export function Section({ id, spec, isChanged, onReset, say, children }: SectionProps) {
  const { heading, hint, hintWith = [] } = spec;
  return (
    <section class="section" id={id}>
      <div class="section-head">
        {/* Takes the keyboard when what had it goes away. */}
        <h2 id={`${id}-heading`} tabIndex={-1}>
          {say(heading)}
        </h2>
        <p id={`${id}-hint`}>{say(hint, ...hintWith)}</p>
        {isChanged && (
          <button
            type="button"
            class="link section-reset"
            aria-describedby={`${id}-heading`}
            onClick={() => {
              document.getElementById(`${id}-heading`)?.focus();
              onReset();
            }}
          >
            {say('resetSection')}
          </button>
        )}
      </div>
      <div
        class="section-body"
        role="group"
        aria-labelledby={`${id}-heading`}
        aria-describedby={`${id}-hint`}
      >
        {children}
      </div>
    </section>
  );
}
