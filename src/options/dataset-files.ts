/**
 * Reads files of datasets one after another, with progress, and keeps what was read until each is added or closed. Stores nothing. Knows
 * the checks only through the library's `preview`.
 */
import { WHOLE_FILE } from '../dataset/index.ts';
import type { Registry } from '../library/index.ts';
import {
  isGood,
  type GoodPreview,
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
  let count = 0;
  /** Files wait for those that were dropped before them. */
  let queue = Promise.resolve();
  /** The last look at the library decides. */
  let renewing = Promise.resolve();

  const readAll = async (files: readonly File[]): Promise<void> => {
    const read: ReadDataset[] = [];
    for (const [at, file] of files.entries()) {
      const onPart = (part: number): void => {
        updateLibrary({ reading: { name: file.name, at: at + 1, of: files.length, part } });
      };
      onPart(0);
      count += 1;
      read.push({ id: count, preview: await previewIn({ library, say }, file, onPart) });
    }
    updateLibrary({ reading: undefined, files: [...state().library.files, ...read] });
    // The library may have changed while they were read.
    renew();
  };
  const renewAll = async (): Promise<void> => {
    const { files, registry } = state().library;
    for (const { id, preview } of files) {
      if (!isGood(preview) || !isOld(preview, registry)) continue;
      const renewed = await (await library).renew(preview);
      const again = (each: ReadDataset) => (each.id === id ? { id, preview: renewed } : each);
      keepFocusIn(id, () => {
        updateLibrary({ files: state().library.files.map(again) });
      });
    }
  };
  const renew = (): void => {
    // A library that cannot be read says so in the list, and takes no file.
    renewing = renewing.then(renewAll).catch(() => undefined);
  };
  const close = (id?: number): void => {
    const { files } = state().library;
    updateLibrary({ files: id === undefined ? [] : files.filter((file) => file.id !== id) });
    focusAfter(files, id);
  };
  return {
    read: (files: readonly File[]): void => {
      queue = queue.then(() => readAll(files));
    },
    close,
    renew,
  };
}

/** Whether the dataset of the file's id is not the one any more that the preview speaks of. */
const isOld = ({ entry, known }: GoodPreview, registry: Registry): boolean =>
  JSON.stringify(known) !== JSON.stringify(registry.find(({ id }) => id === entry.id));

const refused = ({ name }: File, found: string, expected: string): RefusedPreview => ({
  ...{ name, refusal: 'failed', more: 0 },
  problems: [{ path: WHOLE_FILE, found, expected }],
});

/** A renewed preview may have other buttons. The focus stays in it, but on none that does something else now. */
function keepFocusIn(id: number, draw: () => void): void {
  const isInside = document.activeElement?.matches(`[data-file="${id}"] *`) === true;
  draw();
  if (isInside && document.activeElement === document.body) headOf(id)?.focus();
}

/** What stands for a file while its buttons change. */
const headOf = (id: number): HTMLElement | null =>
  document.querySelector(`[data-file="${id}"] > :is(summary, h3)`);

/** Where the focus goes when a file is closed: to the next one, or to the button for other files. */
function focusAfter(files: readonly ReadDataset[], id: number | undefined): void {
  const at = files.findIndex((file) => file.id === id);
  const next = id === undefined ? undefined : (files[at + 1] ?? files[at - 1]);
  const head = next && headOf(next.id);
  (head ?? document.getElementById('choose-datasets'))?.focus();
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
