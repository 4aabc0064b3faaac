/**
 * What is said outside of the card: for assistive technology where the reader walked to, and for everybody what
 * was switched off, with the way back. Elements of our own in the page, made on the first use.
 */
import { createKeySilence } from './key-silence.ts';
import { keepOwnEvents } from './own-events.ts';
import type { Box } from './place.ts';
import { createPressGuard } from './press-guard.ts';
import { createStrikes } from './strikes.ts';
import { createShell, directionOf, type Look, type Shell } from './shell.ts';
import { watchVisiblePart } from './visible-part.ts';

export interface Notices {
  /** Says something to assistive technology alone. */
  announce(text: string): void;
  /** Shows a line with a button for some seconds. */
  offer(text: string, button: string, onPress: () => void): void;
}

/** How long an offer stays, in ms: ten times what reading it takes. */
const OFFER_MS = 12_000;
/** Assistive technology reads the same words again only if they were away for a moment, in ms. */
const AWAY_MS = 50;
/** From the edge of what can be seen, in px. */
const EDGE = 16;

/** @param look asked for at the first notice */
export function createNotices(look: () => Look, signal: AbortSignal): Notices {
  /** Owned by `open`. */
  let parts: ReturnType<typeof build> | undefined;
  const open = () => {
    parts ??= build(look(), signal);
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
    offer(text, button, onPress) {
      open().offer(text, button, onPress);
    },
  };
}

function build(look: Look, signal: AbortSignal) {
  const shell = createShell(look);
  const { frame, spoken, line } = buildLines(shell, look.lang);
  const strikes = createStrikes();
  /** The end of an offer while it is shown; owned by `offer` and `withdraw`. */
  let shown: AbortController | undefined;

  const withdraw = (): void => {
    shown?.abort();
    shown = undefined;
    strikes.reset();
    line.replaceChildren();
  };
  const onCovered = (isHit: boolean): boolean => {
    const next = shown ? strikes.next(isHit) : 'leave';
    if (next === 'raise') shell.raise();
    else if (next === 'give-up') withdraw();
    return next === 'raise';
  };
  const guard = createPressGuard({ shell, pane: frame, onCovered });
  const silence = createKeySilence(signal);
  signal.addEventListener('abort', () => {
    shown?.abort();
    shell.host.remove();
  });

  return {
    ...{ shell, spoken },
    offer(text: string, button: string, onPress: () => void): void {
      withdraw();
      const [words, press] = [shell.make('span'), shell.make('button')];
      words.textContent = text;
      press.textContent = button;
      shown = new AbortController();
      const life = AbortSignal.any([signal, shown.signal]);
      press.addEventListener('click', () => {
        withdraw();
        onPress();
      });
      line.replaceChildren(words, press);
      keepOwnEvents({ shell, guard, silence }, life);
      guard.begin(life);
      stayInSight(shell, frame, life);
      const timer = setTimeout(withdraw, OFFER_MS);
      life.addEventListener('abort', () => {
        clearTimeout(timer);
      });
    },
  };
}

function buildLines({ stage, make }: Shell, lang: string) {
  const [frame, spoken, line] = [make('div'), make('p'), make('p')];
  frame.className = 'notices';
  frame.lang = lang;
  frame.dir = directionOf(lang);
  spoken.className = 'spoken';
  spoken.role = 'status';
  line.className = 'offer';
  line.role = 'status';
  frame.append(spoken, line);
  stage.append(frame);
  return { frame, spoken, line };
}

/** Keeps a notice at the lower edge of what can be seen of the document. */
function stayInSight({ stage }: Shell, frame: HTMLElement, signal: AbortSignal): void {
  const place = ({ left, right, bottom }: Box): void => {
    const { style } = frame;
    style.left = `${left + EDGE}px`;
    style.maxWidth = `${right - left - 2 * EDGE}px`;
    style.bottom = `${stage.getBoundingClientRect().bottom - bottom + EDGE}px`;
  };
  watchVisiblePart(stage, place, signal);
  place(stage.getBoundingClientRect());
}
