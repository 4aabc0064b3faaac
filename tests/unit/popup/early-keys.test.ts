/** Keys in the popup's field before its list is there: the list waits for the page, and a reader does not. */
import { knowledge, searchTerms } from 'virtual:dataset';
import { expect, test } from 'vitest';
import { readKnowledge, readSearchTerms } from '../../../src/dataset/index.ts';
import { holdState, lateSearch } from '../../../src/popup/held-state.ts';
import { viewOf } from '../../../src/popup/page-view.ts';
import { searchActions } from '../../../src/popup/search-actions.ts';

const bundled = {
  knowledge: readKnowledge(knowledge),
  searchTerms: readSearchTerms(searchTerms),
};

function openPopup() {
  let closed = false;
  const held = holdState(
    { bundled, address: {} },
    lateSearch((key) => key),
    () => undefined,
  );
  const actions = searchActions(
    {
      sendToPage: () => Promise.resolve(),
      copy: () => Promise.resolve(),
      close() {
        closed = true;
      },
    },
    held,
  );
  held.update({});
  return {
    held,
    press: (key: string) => actions.press(key, false),
    actions,
    isClosed: () => closed,
  };
}

test.each([
  { keys: ['Enter'], place: 0 },
  { keys: ['ArrowDown', 'Enter'], place: 1 },
  { keys: ['ArrowDown', 'ArrowDown', 'ArrowUp', 'Enter'], place: 1 },
  { keys: ['End', 'Home', 'ArrowDown', 'ArrowDown', 'Enter'], place: 2 },
  { keys: ['End', 'Enter'], place: -1 },
])('$keys before the list choose what they choose after it', ({ keys, place }) => {
  const [early, late] = [openPopup(), openPopup()];
  for (const key of keys) expect(early.press(key)).toBe(true);
  expect(early.held.state().chosen, 'nobody has seen the list').toBeUndefined();
  early.held.showList();
  late.held.showList();
  const wanted = late.held.entries().at(place)?.key;
  for (const key of keys) late.press(key);
  expect(wanted).toBeDefined();
  expect([early, late].map(({ held }) => held.state().chosen)).toEqual([wanted, wanted]);
});

test('they follow the order that the page gives', () => {
  const { held, press } = openPopup();
  press('ArrowDown');
  press('Enter');
  const counts = { 'storm-shadow': 1, 'david-lammy': 3 };
  const state = { ...{ site: 'example.org', frame: 'main' }, counts, on: true, slow: false };
  held.update({ page: viewOf([{ kind: 'page-state', ...state, top: true }]) });
  expect(held.state().chosen).toBe('storm-shadow');
});

test('whoever types after them means what is typed', () => {
  const { held, press, actions } = openPopup();
  press('ArrowDown');
  press('Enter');
  actions.type('nato');
  held.showList();
  expect(held.state()).toMatchObject({ chosen: undefined, active: 0, query: 'nato' });
});

test('keys that are not about the list do what they always do', () => {
  const { press, isClosed } = openPopup();
  expect(press('a')).toBe(false);
  expect(press('ArrowLeft')).toBe(false);
  expect(press('Escape')).toBe(true);
  expect(isClosed()).toBe(true);
});
