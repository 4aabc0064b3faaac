/**
 * Files that are dragged over the options page. Without this, a file that is dropped beside the field would replace the page. Knows
 * nothing of what is in a file.
 */

export interface FileDropParts {
  /** Whether the page that is shown takes files. */
  isTaking: () => boolean;
  onDragged: (isDragged: boolean) => void;
  onFiles: (files: File[]) => void;
}

/** Takes files that are dropped anywhere on the page, or refuses them, until the signal aborts. */
export function followFileDrops(parts: FileDropParts, signal: AbortSignal): void {
  let isDragged = false;
  const drag = (next: boolean): void => {
    if (next === isDragged) return;
    isDragged = next;
    parts.onDragged(next);
  };
  const over = (event: DragEvent): void => {
    const { dataTransfer } = event;
    if (!dataTransfer || !isOurs(event)) return;
    event.preventDefault();
    const isTaking = parts.isTaking();
    dataTransfer.dropEffect = isTaking ? 'copy' : 'none';
    drag(isTaking);
  };
  addEventListener('dragenter', over, { signal });
  addEventListener('dragover', over, { signal });
  addEventListener(
    'dragleave',
    ({ relatedTarget }) => {
      // Only where the pointer leaves the window.
      if (relatedTarget === null) drag(false);
    },
    { signal },
  );
  addEventListener(
    'drop',
    (event) => {
      if (!isOurs(event)) return;
      event.preventDefault();
      drag(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (parts.isTaking() && files.length > 0) parts.onFiles(files);
    },
    { signal },
  );
}

/** Whether files are dragged, and not over a field that takes one by itself. */
const isOurs = ({ dataTransfer, target }: DragEvent): boolean =>
  dataTransfer?.types.includes('Files') === true &&
  !(target instanceof HTMLInputElement && target.type === 'file');
