/** Datasets that a reader has added, in pages of both browsers: what is highlighted, what cards say, and what open tabs learn. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { loadDataset } from '../../src/cli/dataset-plugin.ts';
import { deskIn, type Desk } from './added-datasets.ts';
import {
  expectSurfaces,
  expectSurfacesStay,
  GATE_SCENES,
  registered,
  store,
  surfaces,
  type GateScene,
} from './gate-scene.ts';
import { PATIENCE } from './harness.ts';
import { cardOf, pressControl, restOn } from './reader-at.ts';

const STORY =
  '<p style="margin: 90px">Minister Anna Kordan met Antony Blinken.</p><p>Minister Boris Minnagh came.</p>';
const HARBOUR = {
  ...{ id: 'harbour', title: 'The harbour', day: '2026-11-20' },
  ...{ surnames: ['Kordan'], sameAs: { Kordan: 'Q7' } },
};
const COUNCIL = {
  ...{ id: 'council', title: 'The council', day: '2025-01-10' },
  ...{ surnames: ['Kordan', 'Minnagh'], sameAs: { Kordan: 'Q7' } },
};

const IDEA = 'NATO members next door could shoot down Russian balloons';
/** The same file with an idea about balloons, by the rules of the bundled one about missiles and drones. */
function withIdea(file: string): string {
  const dataset = JSON.parse(file) as {
    kinds: object;
    entities: object[];
    facts: { about: object[] }[];
  };
  const rules = loadDataset().entities.flatMap(({ detection }) => detection.concepts);
  const concepts = rules
    .filter(({ lang }) => lang === 'en')
    .map((rule) => ({
      ...rule,
      objects: ['balloon*'],
      examples: [
        { text: `${IDEA}.`, mention: true },
        { text: 'Balloons rose over the fair.', mention: false },
      ],
    }));
  const idea = {
    ...dataset.entities[0],
    ...{ id: 'balloons', kind: 'idea', name: 'Balloons over the harbour' },
    ...{ sameAs: undefined, summary: 'The harbour has a plan for balloons.' },
    detection: { names: [{ text: 'balloon plan', kind: 'proper' }], concepts },
  };
  const kinds = { ...dataset.kinds, idea: { label: 'Idea', type: 'idea' } };
  const facts = dataset.facts.map((fact) => ({
    ...fact,
    about: [...fact.about, { entity: 'balloons', part: 'topic' }],
  }));
  return JSON.stringify({ ...dataset, kinds, entities: [...dataset.entities, idea], facts });
}

/** What of the browser's own interface runs in pages of the extension. */
declare const browser: {
  storage: {
    local: { getKeys(): Promise<string[]>; remove(keys: string[]): Promise<void> };
  };
};

