/**
 * Notices outside the card: tells assistive technology which mention the reader went to, and offers everyone to undo what was
 * switched off. An element of ours, in the page only while it says something.
 */
import { createKeySilence } from './key-silence.ts';
import { keepOwnEvents } from './own-events.ts';
import type { Box } from './placement.ts';
import { createPressGuard } from './press-guard.ts';
import { createStrikes } from './strikes.ts';
import { createShell, type Appearance, type Shell } from './shell.ts';
import { watchVisiblePart } from './visible-part.ts';

export interface Notices {
  /** Announces a text to assistive technology alone. */
  announce(text: string): void;
  /** Shows a line for a few seconds, with a button if there is something to press. */
  offer(text: string, button?: string, onPress?: () => void): void;
}

/** How long a notice stays, in ms: ten times the time to read it. */
const NOTICE_MS = 12_000;
/** Assistive technology reads a text only where there was an empty element for a moment, in ms. */
const AWAY_MS = 50;
/** Distance from the edge of the visible part, in px. */
const EDGE_PX = 16;

/** @param appearance called for the first notice */
export function createNotices(appearance: () => Appearance, signal: AbortSignal): Notices {
  /** Owned by `built`. */
  let parts: Notices | undefined;
  const built = () => (parts ??= build(appearance(), signal));
  return {
    announce(text) {
      built().announce(text);
    },
    offer(...offer) {
      built().offer(...offer);
    },
  };
}

function build(appearance: Appearance, signal: AbortSignal): Notices {
  const shell = createShell(appearance);
  const { frame, spoken, line } = buildLines(shell, appearance);
  const strikes = createStrikes();
  /** Ends an offer that is shown; owned by `offer` and `withdraw`. */
  let offered: AbortController | undefined;
  const closeIfEmpty = (): void => {
    if (!offered && spoken.textContent === '') shell.close();
  };
  const say = createVoice(spoken, closeIfEmpty);
  const withdraw = (): void => {
    offered?.abort();
    offered = undefined;
    strikes.reset();
    line.replaceChildren();
    closeIfEmpty();
  };
  const onCovered = (isHit: boolean): boolean => {
    const next = offered ? strikes.next(isHit) : 'leave';
    if (next === 'raise') shell.raise();
    else if (next === 'give-up') withdraw();
    return next === 'raise';
  };
  const guard = createPressGuard({ shell, pane: frame, onCovered });
  const silence = createKeySilence(signal);
  signal.addEventListener('abort', () => {
    offered?.abort();
    shell.host.remove();
  });

  return {
    announce(text) {
      shell.open();
      say(text);
    },
    offer(text, button = '', onPress) {
      withdraw();
      shell.open();
      const [words, press] = [shell.make('span'), shell.make('button')];
      words.textContent = text;
      press.textContent = button;
      offered = new AbortController();
      const signalOfOffer = AbortSignal.any([signal, offered.signal]);
      press.addEventListener('click', () => {
        withdraw();
        onPress?.();
      });
      const filling = setTimeout(() => {
        line.replaceChildren(words, ...(button === '' ? [] : [press]));
      }, AWAY_MS);
      keepOwnEvents({ shell, guard, silence }, signalOfOffer);
      guard.begin(signalOfOffer);
      stayInSight(shell, frame, signalOfOffer);
      const ending = setTimeout(withdraw, NOTICE_MS);
      signalOfOffer.addEventListener('abort', () => {
        for (const timer of [filling, ending]) clearTimeout(timer);
      });
    },
  };
}

function buildLines({ stage, make }: Shell, { lang, dir }: Appearance) {
  const [frame, spoken, line] = [make('div'), make('p'), make('p')];
  frame.className = 'notices';
  frame.lang = lang;
  frame.dir = dir;
  spoken.className = 'spoken';
  spoken.role = 'status';
  line.className = 'offer';
  line.role = 'status';
  frame.append(spoken, line);
  stage.append(frame);
  return { frame, spoken, line };
}

/** @returns a function that has assistive technology read a text, and takes it away later. */
function createVoice(spoken: HTMLElement, onSilent: () => void): (text: string) => void {
  /** Owned by the function. */
  let next: ReturnType<typeof setTimeout> | undefined;
  return (text) => {
    clearTimeout(next);
    spoken.textContent = '';
    next = setTimeout(() => {
      spoken.textContent = text;
      next = setTimeout(() => {
        spoken.textContent = '';
        onSilent();
      }, NOTICE_MS);
    }, AWAY_MS);
  };
}

/** Keeps a notice at the lower edge of the visible part of the document. */
function stayInSight({ stage }: Shell, frame: HTMLElement, signal: AbortSignal): void {
  const place = ({ left, right, bottom }: Box): void => {
    const { style } = frame;
    const box = stage.getBoundingClientRect();
    if (frame.dir === 'rtl') style.right = `${box.right - right + EDGE_PX}px`;
    else style.left = `${left + EDGE_PX}px`;
    style.maxWidth = `${right - left - 2 * EDGE_PX}px`;
    style.bottom = `${box.bottom - bottom + EDGE_PX}px`;
  };
  watchVisiblePart(stage, place, signal);
  place(stage.getBoundingClientRect());
}
