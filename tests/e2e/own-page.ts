/**
 * The words that scenarios of the extension's own pages are written in. What a reader does goes through the browser's real pointer and
 * keys.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { until } from '../../src/cli/until.ts';
import { PATIENCE } from './harness.ts';
import { elementsOf, placeOf, type Target } from './own-page-controls.ts';

export interface SavedFile {
  name: string;
  text: string;
}

/** What each browser does in its own way, in a tab of its own. */
export interface OwnPageDriver {
  /** Loads an address of the extension anew: `options.html#sites`. */
  goto(address: string): Promise<void>;
  /** Value of an expression in the page (JSON). */
  ask: <Value>(expression: string) => Promise<Value>;
  /** Brings the tab to the front, where a page may lay itself out in another way. */
  comeForward(): Promise<void>;
  /** In CSS px of the viewport. */
  click(x: number, y: number): Promise<void>;
  /** Presses keys by their DOM names, one after another. */
  press(...keys: string[]): Promise<void>;
  /** Presses the keys of a text. */
  type(text: string): Promise<void>;
  resize(width: number, height: number): Promise<void>;
  /** Gives files to the field that a selector finds. */
  chooseFiles(selector: string, paths: string[]): Promise<void>;
  /** @returns the file that the browser saves because of an act */
  download(act: () => Promise<void>): Promise<SavedFile>;
  /** Runs a function that stands alone in the document that is loaded next, before its own scripts. */
  beforeScripts(run: (page: Document) => void): Promise<void>;
  screenshot(): Promise<Buffer>;
}

export interface OwnPage extends OwnPageDriver {
  reload(): Promise<void>;
  /** Presses a control with the pointer, once it is there and nothing lies over it. */
  pressOn(target: Target): Promise<void>;
  /** Presses a key on a control. */
  keyOn(target: Target, key: string): Promise<void>;
  /** Puts a text in place of what is in a field, which has the focus then. */
  fill(target: Target, text: string): Promise<void>;
  /** Presses a checkbox or radio button, and waits until it is on, or off. */
  switchTo(target: Target, isOn: boolean): Promise<void>;
  isOn(target: Target): Promise<boolean>;
  /** How many there are that can be seen. */
  count(target: Target): Promise<number>;
  /** Waits until there is one. */
  sees(target: Target): Promise<void>;
  /** Texts of all elements that a selector finds. */
  texts(selector: string): Promise<string[]>;
  /** Waits for a text in the elements that a selector finds. */
  says(text: string | RegExp, selector?: string): Promise<void>;
  /** Chooses files, which are written for it. */
  choose(selector: string, ...files: SavedFile[]): Promise<void>;
}

export function ownPage(driver: OwnPageDriver): OwnPage {
  const { ask } = driver;
  /** Value of a function that stands alone of the one element that is meant, as soon as it is not null. */
  const on = async <Value>(
    target: Target,
    look: (element: HTMLElement) => Value | null | Promise<Value | null>,
  ): Promise<Value> => {
    const one = `((all) => all.length === 1 ? (${String(look)})(all[0]) : null)(${elementsOf(target)})`;
    const value = await until(async () => (await ask<Value | null>(one)) ?? undefined);
    if (value === undefined) throw new Error(`Not one ${target.role} “${String(target.name)}”.`);
    return value;
  };
  const isOn = (target: Target): Promise<boolean> =>
    on(target, (element) => (element as HTMLInputElement).checked);
  const count = (target: Target): Promise<number> => ask(`${elementsOf(target)}.length`);
  const pressOn = async (target: Target): Promise<void> => {
    await driver.comeForward();
    let before = await on(target, placeOf);
    for (;;) {
      // Where it is the same twice, it has come to rest.
      const now = await on(target, placeOf);
      if (now.x === before.x && now.y === before.y) return driver.click(now.x, now.y);
      before = now;
    }
  };
  /** Focuses an element, again where the page moves the focus at the same time. */
  const focus = async (target: Target): Promise<void> => {
    await on(target, async (element) => {
      element.focus();
      await new Promise((resolve) => setTimeout(resolve, 100));
      return document.activeElement === element || null;
    });
  };
  const texts = (selector: string): Promise<string[]> =>
    ask(`[...document.querySelectorAll(${JSON.stringify(selector)})].map((e) => e.innerText)`);
  return {
    ...driver,
    ...{ isOn, count, pressOn, texts },
    async reload() {
      await ask(
        'document.documentElement.dataset.old = "", setTimeout(() => location.reload()), true',
      );
      const isNew = `document.readyState === 'complete' && !('old' in document.documentElement.dataset)`;
      await expect.poll(() => ask(isNew).catch(() => false), PATIENCE).toBe(true);
    },
    async keyOn(target, key) {
      await focus(target);
      await driver.press(key);
    },
    async fill(target, text) {
      await focus(target);
      await ask(
        `document.activeElement.select(), document.execCommand(${text === '' ? '"delete"' : `"insertText", false, ${JSON.stringify(text)}`})`,
      );
    },
    async switchTo(target, wanted) {
      if ((await isOn(target)) !== wanted) await pressOn(target);
      await expect.poll(() => isOn(target), PATIENCE).toBe(wanted);
    },
    async sees(target) {
      await expect.poll(() => count(target), PATIENCE).toBe(1);
    },
    async says(text, selector = 'body') {
      await expect.poll(async () => (await texts(selector)).join('\n'), PATIENCE).toMatch(text);
    },
    async choose(selector, ...files) {
      const folder = mkdtempSync(join(tmpdir(), 'backgrounder-'));
      onTestFinished(() => {
        rmSync(folder, { recursive: true });
      });
      const paths = files.map(({ name, text }) => {
        writeFileSync(join(folder, name), text);
        return join(folder, name);
      });
      const isThere = `document.querySelector(${JSON.stringify(selector)}) !== null`;
      await expect.poll(() => ask(isThere), PATIENCE).toBe(true);
      await driver.chooseFiles(selector, paths);
    },
  };
}

/** Empties what is stored. What the page was still writing goes with it, and not into the next test. */
export async function emptyStorage(page: OwnPage): Promise<void> {
  await page.reload();
  await page.ask('chrome.storage.local.clear()');
}