describe.each(GATE_SCENES)('in %s,', (name, open) => {
  let scene: GateScene;
  let desk: Desk;
  beforeAll(async () => {
    scene = await open();
    desk = await deskIn(scene, name);
  });
  afterAll(() => scene.close());
  beforeEach(async () => {
    await scene.move(5, 5);
    for (const { id } of [HARBOUR, COUNCIL]) {
      const { there } = (await desk.act('state')) as { there: string[] };
      if (there.some((each) => each.startsWith(`${id} `))) await desk.act('remove', id);
    }
    await expect.poll(() => registered(scene), PATIENCE).toEqual(['gate']);
  });

  /** Dates as each browser writes them here: its language is another English. */
  const [NEW, OLD] =
    name === 'Firefox' ? ['Nov 20, 2026', 'Jan 10, 2025'] : ['20 Nov 2026', '10 Jan 2025'];

  /** Adds datasets, and waits until the browser starts the gate for them. */
  async function add(...inventions: Parameters<Desk['add']>[0][]): Promise<void> {
    for (const invention of inventions) await desk.add(invention);
    await expect.poll(() => registered(scene), PATIENCE).toEqual(['gate-with-library']);
  }

  test('its names are highlighted, and its card says whose word it is', async () => {
    await add(HARBOUR);
    await scene.open(STORY);
    await expectSurfaces(scene, ['Anna Kordan', 'Antony Blinken']);
    await restOn(scene, 'Anna Kordan');
    const { name: heading, text } = await cardOf(scene);
    expect(heading).toBe('Anna Kordan');
    for (const part of ['Says it is by: “Nobody”', 'The harbour', 'Not checked here', NEW]) {
      expect(text).toContain(part);
    }
  });

  test('the bundled names are found, and their cards are as they are without it', async () => {
    await scene.open(STORY);
    await restOn(scene, 'Antony Blinken');
    const { text } = await cardOf(scene);
    await add(HARBOUR, COUNCIL);
    await scene.open(STORY);
    await restOn(scene, 'Antony Blinken');
    // Without the tools: there are more mentions now.
    const words = ({ text: all }: { text: string }) =>
      all.replace(/( Mention \d of \d)? More.*/, '');
    expect(words(await cardOf(scene))).toBe(words({ text }));
  });

  test('two sources stand on one card, the newest first, and the other one unfolds in place', async () => {
    await add(COUNCIL, HARBOUR);
    await scene.open(STORY);
    await expectSurfaces(scene, ['Anna Kordan', 'Antony Blinken', 'Boris Minnagh']);
    await restOn(scene, 'Anna Kordan');
    await expect.poll(async () => (await cardOf(scene)).text, PATIENCE).toContain('Another report');
    const { text } = await cardOf(scene);
    expect(text).toMatch(new RegExp(`as reported ${NEW}.*Another report, ${OLD}`));
    expect(text).not.toContain('The council');
    await pressControl(scene, `Another report, ${OLD}\u00a0· Says it is by: “Nobody”`);
    await expect.poll(async () => (await cardOf(scene)).text, PATIENCE).toContain('The council');
  });

  test('the source that is nearest to the page’s own date comes first', async () => {
    await add(COUNCIL, HARBOUR);
    await scene.open(`<article><time datetime="2025-01-11">Then</time>${STORY}</article>`);
    await restOn(scene, 'Anna Kordan');
    await expect
      .poll(async () => (await cardOf(scene)).text, PATIENCE)
      .toMatch(new RegExp(`as reported ${OLD}.*Another report, ${NEW}`));
  });

  test('an open page learns of a new set, of a newer version, and of a switch', async () => {
    await scene.open(STORY);
    await expectSurfaces(scene, ['Antony Blinken']);
    await add(HARBOUR);
    await expectSurfaces(scene, ['Anna Kordan', 'Antony Blinken']);
    await desk.add({ ...HARBOUR, version: 2, surnames: ['Kordan', 'Minnagh'] });
    await expectSurfaces(scene, ['Anna Kordan', 'Antony Blinken', 'Boris Minnagh']);
    await desk.act('switchOff', 'harbour');
    await expectSurfacesStay(scene, ['Antony Blinken']);
    await expect.poll(() => registered(scene), PATIENCE).toEqual(['gate']);
  });

  test('an idea is found in words that no list has, and can be switched off by itself', async () => {
    await desk.add(HARBOUR, withIdea);
    await scene.open(`<p style="margin: 90px">${IDEA}.</p><p>Minister Anna Kordan came.</p>`);
    await expectSurfaces(scene, [expect.stringMatching(/shoot down/), 'Anna Kordan'] as string[]);
    const [surface = ''] = await surfaces(scene);
    await restOn(scene, surface);
    await expect
      .poll(async () => (await cardOf(scene)).text, PATIENCE)
      .toMatch(/Balloons over the harbour.*Says it is by: “Nobody”.*plan for balloons/s);
    await store(scene, { entitiesOff: ['harbour/balloons'] }, ['gate-with-library']);
    await expectSurfaces(scene, ['Anna Kordan']);
    await store(scene, {}, ['gate-with-library']);
  });

  test('an open page without any name learns of it, too', async () => {
    await scene.open('<p>Minister Anna Kordan spoke.</p>');
    await expect.poll(() => scene.ours(), PATIENCE).toEqual(['gate']);
    await add(HARBOUR);
    await expectSurfaces(scene, ['Anna Kordan']);
  });

  test('its names come, and its card, while the background sleeps', async () => {
    await add(HARBOUR);
    await scene.stopBackground();
    await scene.open(STORY);
    await expectSurfaces(scene, ['Anna Kordan', 'Antony Blinken']);
    await scene.stopBackground();
    await restOn(scene, 'Anna Kordan');
    await expect.poll(async () => (await cardOf(scene)).text, PATIENCE).toContain('The harbour');
  });

  test.each(['gate', 'reader'])(
    'without the set of the %s, the bundled names are found',
    async (part) => {
      await add(HARBOUR);
      await scene.inExtension(async (end) => {
        const keys = await browser.storage.local.getKeys();
        await browser.storage.local.remove(keys.filter((key) => key.endsWith(`:${end}`)));
      }, part);
      await scene.open(STORY);
      await expectSurfacesStay(scene, ['Antony Blinken']);
    },
  );

  test('a card says that its data are gone, and comes without a highlight lost', async () => {
    await add(HARBOUR);
    await scene.open(STORY);
    await expectSurfaces(scene, ['Anna Kordan', 'Antony Blinken']);
    await scene.inExtension(
      () =>
        new Promise<string>((resolve) => {
          const request = indexedDB.open('library');
          request.onsuccess = () => {
            const change = request.result.transaction('contexts', 'readwrite');
            change.objectStore('contexts').clear();
            change.oncomplete = () => {
              request.result.close();
              resolve('');
            };
          };
        }),
    );
    await restOn(scene, 'Anna Kordan');
    await expect
      .poll(async () => (await cardOf(scene)).text, PATIENCE)
      .toContain('could not be read');
    expect((await cardOf(scene)).name).toBe('Anna Kordan');
  });

  test('what is switched off in its card stays off, and comes back', async () => {
    await add(COUNCIL, HARBOUR);
    await scene.open(STORY);
    await restOn(scene, 'Anna Kordan');
    await cardOf(scene);
    await pressControl(scene, 'More');
    await pressControl(scene, 'Switch off');
    await pressControl(scene, 'Anna Kordan everywhere');
    await expectSurfaces(scene, ['Antony Blinken', 'Boris Minnagh']);
    await pressControl(scene, 'Undo');
    await expectSurfaces(scene, ['Anna Kordan', 'Antony Blinken', 'Boris Minnagh']);
  });
});
