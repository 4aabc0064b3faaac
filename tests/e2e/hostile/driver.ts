/** What each browser must be able to do with a hostile page. Types only; chromium-page.ts and firefox-page.ts do it. */
import type { SeenCard } from '../../../src/cli/browsers/card-probe.ts';
import type { Server } from '../../../src/cli/serve.ts';

/** One hostile page, as a reader and a judge have it. */
export interface HostilePage {
  /**
   * Runs a function that stands alone beside the page's scripts, which cannot reach it.
   * @throws Error that the function threw, or where the page is just going
   */
  look<Args extends unknown[], Result>(
    run: (...args: Args) => Result,
    ...args: Args
  ): Promise<Result>;
  /** The same in a frame, by its number in document order from 1. @throws Error also where it is not there */
  lookInFrame<Args extends unknown[], Result>(
    frame: number,
    run: (...args: Args) => Result,
    ...args: Args
  ): Promise<Result>;
  /** Value of an expression in the page's own world. */
  ask(expression: string): Promise<unknown>;
  goto(url: string): Promise<void>;
  /** The open card; undefined while there is none. */
  card(): Promise<SeenCard | undefined>;
  /** Moves the pointer, in CSS px of the viewport. */
  move(x: number, y: number): Promise<void>;
  click(x: number, y: number): Promise<void>;
  /** Real keys, where the focus is. */
  type(text: string): Promise<void>;
  /** A word as an input method makes it, where the browser's driver can. Else real keys. */
  compose(text: string): Promise<void>;
  collectGarbage(): Promise<void>;
  /** What the extension's scripts, and what the page and the browser, complained of. */
  errors(): Promise<{ own: string[]; page: string[] }>;
  close(): Promise<void>;
}

export interface HostileBrowser {
  server: Server;
  /** Opens without waiting for more than the document's text. */
  open(url: string): Promise<HostilePage>;
  close(): Promise<void>;
}
