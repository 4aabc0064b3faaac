/** A dataset in a tab of Firefox, which shows JSON in a viewer that no extension can read, and plain text as it is. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FirefoxGateScene } from './gate-firefox.ts';
import { openInFirefox } from './gate-scene.ts';
import { PATIENCE } from './harness.ts';

const FILE = readFileSync(join(import.meta.dirname, '../made-up/bridges.json'), 'utf8');
const { title } = JSON.parse(FILE) as { title: string };

let scene: FirefoxGateScene;
beforeAll(async () => {
  scene = await openInFirefox();
});
afterAll(() => scene.close());

test.each([
  ['text/plain', `This tab is a dataset: “${title}”.`],
  ['application/json', 'If this tab is a dataset, save the file, and add it in the settings.'],
])('%s: the popup says “%s”', async (type, words) => {
  const { server } = scene.firefox;
  server.add('/bridges.json', { body: FILE, headers: { 'content-type': type } });
  await scene.goto(server.url('/bridges.json'));
  const popup = await scene.openPopup();
  await expect.poll(() => popup.text('.popup-offer'), PATIENCE).toContain(words);
  await popup.close();
});
