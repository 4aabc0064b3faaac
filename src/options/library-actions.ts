/**
 * The actions of the page of datasets: what a reader does with files and added datasets, a sentence about each, and where the focus
 * goes. Knows the library only through the functions that it gets.
 */
import type { LibraryEntry } from '../library/index.ts';
import { sayFailure, sayPolicy } from '../locale/settings-words.ts';
import { failureOf } from '../settings/failure.ts';
import { readsFiles } from './dataset-files.ts';
import {
  isGood,
  isPlainNew,
  type LibraryActions,
  type Library,
  type LibraryView,
  type ReadDataset,
} from './library.ts';
import type { OptionsParts, OptionsState } from './state.ts';

export interface LibraryActionParts extends Pick<OptionsParts, 'say' | 'download' | 'copy'> {
  /** Opened after the first drawing; fails if it cannot be opened. */
  library: Promise<Library>;
  state: () => OptionsState;
  update: (change: Partial<OptionsState>) => void;
  announce: (announced: OptionsState['announced'], lasting?: boolean) => void;
}

/** Changes the part of the state that is about the library. */
type UpdateLibrary = (change: Partial<LibraryView>) => void;

export function libraryActions(parts: LibraryActionParts): LibraryActions {
  const { state, update, announce, say, copy } = parts;
  const updateLibrary: UpdateLibrary = (change) => {
    update({ library: { ...state().library, ...change } });
  };
  /** Reports a failure, and shows again what is stored. */
  const fail = (error: unknown): void => {
    const { policy } = state();
    announce({ text: sayLibraryFailure(error, { say, policy }) }, true);
    void readLibrary(parts).then(files.renew);
  };
  const files = readsFiles({ ...parts, updateLibrary });
  return {
    readFiles: files.read,
    closeFile: files.close,
    renewFiles: files.renew,
    ...addActions(parts, files.close, fail),
    ...entryActions(parts, updateLibrary, fail),
    copyProblems(text) {
      copy(text).then(
        () => {
          announce({ text: say('copied') });
        },
        () => {
          announce({ text: say('notCopied') });
        },
      );
    },
  };
}

/** Adds files that were read. */
function addActions(
  { library, state, announce, say }: LibraryActionParts,
  close: (id: number) => void,
  fail: (error: unknown) => void,
) {
  const add = async (file: ReadDataset, isOn: boolean): Promise<void> => {
    if (isGood(file.preview)) await (await library).add(file.preview, isOn);
  };
  return {
    add(id, isOn) {
      const file = state().library.files.find((each) => each.id === id);
      if (!file || !isGood(file.preview)) return;
      const { title } = file.preview.entry;
      add(file, isOn).then(() => {
        announce({ text: say(isOn ? 'datasetAdded' : 'datasetAddedOff', title) });
        close(id);
      }, fail);
    },
    addAll() {
      const files = firstOfEach(state().library.files.filter(isPlain));
      const addEach = async (): Promise<void> => {
        for (const file of files) {
          await add(file, true);
          close(file.id);
        }
        announce({ text: say('datasetsAdded', files.length) });
      };
      void addEach().catch(fail);
    },
  } satisfies Partial<LibraryActions>;
}

const isPlain = ({ preview }: ReadDataset): boolean => isPlainNew(preview);

/** Without later files of the same dataset: what they are to it shows when it is there. */
function firstOfEach(files: readonly ReadDataset[]): ReadDataset[] {
  const seen = new Set<string>();
  return files.filter(({ preview }) => {
    if (!isGood(preview) || seen.has(preview.entry.id)) return false;
    seen.add(preview.entry.id);
    return true;
  });
}

