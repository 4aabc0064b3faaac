import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isOnTheWay } from '../../../src/popover/corridor.ts';

const WORD = { left: 200, top: 300, right: 260, bottom: 320 };
const BELOW = { left: 150, top: 330, right: 510, bottom: 600 };
const ABOVE = { left: 150, top: 20, right: 510, bottom: 290 };
const share = fc.double({ min: 0, max: 1, noNaN: true });

test('any straight line from word to card is in the corridor', () => {
  fc.assert(
    fc.property(share, share, share, fc.boolean(), (from, to, along, isBelow) => {
      const card = isBelow ? BELOW : ABOVE;
      const exit = {
        x: WORD.left + from * (WORD.right - WORD.left),
        y: isBelow ? WORD.bottom : WORD.top,
      };
      const goal = {
        x: card.left + to * (card.right - card.left),
        y: isBelow ? card.top : card.bottom,
      };
      const point = {
        x: exit.x + along * (goal.x - exit.x),
        y: exit.y + along * (goal.y - exit.y),
      };
      expect(isOnTheWay(point, exit, { word: WORD, card })).toBe(true);
    }),
  );
});

test('the other side of the word, and points far beside it, are outside the corridor', () => {
  const exit = { x: 230, y: 320 };
  expect(isOnTheWay({ x: 230, y: 295 }, exit, { word: WORD, card: BELOW })).toBe(false);
  expect(isOnTheWay({ x: 120, y: 325 }, exit, { word: WORD, card: BELOW })).toBe(false);
  expect(isOnTheWay({ x: 600, y: 322 }, exit, { word: WORD, card: BELOW })).toBe(false);
});

test('a card beside the word has no corridor', () => {
  const card = { left: 300, top: 280, right: 660, bottom: 500 };
  expect(isOnTheWay({ x: 280, y: 310 }, { x: 259, y: 310 }, { word: WORD, card })).toBe(false);
});
