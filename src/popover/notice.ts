/**
 * What is said outside of the card: for assistive technology where the reader walked to, and for everybody what
 * was switched off, with the way back. Elements of our own in the page, made on the first use.
 */
import { appendTo, createShell, directionOf, type Look } from './shell.ts';

export interface Notices {
  /** Says something to assistive technology alone. */
  announce(text: string): void;
  /** Shows a line with a button for some seconds. */
  offer(text: string, button: string, onPress: () => void): void;
}

/** How long an offer stays, in ms: ten times what reading it takes. */
const OFFER_MS = 12_000;

/** @param look asked for at the first notice */
export function createNotices(look: () => Look, signal: AbortSignal): Notices {
  let parts: ReturnType<typeof build> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const open = () => {
    parts ??= build(look());
    if (!parts.host.isConnected) appendTo(document.documentElement, parts.host);
    if (!parts.host.matches(':popover-open')) parts.host.showPopover();
    return parts;
  };
  const withdraw = (): void => {
    clearTimeout(timer);
    parts?.line.replaceChildren();
    parts?.host.toggleAttribute('data-offer', false);
  };
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    parts?.host.remove();
  });
  return {
    announce(text) {
      const { spoken } = open();
      // The same words again are news only if they were taken away before.
      spoken.textContent = '';
      setTimeout(() => {
        spoken.textContent = text;
      }, 50);
    },
    offer(text, button, onPress) {
      const { line, make } = open();
      const words = make('span');
      words.textContent = text;
      const press = make('button');
      press.textContent = button;
      press.addEventListener('click', (event) => {
        if (!event.isTrusted) return;
        withdraw();
        onPress();
      });
      line.replaceChildren(words, press);
      clearTimeout(timer);
      timer = setTimeout(withdraw, OFFER_MS);
    },
  };
}

function build(look: Look) {
  const { host, root, make } = createShell(look);
  const [spoken, line] = [make('p'), make('p')];
  spoken.className = 'spoken';
  spoken.role = 'status';
  line.className = 'offer';
  line.role = 'status';
  const frame = make('div');
  frame.className = 'notices';
  frame.lang = look.lang;
  frame.dir = directionOf(look.lang);
  frame.append(spoken, line);
  root.append(frame);
  return { host, spoken, line, make };
}
