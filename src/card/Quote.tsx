/** A few words exactly as somebody said them, with who, when and where. */
import type { QuoteNote } from '../dataset/index.ts';
import type { Wording } from '../locale/index.ts';
import { Provenance } from './Provenance.tsx';

export interface QuoteProps extends Wording {
  quote: QuoteNote;
}

export function Quote({ quote: { words, speaker, fact }, say, locale }: QuoteProps) {
  return (
    <figure class="card-quote">
      <blockquote dir="auto">{say('quoted', words)}</blockquote>
      <figcaption>
        <Provenance
          fact={fact}
          by={fact.attribution.speaker ?? speaker.name}
          {...{ say, locale }}
        />
      </figcaption>
    </figure>
  );
}
