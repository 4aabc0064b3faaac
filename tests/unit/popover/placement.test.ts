import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CARD_WIDTH_PX, GAP_PX, GUTTER_PX, placeCard } from '../../../src/popover/placement.ts';

const viewport = (width: number, height = 800, rightToLeft = false) => ({
  width,
  height,
  rightToLeft,
});
const word = (left: number, top: number, width = 80, height = 20) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

test('begins a little before the pointer', () => {
  expect(placeCard(word(300, 100), 340, viewport(1200))).toMatchObject({
    left: 292,
    width: CARD_WIDTH_PX,
    caret: 48,
  });
});

test('mirrors where text runs from right to left', () => {
  const { left, width, caret } = placeCard(word(800, 100), 840, viewport(1200, 800, true));
  expect(left + width).toBe(840 + 48);
  expect(caret).toBe(width - 48);
});

test('shifts away from the edges', () => {
  expect(placeCard(word(0, 100), 10, viewport(1200)).left).toBe(GUTTER_PX);
  expect(placeCard(word(1120, 100), 1190, viewport(1200)).left).toBe(
    1200 - CARD_WIDTH_PX - GUTTER_PX,
  );
});

test('fits into 320 px', () => {
  expect(placeCard(word(200, 100), 240, viewport(320))).toMatchObject({
    left: GUTTER_PX,
    width: 310,
  });
});

test('is always in view, with room on one side of the word and the caret on the card', () => {
  const inside = fc.record({
    width: fc.integer({ min: 200, max: 4000 }),
    height: fc.integer({ min: 200, max: 3000 }),
    across: fc.double({ min: 0, max: 1, noNaN: true }),
    down: fc.double({ min: 0, max: 1, noNaN: true }),
    rightToLeft: fc.boolean(),
  });
  fc.assert(
    fc.property(inside, ({ width, height, across, down, rightToLeft }) => {
      const pointerX = across * width;
      const line = word(pointerX - 10, down * (height - 20));
      const card = placeCard(line, pointerX, { width, height, rightToLeft });
      expect(card.left).toBeGreaterThanOrEqual(GUTTER_PX);
      expect(card.left + card.width).toBeLessThanOrEqual(width - GUTTER_PX + 1e-6);
      expect(card.caret).toBeGreaterThan(0);
      expect(card.caret).toBeLessThan(card.width);
      expect(card.room).toBeGreaterThanOrEqual((height - 20) / 2 - GAP_PX - GUTTER_PX - 1e-6);
    }),
  );
});
