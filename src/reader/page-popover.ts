/**
 * The popover for a page's mentions. Its script comes on first use: when the pointer is on a mention, or by a command. Until then a
 * page has one listener for each of three events, and none if it has no mentions.
 */
import type { Mention } from '../detect/index.ts';
import { seenLinesOf, textStyleAt, type Mark } from '../page/index.ts';
import type { FirstMove, Popover, PopoverGuide } from '../popover/index.ts';
import type { Settings } from '../settings/index.ts';
import { appearanceOf, type CardScript, type LoadCard } from './card-script.ts';
import { createFirstLook } from './first-look.ts';
import type { PageCardParts } from './page-card.tsx';

type MentionMark = Mark<Mention>;

export interface PagePopoverParts
  extends
    Pick<PopoverGuide<MentionMark>, 'targetAt' | 'onActive'>,
    Omit<PageCardParts, 'cards' | 'popover'> {
  settings: () => Settings;
  loadCard: LoadCard;
}

export interface PagePopover {
  /** Call it once the page has mentions: waits for the pointer. */
  expect(): void;
  /** Opens the card of a mention, as soon as its script is there. @param focus whether the card takes the focus */
  open: (mark: MentionMark, focus: boolean) => void;
  isOpen(): boolean;
  close(): void;
  /** Draws the card again, if one is open. */
  redraw: () => void;
  /** Call it when the listeners on window and document may have been removed. */
  renew: () => void;
}

type Running = Popover<MentionMark>;

export function createPagePopover(parts: PagePopoverParts, signal: AbortSignal): PagePopover {
  const { targetAt } = parts;
  const runner = createRunner(parts, signal);
  /** Whether the page has mentions; owned by `expect` and `renew`. */
  let isExpected = false;

  const open = (mark: MentionMark, focus: boolean): void => {
    runner.run(firstLook.stop, (popover) => {
      popover.open(mark, focus);
    });
  };
  const onLook = (): void => {
    runner.run(firstLook.stop);
  };
  const firstLook = createFirstLook({ targetAt, onLook }, signal);
  const expect = (): void => {
    if (isExpected || signal.aborted) return;
    isExpected = true;
    if (!runner.popover()) firstLook.start();
  };

  return {
    ...{ expect, open },
    isOpen: () => runner.popover()?.isOpen() === true,
    close() {
      runner.popover()?.close();
    },
    redraw() {
      const popover = runner.popover();
      if (popover?.isOpen()) popover.redraw();
    },
    renew() {
      runner.end();
      const wasExpected = isExpected;
      isExpected = false;
      if (wasExpected) expect();
    },
  };
}

/** Runs the popover, once its script is there. Owns it. */
function createRunner(parts: PagePopoverParts, signal: AbortSignal) {
  /** Both are owned by `run` and `end`. */
  let listening = new AbortController();
  let started: Running | undefined;
  const popover = (): Running | undefined => started;
  return {
    popover,
    /**
     * @param onStart called when it starts. @returns what the pointer did last before
     * @param use uses the popover as soon as it runs
     */
    run(onStart: () => FirstMove<MentionMark> | undefined, use?: (popover: Running) => void): void {
      const { signal: thisTime } = listening;
      const onLoaded = (script: CardScript): void => {
        if (signal.aborted || thisTime.aborted) return;
        const end = AbortSignal.any([signal, thisTime]);
        if (!started) {
          started = startWith(script, { parts, popover, signal: end });
          const first = onStart();
          if (first) started.goOn(first);
        }
        use?.(started);
      };
      if (started) use?.(started);
      // Without the background there is no card. The next look asks again.
      else parts.loadCard().then(onLoaded, () => undefined);
    },
    end(): void {
      listening.abort();
      listening = new AbortController();
      started = undefined;
    },
  };
}

interface StartParts {
  parts: PagePopoverParts;
  /** The popover itself, for the buttons of its cards. */
  popover: () => Running | undefined;
  signal: AbortSignal;
}

/** Starts popover and cards with the script that has come. */
function startWith(script: CardScript, { parts, popover, signal }: StartParts): Running {
  const { cards: json } = script;
  const cards = script.createPageCards({ ...parts, cards: json, popover }, signal);
  const guide = guideOf(parts, {
    cardOf: cards.cardOf,
    onActive(mark) {
      parts.onActive(mark);
      cards.startAt(mark);
    },
  });
  return script.startPopover(guide, appearanceOf(script, parts.locale()), signal);
}

/** Answers the popover's questions about mentions from the page and the settings. */
function guideOf(
  { settings, targetAt }: PagePopoverParts,
  card: Pick<PopoverGuide<MentionMark>, 'cardOf' | 'onActive'>,
): PopoverGuide<MentionMark> {
  return {
    ...{ ...card, targetAt },
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
