/** One line of the list: an entity, the text that matches the query, and how often the page mentions the entity. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { sayCount, sayList, type MessageKey, type Say } from '../locale/index.ts';
import { snippetOf, type Field, type MatchedText } from '../search/index.ts';
import type { Entry } from './entry.ts';
import { MarkedText } from './MarkedText.tsx';

export interface EntityOptionProps {
  entry: Entry;
  id: string;
  /** Whether it is the active option. */
  active: boolean;
  onOpen: () => void;
  say: Say;
}

/** About two lines of the popup, in UTF-16 code units. */
const SNIPPET_LENGTH = 84;

export function EntityOption({ entry, id, active, onOpen, say }: EntityOptionProps) {
  const { key, entity, matched, lang, from } = entry;
  const line = useRef<HTMLLIElement>(null);
  useLayoutEffect(() => {
    if (active) line.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const isName = matched?.field === 'name' && matched.text === entity.name;
  return (
    <li
      ref={line}
      id={id}
      class="option"
      role="option"
      aria-selected={active}
      data-entity={key}
      onClick={onOpen}
    >
      <span class="option-text">
        <span class="option-name">
          <MarkedText {...{ lang, text: entity.name }} ranges={isName ? matched.ranges : []} />
        </span>
        <Count entry={entry} say={say} />
        <Role {...{ entry }} />
        {matched && !isName && <Found {...{ matched, lang, say }} />}
        {from && (
          <span class="option-from">
            <span class="option-kind">{say('matchedDataset')}</span>{' '}
            <bdi lang={from.language}>{from.title}</bdi>
          </span>
        )}
      </span>
    </li>
  );
}

function Role({ entry }: { entry: Entry }) {
  const { entity, matched, lang } = entry;
  return (
    <span class="option-role">
      <MarkedText
        {...{ lang, text: entity.role.text }}
        ranges={matched?.field === 'role' ? matched.ranges : []}
      />
    </span>
  );
}

const FOUND_KEYS: Record<Exclude<Field, 'role'>, MessageKey> = {
  name: 'matchedName',
  title: 'matchedTitle',
  speaker: 'matchedSpeaker',
  fact: 'matchedFact',
  quote: 'matchedQuote',
  event: 'matchedEvent',
  position: 'matchedPosition',
  summary: 'matchedSummary',
  note: 'matchedNote',
};

function Found({ matched, lang, say }: { matched: MatchedText; lang: string; say: Say }) {
  const { field, statement } = matched;
  if (field === 'role') return null;
  const { text, ranges } = snippetOf(matched, SNIPPET_LENGTH);
  const paragraphs = statement?.citations ?? [];
  return (
    <span class="option-found">
      <span class="option-kind">{say(FOUND_KEYS[field])}</span>{' '}
      {/* A name is found in any of its spellings. */}
      <MarkedText {...{ text, ranges }} lang={field === 'name' ? '' : lang} />
      {paragraphs.length > 0 && (
        <>
          {' '}
          <span class="option-cited">
            {sayCount(say, 'citation', paragraphs.length, sayList(say, paragraphs))}
          </span>
        </>
      )}
    </span>
  );
}

function Count({ entry: { count, off }, say }: { entry: Entry; say: Say }) {
  if (off) return <span class="option-off">{say('entityOff')}</span>;
  if (count === 0) return null;
  return (
    <span class="option-count">
      <span aria-hidden="true">{count}</span>
      <span class="spoken">{sayCount(say, 'entityMentions', count)}</span>
    </span>
  );
}
