/**
 * Notices outside the card: tells assistive technology which mention the reader went to, and offers everyone to undo what was
 * switched off. Elements of ours in the page, made on first use.
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

/** How long an offer stays, in ms: ten times the time to read it. */
const OFFER_MS = 12_000;
/** Assistive technology repeats a text only if it was empty for a moment, in ms. */
const AWAY_MS = 50;
/** Distance from the edge of the visible part, in px. */
const EDGE_PX = 16;

/** @param appearance called for the first notice */
export function createNotices(appearance: () => Appearance, signal: AbortSignal): Notices {
  /** Owned by `open`. */
  let parts: ReturnType<typeof build> | undefined;
  const open = () => {
    parts ??= build(appearance(), signal);
    parts.shell.open();
    return parts;
  };
  return {
    announce(text) {
      const { spoken } = open();
      spoken.textContent = '';
      setTimeout(() => {
        spoken.textContent = text;
      }, AWAY_MS);
    },
    offer(...offer) {
      open().offer(...offer);
    },
  };
}

function build(appearance: Appearance, signal: AbortSignal) {
  const shell = createShell(appearance);
  const { frame, spoken, line } = buildLines(shell, appearance);
  const strikes = createStrikes();
  /** Ends an offer that is shown; owned by `offer` and `withdraw`. */
  let offered: AbortController | undefined;

  const withdraw = (): void => {
    offered?.abort();
    offered = undefined;
    strikes.reset();
    line.replaceChildren();
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
    ...{ shell, spoken },
    offer(text: string, button = '', onPress?: () => void): void {
      withdraw();
      const [words, press] = [shell.make('span'), shell.make('button')];
      words.textContent = text;
      press.textContent = button;
      offered = new AbortController();
      const signalOfOffer = AbortSignal.any([signal, offered.signal]);
      press.addEventListener('click', () => {
        withdraw();
        onPress?.();
      });
      line.replaceChildren(words, ...(button === '' ? [] : [press]));
      keepOwnEvents({ shell, guard, silence }, signalOfOffer);
      guard.begin(signalOfOffer);
      stayInSight(shell, frame, signalOfOffer);
      const timer = setTimeout(withdraw, OFFER_MS);
      signalOfOffer.addEventListener('abort', () => {
        clearTimeout(timer);
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
