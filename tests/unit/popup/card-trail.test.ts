import { expect, test } from 'vitest';
import { goBack, goForward, openCard, type CardTrail } from '../../../src/popup/card-trail.ts';

const start: CardTrail = { chosen: undefined, trail: [] };
const walked = openCard(openCard(openCard(start, 'nato', 'no-consensus'), 'poland'), 'russia');

test('back and forward visit the same cards, as far as the search', () => {
  expect(walked).toMatchObject({ chosen: 'russia', trail: ['nato', 'poland'] });
  const home = goBack(goBack(goBack(walked)));
  expect(home).toMatchObject({ chosen: undefined, trail: [], ahead: ['nato', 'poland', 'russia'] });
  expect(goForward(goForward(goForward(home)))).toMatchObject({
    chosen: 'russia',
    trail: ['nato', 'poland'],
    ahead: [],
  });
});

test('a new card forgets the cards ahead', () => {
  const aside = openCard(goBack(walked), 'iran');
  expect(aside).toMatchObject({ chosen: 'iran', trail: ['nato', 'poland'], ahead: [] });
  expect(goForward(aside)).toEqual(aside);
});

test('the fact belongs only to the card that was opened with it', () => {
  expect(openCard(start, 'nato', 'no-consensus').fact).toBe('no-consensus');
  expect(walked.fact).toBeUndefined();
});
