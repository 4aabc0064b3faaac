/**
 * The popover of a page's mentions, started when it is first wanted: by the pointer on a page that has mentions, or by
 * a command. Until then a page bears one listener for each of two events, and none where nothing is mentioned.
 */
import type { Mention } from '../detect/index.ts';
import { seenLinesOf, textStyleAt, type Mark } from '../page/index.ts';
import { startPopover, type Look, type Popover, type PopoverGuide } from '../popover/index.ts';
import type { Settings } from '../settings/index.ts';

type MentionMark = Mark<Mention>;

export interface PagePopoverParts extends Pick<
  PopoverGuide<MentionMark>,
  'targetAt' | 'cardOf' | 'onActive'
> {
  settings: () => Settings;
  look: () => Look;
}

export interface PagePopover {
  /** The page has mentions: the pointer may come. */
  expect(): void;
  /** Starts it where it is not. */
  now: () => Popover<MentionMark>;
  isOpen(): boolean;
  close(): void;
  /** The listeners on window and document have gone. */
  renew: () => void;
}

const POINTER_EVENTS = ['pointermove', 'pointerdown'] as const;

export function createPagePopover(parts: PagePopoverParts, signal: AbortSignal): PagePopover {
  const { settings } = parts;
  let life = new AbortController();
  let started: Popover<MentionMark> | undefined;
  let isExpected = false;

  const start = (first?: PointerEvent): Popover<MentionMark> =>
    startPopover<MentionMark>(
      {
        ...parts,
        linesOf: seenLinesOf,
        textStyleOf({ startContainer }) {
          const style = textStyleAt(startContainer);
          const { theme } = settings();
          return theme === 'auto' ? style : { ...style, dark: theme === 'dark' };
        },
        textSize: () => settings().textSize,
        dwellMs: () => settings().dwellMs,
        leaveMs: () => settings().leaveMs,
        mayOpen(event) {
          const { openKey } = settings();
          return openKey === 'none' || event[`${openKey}Key`];
        },
      },
      parts.look(),
      AbortSignal.any([signal, life.signal]),
      first,
    );

  const onPointer = (event: PointerEvent): void => {
    stopWaiting();
    started ??= start(event);
  };
  const stopWaiting = (): void => {
    for (const type of POINTER_EVENTS) removeEventListener(type, onPointer, { capture: true });
  };
  const expect = (): void => {
    if (isExpected || signal.aborted) return;
    isExpected = true;
    const quietly = { signal, capture: true, passive: true };
    for (const type of POINTER_EVENTS) addEventListener(type, onPointer, quietly);
  };

  return {
    expect,
    now() {
      stopWaiting();
      return (started ??= start());
    },
    isOpen: () => started?.isOpen() === true,
    close() {
      started?.close();
    },
    renew() {
      life.abort();
      life = new AbortController();
      started = undefined;
      const wasExpected = isExpected;
      isExpected = false;
      if (wasExpected) expect();
    },
  };
}
