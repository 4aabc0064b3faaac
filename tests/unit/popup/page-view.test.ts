import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PageState } from '../../../src/messages/index.ts';
import {
  viewOf,
  watchPage,
  type ConnectToPage,
  type PageView,
} from '../../../src/popup/page-view.ts';

const main: PageState = {
  kind: 'page-state',
  site: 'news.example',
  frame: 'main',
  top: true,
  on: true,
  slow: false,
  counts: { 'storm-shadow': 2, 'david-lammy': 1 },
};
const frame = (name: string, count: number): PageState => ({
  ...main,
  frame: name,
  top: false,
  counts: { 'storm-shadow': count },
});

test('all frames count, and the main document names the site', () => {
  const other = { ...frame('a', 3), site: 'frame.example' };
  expect(viewOf([other, main, frame('b', 0)])).toMatchObject({
    status: 'read',
    site: 'news.example',
    counts: { 'storm-shadow': 5, 'david-lammy': 1 },
    total: 6,
    slow: false,
  });
});

test('one slow frame makes the page slow, and the main document comes first', () => {
  const view = viewOf([
    { ...frame('a', 1), slow: true },
    { ...main, unreadable: 'canvas' },
  ]);
  expect(view).toMatchObject({
    slow: true,
    unreadable: 'canvas',
    frames: [{ frame: 'main' }, { frame: 'a' }],
  });
});

test('without a frame there was no answer yet', () => {
  expect(viewOf([])).toEqual({ status: 'waiting' });
});

/** A tab whose frames answer when the test says so. */
function openTab() {
  const listeners: Parameters<ConnectToPage>[0][] = [];
  const views: PageView[] = [];
  const life = new AbortController();
  const connect: ConnectToPage = (listener) => {
    listeners.push(listener);
    return Promise.resolve();
  };
  watchPage(connect, (view) => views.push(view), life.signal);
  return { listeners, views, life };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a later state of a frame replaces the earlier one', () => {
  const { listeners, views } = openTab();
  for (const state of [main, frame('a', 1), frame('b', 1), frame('a', 5)]) {
    listeners[0]?.onMessage(state);
  }
  expect(views.at(-1)).toMatchObject({ total: 9 });
});

test('a message that is not a page state is ignored', () => {
  const { listeners, views } = openTab();
  listeners[0]?.onMessage({ kind: 'page-state', site: 1 });
  listeners[0]?.onMessage('hello');
  expect(views).toEqual([]);
});

test('a page without an answer is unreachable, and the popup asks again until it answers', () => {
  const { listeners, views } = openTab();
  listeners[0]?.onClosed();
  expect(views).toEqual([{ status: 'unreachable' }]);
  vi.runOnlyPendingTimers();
  listeners[1]?.onMessage(main);
  expect(views.at(-1)).toMatchObject({ status: 'read', total: 3 });
});

test('nothing is asked or reported after the end', () => {
  const { listeners, views, life } = openTab();
  life.abort();
  listeners[0]?.onMessage(main);
  listeners[0]?.onClosed();
  vi.runOnlyPendingTimers();
  expect(listeners).toHaveLength(1);
  expect(views).toEqual([]);
});
