/**
 * What is said outside of the card: for assistive technology where the reader walked to, and for everybody what
 * was switched off, with the way back. Elements of our own in the page, made on the first use.
 */
import { createKeySilence } from './key-silence.ts';
import { keepOwnEvents } from './own-events.ts';
import type { Box } from './place.ts';
import { createPressGuard } from './press-guard.ts';
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
/** A page that lays something over an offer this often keeps doing so. */
const MOST_COVERS = 2;

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
  /** While an offer is shown: its end, and how often something lay over it. Owned by `offer`, `withdraw`, `onCovered`. */
  let shown: { end: AbortController; covers: number } | undefined;

  const withdraw = (): void => {
    shown?.end.abort();
    shown = undefined;
    line.replaceChildren();
  };
  const onCovered = (): boolean => {
    if (!shown || self !== top) return false;
    shown.covers++;
    const stays = shown.covers < MOST_COVERS;
    if (stays) shell.raise();
    else withdraw();
    return stays;
  };
  const guard = createPressGuard({ shell, pane: frame, onCovered });
  const silence = createKeySilence(signal);
  signal.addEventListener('abort', () => {
    shown?.end.abort();
    shell.host.remove();
  });

  return {
    ...{ shell, spoken },
    offer(text: string, button: string, onPress: () => void): void {
      withdraw();
      const [words, press] = [shell.make('span'), shell.make('button')];
      words.textContent = text;
      press.textContent = button;
      const end = new AbortController();
      const life = AbortSignal.any([signal, end.signal]);
      press.addEventListener('click', () => {
        withdraw();
        onPress();
      });
      line.replaceChildren(words, press);
      shown = { end, covers: 0 };
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
