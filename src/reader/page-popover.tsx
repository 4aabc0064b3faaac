/**
 * The popover for a page's mentions. It starts on first use: by the pointer on a page that has mentions, or by a command. Until
 * then a page has one listener for each of two events, and none if it has no mentions.
 */
import type { Mention } from '../detect/index.ts';
import { seenLinesOf, textStyleAt, type Mark } from '../page/index.ts';
import {
  startPopover,
  type Appearance,
  type Popover,
  type PopoverGuide,
} from '../popover/index.ts';
import type { Settings } from '../settings/index.ts';

type MentionMark = Mark<Mention>;

export interface PagePopoverParts extends Pick<
  PopoverGuide<MentionMark>,
  'targetAt' | 'cardOf' | 'onActive'
> {
  settings: () => Settings;
  appearance: () => Appearance;
}

export interface PagePopover {
  /** Call it once the page has mentions: waits for the pointer. */
  expect(): void;
  /** The popover; starts it if needed. */
  now: () => Popover<MentionMark>;
  isOpen(): boolean;
  close(): void;
  /** Call it when the listeners on window and document may have been removed. */
  renew: () => void;
}

const POINTER_EVENTS = ['pointermove', 'pointerdown'] as const;

export function createPagePopover(parts: PagePopoverParts, signal: AbortSignal): PagePopover {
  /** Ends the popover that runs; renewed by `renew`. */
  let listening = new AbortController();
  /** The popover once it runs; owned by `onPointer`, `now` and `renew`. */
  let started: Popover<MentionMark> | undefined;
  /** Whether the page has mentions; owned by `expect` and `renew`. */
  let isExpected = false;

  const start = (first?: PointerEvent): Popover<MentionMark> => {
    const end = AbortSignal.any([signal, listening.signal]);
    return startPopover(guideOf(parts), parts.appearance(), end, first);
  };
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
      listening.abort();
      listening = new AbortController();
      started = undefined;
      const wasExpected = isExpected;
      isExpected = false;
      if (wasExpected) expect();
    },
  };
}

/** Answers the popover's questions about mentions from the page and the settings. */
function guideOf({ settings, ...parts }: PagePopoverParts): PopoverGuide<MentionMark> {
  return {
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
  };
}
