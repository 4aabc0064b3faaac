/** One group of settings: its name, its default, its controls. */
import type { ComponentChildren } from 'preact';

export interface SectionProps {
  id: string;
  heading: string;
  hint: string;
  children: ComponentChildren;
}

/** A labelled group, so that a screen reader says name and default on the way in. */
export function Section({ id, heading, hint, children }: SectionProps) {
  return (
    <section class="section" id={id}>
      <div class="section-head">
        <h2 id={`${id}-heading`}>{heading}</h2>
        <p id={`${id}-hint`}>{hint}</p>
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
