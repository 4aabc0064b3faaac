/** The search and its list: a combobox over the dataset. Has no state; combobox.ts has the keys. */
import { sayCount, type Say } from '../locale/index.ts';
import { isWay } from './CardView.tsx';
import type { ComboboxAction } from './combobox.ts';
import { EntityOption } from './EntityOption.tsx';
import type { Entry } from './entry.ts';
import { focusField } from './first-focus.ts';
import { JumpButtons, type JumpButtonsProps } from './JumpButtons.tsx';

export interface EntitySearchProps {
  query: string;
  entries: readonly Entry[];
  active: number | undefined;
  /** Whether Escape closed the list. */
  closed: boolean;
  /** Goes to the card that the reader came back from; undefined if there is none. */
  onForward: (() => void) | undefined;
  /** How many entities the search knows, and from how many datasets. */
  known: number;
  datasets: number;
  onType: (query: string) => void;
  /** @returns whether the key was one of the list's @param isRtl whether text runs from right to left */
  onPress: (key: string, isRtl: boolean) => boolean;
  onAction: (action: ComboboxAction) => void;
  onJump: JumpButtonsProps['onJump'];
  say: Say;
}

const LIST_ID = 'results';
const optionId = (index: number): string => `result-${index}`;

export function EntitySearch(props: EntitySearchProps) {
  const { query, entries, active, closed, onForward, onType, onPress, say } = props;
  const isOpen = entries.length > 0 && !closed;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (onForward && isWay(event, 'ArrowRight')) {
      event.preventDefault();
      onForward();
      return;
    }
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const isRtl = (event.currentTarget as Element).matches(':dir(rtl)');
    if (onPress(event.key, isRtl)) event.preventDefault();
  };
  return (
    <div class="search">
      <input
        ref={focusField}
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
      {entries.length === 0 && query.trim() !== '' && <Nothing {...props} />}
    </div>
  );
}

/** Announced after each change. The field itself announces the active option. */
function announcement(props: EntitySearchProps): string {
  const { entries, closed, say } = props;
  if (closed) return '';
  if (entries.length === 0) return sayNothing(props);
  return sayCount(say, 'searchFound', entries.length);
}

const sayNothing = ({ query, datasets, say }: EntitySearchProps): string =>
  say(datasets > 1 ? 'searchNothingAnywhere' : 'searchNothing', query.trim());

function Nothing(props: EntitySearchProps) {
  const { known, datasets, say } = props;
  return (
    <div class="search-nothing">
      <p>{sayNothing(props)}</p>
      <p>
        {datasets > 1
          ? say('searchCoverageAll', known, datasets)
          : sayCount(say, 'searchCoverage', known)}
      </p>
    </div>
  );
}

/**
 * The options, and beside each entity of this page the buttons to its mentions. An option cannot contain a button, so the buttons
 * are a list of their own, on the rows of the same grid.
 */
function Results({
  entries,
  active,
  isOpen,
  onAction,
  onJump,
  say,
}: EntitySearchProps & { isOpen: boolean }) {
  const rows = { gridRow: `1 / span ${Math.max(1, entries.length)}` };
  return (
    <div
      class="list"
      hidden={!isOpen}
      // Browsers let the Tab key stop at what scrolls. The arrow keys of the field scroll this.
      tabIndex={-1}
      // The caret stays in the field while the pointer chooses.
      onMouseDown={(event) => {
        event.preventDefault();
      }}
    >
      <ul
        id={LIST_ID}
        class="options"
        style={rows}
        role="listbox"
        aria-label={say('searchResults')}
      >
        {entries.map((entry, index) => (
          <EntityOption
            key={entry.key}
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
      <JumpButtons {...{ entries, active, rows, onJump, say }} />
    </div>
  );
}
