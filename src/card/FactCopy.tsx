/** Takes a fact along: a disclosure with the formats of a citation and the note that reports an error. */
import { useState } from 'preact/hooks';
import type { EntityContext, Fact } from '../dataset/index.ts';
import type { MessageKey, Wording } from '../locale/index.ts';
import { CITATION_FORMATS, citationOf, errorReportOf, type CopyFormat } from './citation-text.ts';
import { Icon } from './Icon.tsx';

/**
 * Puts a text on the clipboard. A promise that it returns is waited for, and the card says how it ended; it
 * ends badly where it is rejected.
 */
export type CopyFact = (text: string, fact: Fact, format: CopyFormat) => unknown;

export interface FactCopyProps extends Wording {
  fact: Fact;
  source: EntityContext['source'];
  dataset: EntityContext['dataset'];
  isAdded?: boolean | undefined;
  onCopy: CopyFact;
}

const FORMAT_KEYS: Record<CopyFormat, MessageKey> = {
  text: 'formatText',
  markdown: 'formatMarkdown',
  report: 'formatReport',
};
const FORMATS: readonly CopyFormat[] = [...CITATION_FORMATS, 'report'];

export function FactCopy({ fact, source, dataset, isAdded, onCopy, say, locale }: FactCopyProps) {
  const [isOpen, setOpen] = useState(false);
  const [outcome, setOutcome] = useState<MessageKey>();
  const copy = async (format: CopyFormat): Promise<void> => {
    const wording = { say, locale };
    const added = isAdded ? dataset : undefined;
    const text =
      format === 'report'
        ? errorReportOf(fact, { dataset, added }, wording)
        : citationOf(fact, { source, added }, format, wording);
    setOutcome(undefined);
    try {
      await onCopy(text, fact, format);
      setOutcome('copied');
    } catch {
      setOutcome('notCopied');
    }
  };
  return (
    <details
      class="card-copy"
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open);
        setOutcome(undefined);
      }}
    >
      <summary aria-label={say('copyFact')} title={say('copyFact')}>
        <Icon name="copy" />
      </summary>
      {isOpen && (
        <div class="card-formats">
          {FORMATS.map((format) => (
            <button
              key={format}
              type="button"
              class="card-link"
              data-format={format}
              onClick={() => void copy(format)}
            >
              {say(FORMAT_KEYS[format])}
            </button>
          ))}
          <span role="status">{outcome && say(outcome)}</span>
        </div>
      )}
    </details>
  );
}
