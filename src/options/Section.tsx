/** One group of settings: its name, its default, the way back to it, its controls. */
import { createContext, type ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import type { Say } from '../locale/index.ts';
import { specOf, type SectionId } from './sections.ts';

/** What all sections have in common on one drawing of the page. */
export interface SectionFrame {
  /** Sections that the search leaves. */
  shown: readonly SectionId[];
  /** Sections whose settings are not the defaults. */
  changed: readonly SectionId[];
  onReset: (id: SectionId) => void;
  say: Say;
}

/** Around the whole page. */
export const SectionFrames = createContext<SectionFrame | undefined>(undefined);

export interface SectionProps {
  id: SectionId;
  children: ComponentChildren;
}

/** A labelled group, so that a screen reader says name and default on the way in. */
export function Section({ id, children }: SectionProps) {
  const frame = useContext(SectionFrames);
  if (!frame?.shown.includes(id)) return null;
  const { say, changed, onReset } = frame;
  const { heading, hint, hintWith = [] } = specOf(id);
  return (
    <section class="section" id={id}>
      <div class="section-head">
        {/* Takes the keyboard when what had it goes away. */}
        <h2 id={`${id}-heading`} tabIndex={-1}>
          {say(heading)}
        </h2>
        <p id={`${id}-hint`}>{say(hint, ...hintWith)}</p>
        {changed.includes(id) && (
          <button
            type="button"
            class="link section-reset"
            aria-describedby={`${id}-heading`}
            onClick={() => {
              document.getElementById(`${id}-heading`)?.focus();
              onReset(id);
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
