/**
 * Reads files of datasets one after another, with progress, and keeps them until each is added or closed. Stores nothing. Knows the
 * checks only through the library's `preview`.
 */
import { WHOLE_FILE } from '../dataset/index.ts';
import {
  isGood,
  type Library,
  type LibraryView,
  type ReadDataset,
  type RefusedPreview,
} from './library.ts';
import type { OptionsParts, OptionsState } from './state.ts';

/** The bar moves when so much more of a file is done: a large dataset reports a thousand times. */
const STEP = 0.05;

interface ReadsFilesParts extends Pick<OptionsParts, 'say'> {
  library: Promise<Library>;
  state: () => OptionsState;
  updateLibrary: (change: Partial<LibraryView>) => void;
}

export function readsFiles({ library, state, updateLibrary, say }: ReadsFilesParts) {
  const kept = new Map<number, File>();
  let count = 0;
  /** Files wait for those that were dropped before them. */
  let queue = Promise.resolve();

  const previewOf = (file: File, onPart?: (part: number) => void) =>
    previewIn({ library, say }, file, onPart);
  const readAll = async (files: readonly File[]): Promise<void> => {
    const read: ReadDataset[] = [];
    for (const [at, file] of files.entries()) {
      const onPart = (part: number): void => {
        updateLibrary({ reading: { name: file.name, at: at + 1, of: files.length, part } });
      };
      onPart(0);
      count += 1;
      kept.set(count, file);
      read.push({ id: count, preview: await previewOf(file, onPart) });
    }
    updateLibrary({ reading: undefined, files: [...state().library.files, ...read] });
  };
  const close = (id?: number): void => {
    const { files } = state().library;
    const left = id === undefined ? [] : files.filter((file) => file.id !== id);
    for (const file of files) if (!left.includes(file)) kept.delete(file.id);
    updateLibrary({ files: left });
    focusAfter(files, id);
  };
  return {
    read: (files: readonly File[]): void => {
      queue = queue.then(() => readAll(files));
    },
    close,
    /** Takes what was added out of the list, and looks again at other files of the same datasets. */
    afterAdding: (added: readonly ReadDataset[]): void => {
      for (const { id } of added) close(id);
      const ids = added.map(datasetOf);
      const others = state().library.files.filter((file) => ids.includes(datasetOf(file)));
      for (const { id } of others) {
        const file = kept.get(id);
        if (!file) continue;
        void previewOf(file).then((preview) => {
          const again = (each: ReadDataset) => (each.id === id ? { id, preview } : each);
          updateLibrary({ files: state().library.files.map(again) });
        });
      }
    },
  };
}

const refused = ({ name }: File, found: string, expected: string): RefusedPreview => ({
  ...{ name, refusal: 'failed', more: 0 },
  problems: [{ path: WHOLE_FILE, found, expected }],
});

/** The id of the dataset in a file; the file's own number if it has none. */
const datasetOf = ({ id, preview }: ReadDataset): string | number =>
  isGood(preview) ? preview.entry.id : id;

/** Where the focus goes when a file is closed: to the next one, or to the button for other files. */
function focusAfter(files: readonly ReadDataset[], id: number | undefined): void {
  const at = files.findIndex((file) => file.id === id);
  const next = id === undefined ? undefined : (files[at + 1] ?? files[at - 1]);
  const fold = next && document.querySelector<HTMLElement>(`[data-file="${next.id}"] > summary`);
  (fold ?? document.getElementById('choose-datasets'))?.focus();
}

async function previewIn(
  { library, say }: Pick<ReadsFilesParts, 'library' | 'say'>,
  file: File,
  onPart: (part: number) => void = () => undefined,
): Promise<ReadDataset['preview']> {
  try {
    // Before it is in memory.
    const { refusedSize } = await import('../dataset/authoring.ts');
    const tooLarge = refusedSize(file.size);
    if (tooLarge) return { name: file.name, ...tooLarge };
    const bytes = new Uint8Array(await file.arrayBuffer());
    let shown = 0;
    return await (
      await library
    ).preview({ name: file.name, bytes }, (done, total) => {
      if (done / total < shown + STEP) return;
      shown = done / total;
      onPart(shown);
    });
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    return refused(file, found, say('importUnread', file.name));
  }
}
