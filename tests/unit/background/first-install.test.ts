/** When the welcome page opens. */
import { expect, test } from 'vitest';
import { openBackground } from './running.ts';

test('an installation opens the welcome page', async () => {
  const { install, now } = openBackground();
  await install();
  expect(now.welcomes).toBe(1);
});

test('a profile that has seen it does not see it again', async () => {
  const { install, now } = openBackground();
  await install();
  await install();
  expect(now.welcomes).toBe(1);
});

test('an update and a start of the browser open nothing', async () => {
  const { begin, now } = openBackground();
  await begin();
  expect(now.welcomes).toBeUndefined();
});