/** What a reader does with one of the added datasets. */
function entryActions(
  { library, state, announce, say, download }: LibraryActionParts,
  updateLibrary: UpdateLibrary,
  fail: (error: unknown) => void,
) {
  return {
    switchDataset(entry, isOn) {
      updateLibrary({
        registry: state().library.registry.map((each) =>
          each.hash === entry.hash ? { ...each, isOn } : each,
        ),
      });
      library
        .then((opened) => opened.switchOn(entry.hash, isOn))
        .then(() => {
          announce({ text: say(isOn ? 'datasetIsOn' : 'datasetIsOff', entry.title) });
        }, fail);
    },
    move(entry, steps) {
      const moved = movedIn(state().library.registry, entry, steps);
      if (!moved) return;
      updateLibrary({ registry: moved.registry });
      keepFocusOn(entry.hash, steps);
      library
        .then((opened) => opened.move(entry.hash, moved.to))
        .then(() => {
          announce({ text: say('datasetMoved', entry.title, moved.place, moved.of) });
        }, fail);
    },
    exportDataset(entry) {
      library
        .then((opened) => opened.exportFile(entry.hash))
        .then((bytes) => {
          download(`${entry.id}.backgrounder.json`, new Uint8Array(bytes));
          announce({ text: say('exported') });
        }, fail);
    },
    removeDataset(entry) {
      document.getElementById('all-datasets-heading')?.focus();
      library
        .then((opened) => opened.remove(entry.hash))
        .then((undo) => {
          announce({ text: say('savedRuleGone', entry.title), undo }, true);
        }, fail);
    },
  } satisfies Partial<LibraryActions>;
}

/**
 * The registry after a move past the next dataset that can be moved, too.
 * @returns undefined at the end of the list
 */
export function movedIn(
  registry: readonly LibraryEntry[],
  { hash }: LibraryEntry,
  steps: 1 | -1,
): { registry: LibraryEntry[]; to: number; place: number; of: number } | undefined {
  const movable = registry.filter(({ isByPolicy }) => !isByPolicy);
  const place = movable.findIndex((each) => each.hash === hash) + steps;
  const [from, to] = [hash, movable[place]?.hash].map((each) =>
    registry.findIndex((entry) => entry.hash === each),
  );
  const entry = registry[from ?? -1];
  if (!entry || to === undefined || to < 0) return undefined;
  const rest = registry.filter((each) => each !== entry);
  rest.splice(to, 0, entry);
  return { registry: rest, to, place: place + 1, of: movable.length };
}

/** A row that moves loses the focus; at the end of the list its button goes out, and the other one takes it. */
function keepFocusOn(hash: string, steps: 1 | -1): void {
  const buttons = (steps < 0 ? ['up', 'down'] : ['down', 'up']).map((id) =>
    document.getElementById(`${id}-${hash}`),
  );
  buttons.find((button) => button?.matches(':enabled'))?.focus();
}

/** Shows what is in the library now. Never fails: a library that cannot be read says so in the list. */
export async function readLibrary({
  library,
  state,
  update,
}: Pick<LibraryActionParts, 'library' | 'state' | 'update'>): Promise<void> {
  const show = (change: Partial<LibraryView>): void => {
    update({ library: { ...state().library, problem: undefined, ...change } });
  };
  try {
    const { registry, gone, problem } = await (await library).read();
    show({ registry, gone, problem: problem?.message });
  } catch (error) {
    show({ problem: error instanceof Error ? error.message : '' });
  }
}

/** Why a change of the library was not made. */
function sayLibraryFailure(
  error: unknown,
  { say, policy }: Pick<OptionsParts, 'say'> & Pick<OptionsState, 'policy'>,
): string {
  if (error instanceof Error && 'reason' in error) {
    if (error.reason === 'full') return say('datasetNoRoom');
    if (error.reason === 'private') return say('libraryPrivate');
    if (error.reason === 'gone') return say('libraryGone');
    if (error.reason === 'changed') return say('libraryChanged');
    if (error.reason === 'policy') {
      return `${say('importUntouched')} ${sayPolicy(policy?.organisation ?? '', say)}`;
    }
  }
  return sayFailure(failureOf(error), say);
}
