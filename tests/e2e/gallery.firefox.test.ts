/**
 * Every state of every view in plain pages (tests/gallery), in Firefox: axe has nothing against it, nothing is too wide, no text is cut
 * off or glued, targets are large enough, a popover is in its window. Pictures are compared in Chromium alone.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compileBundled } from '../../src/cli/dataset-plugin.ts';
import type { Knowledge } from '../../src/dataset/index.ts';
import { statesFor } from '../gallery/states.ts';
import { openStudio, type Studio } from '../gallery/studio.ts';
import { judge, type Verdicts } from '../gallery/verdicts.ts';

const STATES = statesFor(JSON.parse(compileBundled().knowledge) as Knowledge);

let studio: Studio | undefined;
let verdicts: Verdicts;
beforeAll(async () => {
  studio = await openStudio({ kind: 'firefox' });
  verdicts = await judge(studio, STATES);
});
afterAll(() => studio?.close());

test.each(STATES.map(({ id }) => id))('%s', (id) => {
  expect(verdicts.get(id)).toEqual([]);
});
