/** A browser with datasets that somebody added, by the product's own library. Knows nothing of what is measured. */
import type { Server } from '../../../src/cli/serve.ts';
import { BUILDS } from '../../../src/cli/paths.ts';
import { bundledLibrary, callOf } from '../../e2e/added-datasets.ts';
import { inventFile, type Invention } from '../../made-up/strangers.ts';
import { madeUpNames } from '../names.ts';
import { openScene, type Scene } from '../pages/scene.ts';

export interface Shelf {
  scene: Scene;
  add(invention: Invention): Promise<void>;
  switchOn(id: string, isOn: boolean): Promise<void>;
}

/** How long the background has to tell all tabs of a change, in ms. */
export const SETTLE_MS = 4000;

export async function openShelf(
  server: Server,
  inventions: readonly Invention[] = [],
): Promise<Shelf> {
  const scene = await openScene(server, BUILDS.chromium);
  const page = await scene.openOwn('options.html');
  await page.evaluate(await bundledLibrary('chromium'));
  const act = async (...call: Parameters<typeof callOf>): Promise<unknown> =>
    JSON.parse(await page.evaluate<string>(callOf(...call))) as unknown;
  const shelf: Shelf = {
    scene,
    async add(invention) {
      const answer = await act('add', JSON.stringify(inventFile(invention)));
      if (Object.hasOwn(Object(answer) as object, 'refusal'))
        throw new Error(JSON.stringify(answer));
    },
    async switchOn(id, isOn) {
      await act(isOn ? 'switchOn' : 'switchOff', id);
    },
  };
  for (const invention of inventions) await shelf.add(invention);
  if (inventions.length > 0) await page.waitForTimeout(SETTLE_MS);
  return shelf;
}

/** @returns so many datasets, each about other people. @param people in all of them together */
export function inventShelf(datasets: number, people: number): Invention[] {
  const names = madeUpNames(people);
  return Array.from({ length: datasets }, (_, at) => ({
    ...{ id: `strangers-${at}`, title: `Strangers ${at}`, factsEach: 10 },
    surnames: names.filter((_name, which) => which % datasets === at),
  }));
}
