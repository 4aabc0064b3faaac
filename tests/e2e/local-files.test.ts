/** Local files are pages like others, once the browser lets the extension read them. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ADDON_ID } from '../../src/cli/addon-id.ts';
import { LOCAL_FILES, permit } from '../../src/cli/browsers/firefox.ts';
import { expectSurfaces, expectSurfacesStay, GATE_SCENES, openForTest } from './gate-scene.ts';
import { PATIENCE } from './harness.ts';
import { button } from './own-page-controls.ts';
import { openOwnPage } from './own-page-drivers.ts';
import { click, status, textOf } from './popup-words.ts';

const MADE_UP = join(import.meta.dirname, '../made-up');
const DATASET = readFileSync(join(MADE_UP, 'bridges.json'), 'utf8');
const ARTICLE = readFileSync(join(MADE_UP, 'bridges.txt'), 'utf8')
  .split('\n')
  .map((line) => `<p>${line}</p>`)
  .join('\n');

describe.each(GATE_SCENES)('in %s,', (name, launch) => {
  const folder = mkdtempSync(join(tmpdir(), 'backgrounder-'));
  let scene: Awaited<ReturnType<typeof launch>>;
  beforeAll(async () => {
    scene = await launch();
  });
  afterAll(async () => {
    await scene.close();
    rmSync(folder, { recursive: true });
  });
  const openFile = (body: string): Promise<void> => {
    const file = join(folder, 'story.html');
    writeFileSync(file, `<!doctype html><html lang="en"><meta charset="utf-8">${body}`);
    return scene.goto(pathToFileURL(file).href);
  };

  // In Chromium, the browser of the tests takes an extension that may read files.
  test.runIf(name === 'Firefox')('without leave, one is read when the popup opens', async () => {
    await openFile('<p>Antony Blinken came.</p>');
    await expectSurfacesStay(scene, []);
    const popup = await openForTest(scene);
    await expectSurfaces(scene, ['Antony Blinken']);
    await expect.poll(() => status(popup), PATIENCE).toBe('1 mention on this page');
  });

  test('they are read, and can be switched off as one site', async () => {
    if ('firefox' in scene) await scene.firefox.evaluateInBrowser(permit, ADDON_ID, LOCAL_FILES);
    await openFile('<p>Antony Blinken came.</p>');
    await expectSurfaces(scene, ['Antony Blinken']);
    const popup = await openForTest(scene);
    await expect.poll(() => status(popup), PATIENCE).toBe('1 mention on this page');
    expect(await textOf(popup, '.switch')).toContain('local files');
    await click(popup, '[role=switch]');
    await expectSurfaces(scene, []);
    await click(popup, '[role=switch]');
    await expectSurfaces(scene, ['Antony Blinken']);
  });

  test('a dataset is checked against an article that was saved as a file', async () => {
    const options = await openOwnPage(scene, 'options.html#datasets');
    await options.choose('.drop input', { name: 'bridges.json', text: DATASET });
    await options.pressOn(button(/^Add$/, '.import'));
    await options.says('was added', '.announcement');
    await openFile(`<article>${ARTICLE}</article>`);
    const popup = await openForTest(scene);
    const offer = () => textOf(popup, '.popup-offer');
    await expect.poll(offer, PATIENCE).toContain('may be the article');
    await click(popup, '.popup-offer button');
    await expect.poll(offer, PATIENCE).toContain('agrees with this article');
  });
});
