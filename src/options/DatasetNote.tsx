/** What the product's knowledge is and where it is from. */
import type { Knowledge } from '../dataset/index.ts';
import { sayDate, type Say } from '../locale/index.ts';

export interface DatasetNoteProps {
  knowledge: Knowledge;
  say: Say;
  locale: string;
}

export function DatasetNote({ knowledge, say, locale }: DatasetNoteProps) {
  const { dataset, source, entities, facts } = knowledge;
  return (
    <footer class="section dataset">
      <div class="section-head">
        <h2>{say('datasetHeading')}</h2>
      </div>
      <div class="section-body">
        <p>{say('datasetLine', dataset.id, dataset.version, entities.length, facts.length)}</p>
        <p>{say('sourceLine', sayDate(source.date, 'long', { say, locale }), source.paragraphs)}</p>
        <p class="hash">{say('datasetHash', source.sha256)}</p>
      </div>
    </footer>
  );
}
