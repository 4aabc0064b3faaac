/** The search: a combobox over the dataset. Has no state; combobox.ts has the keys. */
import { sayCount, type Say } from '../locale/index.ts';
import { isWay } from './CardView.tsx';
import { comboboxAction, type ComboboxAction } from './combobox.ts';
import { EntityOption } from './EntityOption.tsx';
import type { Entry } from './entry.ts';
import { focusOnArrival } from './focus.ts';

export interface EntitySearchProps {
  query: string;
  entries: readonly Entry[];
  active: number | undefined;
  /** Whether Escape closed the list. */
  closed: boolean;
  /** Goes to the card that the reader came back from; undefined if there is none. */
  onForward: (() => void) | undefined;
  /** How many entities the dataset has. */
  known: number;
  onType: (query: string) => void;
  onAction: (action: ComboboxAction) => void;
  say: Say;
}

const LIST_ID = 'results';
const optionId = (index: number): string => `result-${index}`;

export function EntitySearch(props: EntitySearchProps) {
  const { query, entries, active, closed, onForward, onType, onAction, say } = props;
  const isOpen = entries.length > 0 && !closed;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (onForward && isWay(event, 'ArrowRight')) {
      event.preventDefault();
      onForward();
      return;
    }
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const action = comboboxAction(event.key, { query, active, count: entries.length, closed });
    if (!action) return;
    event.preventDefault();
    onAction(action);
  };
  return (
    <div class="search">
      <input
        ref={focusOnArrival}
        class="search-field"
        type="text"
        role="combobox"
        aria-label={say('searchLabel')}
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={LIST_ID}
        {...(isOpen && active !== undefined && { 'aria-activedescendant': optionId(active) })}
        placeholder={say('searchLabel')}
        autocomplete="off"
        spellcheck={false}
        value={query}
        onInput={({ currentTarget }) => {
          onType(currentTarget.value);
        }}
        onKeyDown={onKeyDown}
      />
      <p class="spoken" role="status">
        {query.trim() !== '' && announcement(props)}
      </p>
      <Results {...props} isOpen={isOpen} />
      {entries.length === 0 && <Nothing {...props} />}
    </div>
  );
}

/** Announced after each change. The field itself announces the active option. */
function announcement({ query, entries, closed, say }: EntitySearchProps): string {
  if (closed) return '';
  if (entries.length === 0) return say('searchNothing', query.trim());
  return sayCount(say, 'searchFound', entries.length);
}

function Nothing({ query, known, say }: EntitySearchProps) {
  return (
    <div class="search-nothing">
      <p>{say('searchNothing', query.trim())}</p>
      <p>{sayCount(say, 'searchCoverage', known)}</p>
    </div>
  );
}

function Results({
  entries,
  active,
  isOpen,
  onAction,
  say,
}: EntitySearchProps & { isOpen: boolean }) {
  return (
    <ul
      id={LIST_ID}
      class="options"
      hidden={!isOpen}
      role="listbox"
      aria-label={say('searchResults')}
      // The caret stays in the field while the pointer chooses.
      onMouseDown={(event) => {
        event.preventDefault();
      }}
    >
      {entries.map((entry, index) => (
        <EntityOption
          key={entry.entity.id}
          id={optionId(index)}
          entry={entry}
          active={index === active}
          onOpen={() => {
            onAction({ kind: 'open', index });
          }}
          say={say}
        />
      ))}
    </ul>
  );
}
