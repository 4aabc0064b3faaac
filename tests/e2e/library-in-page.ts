/**
 * The product's own library in a page of the extension, with the worker of the build. Bundled at the test's run, for tests of what is
 * stored. Everything comes back as JSON.
 */
import './without-compiling.ts';
import * as browser from '../../src/browser/pages.ts';
import { createLibraryDatabase } from '../../src/library/database.ts';
import { contextsFor, loadDatasets } from '../../src/library/loaded.ts';
import { openLibrary } from '../../src/library/open.ts';

const library = openLibrary(browser);
const database = createLibraryDatabase();

async function hashOf(id: string): Promise<string> {
  const { registry } = await library.read();
  return registry.find((entry) => entry.id === id)?.hash ?? '';
}

const actions = {
  async add(text: string) {
    const bytes = new TextEncoder().encode(text);
    const seen: number[] = [];
    const preview = await library.preview({ name: 'a.json', bytes }, (done) => seen.push(done));
    if ('refusal' in preview) return { refusal: preview.refusal, problems: preview.problems };
    await library.add(preview, true);
    const { relation, signing } = preview;
    return { relation, signing, progress: seen.length };
  },
  async state() {
    const { registry, gone, problem } = await library.read();
    const loaded = await loadDatasets(database, registry);
    return {
      there: registry.map(({ id, version, isOn }) => `${id} ${version} ${isOn ? 'on' : 'off'}`),
      gone: gone.map(({ id }) => id),
      problem: problem?.message,
      people: loaded.flatMap(({ knowledge }) => knowledge.entities.map(({ name }) => name)),
      keys: (await browser.localArea.keys()).map((key) => key.replace(/[0-9a-f]{64}/, 'HASH')),
    };
  },
  async card(key: string) {
    const { registry } = await library.read();
    const parts = await contextsFor([key], { database, registry });
    return parts.map(({ context }) => [context.entity.name, context.facts.length]);
  },
  async switchOff(id: string) {
    await library.switchOn(await hashOf(id), false);
  },
  async switchOn(id: string) {
    await library.switchOn(await hashOf(id), true);
  },
  async exported(id: string) {
    return new TextDecoder().decode(await library.exportFile(await hashOf(id)));
  },
  async remove(id: string) {
    await library.remove(await hashOf(id));
  },
  ensureCurrent: () => library.ensureCurrent(),
};

export type Action = keyof typeof actions;

async function inLibrary(action: Action, argument: string): Promise<string> {
  return JSON.stringify((await actions[action](argument)) ?? null);
}

Object.assign(globalThis, { inLibrary });
