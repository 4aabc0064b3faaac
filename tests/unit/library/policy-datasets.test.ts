/** Datasets of an organisation's policy: taken, changed, gone, beside those of the reader, and ended in between. */
import { beforeEach, expect, test } from 'vitest';
import { inventFile } from '../../made-up/strangers.ts';
import { addTo, bytesOf, emptyDisk, openWindow, seenIn, type Disk, type Window } from './scene.ts';

/** Owned by `beforeEach`. */
let disk: Disk;
let window: Window;

beforeEach(async () => {
  disk = await emptyDisk();
  window = openWindow(disk);
});

const textOf = (id: string, surname: string, version = 1): string =>
  new TextDecoder().decode(bytesOf(inventFile({ id, version, surnames: [surname] })));
const take = (...texts: string[]) => window.library.takePolicyDatasets(texts);
/** Which datasets are by policy. */
const byPolicy = async (): Promise<string[]> =>
  (await window.library.read()).registry
    .filter(({ isByPolicy }) => isByPolicy)
    .map(({ id, version }) => `${id} ${version}`);

test('without a policy nothing is stored', async () => {
  expect(await take()).toEqual([]);
  expect(disk.records.size).toBe(0);
});

test('are there, switched on, and go with the policy', async () => {
  expect(await take(textOf('one', 'Kordan'), textOf('two', 'Minnagh'))).toEqual([]);
  expect(await seenIn(disk)).toEqual(['one 1 on', 'two 1 on']);
  expect(await byPolicy()).toEqual(['one 1', 'two 1']);
  await take(textOf('two', 'Minnagh'));
  expect(await seenIn(disk)).toEqual(['two 1 on']);
  await take();
  expect(await seenIn(disk)).toEqual([]);
  expect(disk.records.size).toBe(0);
});

test('are not compiled again as long as they are the same', async () => {
  await take(textOf('one', 'Kordan'));
  let writes = 0;
  window = openWindow(disk, {
    onWrite: () => {
      writes++;
    },
  });
  await take(textOf('one', 'Kordan'));
  expect(writes).toBe(0);
});

test('are replaced by another version, a lower one, too', async () => {
  await take(textOf('one', 'Kordan', 2));
  await take(textOf('one', 'Kordan', 1));
  expect(await seenIn(disk)).toEqual(['one 1 on']);
});

test('a text that is refused is told with its place, and the others are taken', async () => {
  const refused = await take(
    '{"schemaVersion": 9}',
    textOf('one', 'Kordan'),
    textOf('one', 'Velm'),
  );
  expect(refused.map(({ index }) => index)).toEqual([0, 2]);
  expect(refused[0]?.problem).toMatch(/schemaVersion|newer/);
  expect(refused[1]?.problem).toContain('"one" again');
  expect(await seenIn(disk)).toEqual(['one 1 on']);
});

test('the reader can neither switch off nor remove them', async () => {
  await take(textOf('one', 'Kordan'));
  const [entry] = (await window.library.read()).registry;
  const hash = entry?.hash ?? '';
  await expect(window.library.switchOn(hash, false)).rejects.toMatchObject({ reason: 'policy' });
  await expect(window.library.remove(hash)).rejects.toMatchObject({ reason: 'policy' });
  expect(await seenIn(disk)).toEqual(['one 1 on']);
});

test('what the reader had added stays when the policy goes', async () => {
  await addTo(window, 'mine', 'Velm');
  await addTo(window, 'one', 'Kordan', { isOn: false });
  await take(textOf('one', 'Kordan', 2));
  expect(await byPolicy()).toEqual(['one 2']);
  await take(textOf('one', 'Kordan', 3));
  await take();
  expect(await byPolicy()).toEqual([]);
  expect(await seenIn(disk)).toEqual(['mine 1 on', 'one 3 on']);
});

test('ended before any write, the next start goes on', async () => {
  const texts = [textOf('one', 'Kordan'), textOf('two', 'Minnagh')];
  for (let last = 0; ; last++) {
    disk = await emptyDisk();
    let writes = 0;
    let isEnded = false;
    const dying = openWindow(disk, {
      onWrite: () => (writes++ < last ? undefined : new Promise(() => (isEnded = true))),
    });
    const taking = dying.library.takePolicyDatasets(texts).then(() => true);
    const ending = new Promise<false>((resolve) => {
      const look = (): void => {
        if (isEnded) resolve(false);
        else setTimeout(look, 1);
      };
      look();
    });
    const isDone = await Promise.race([taking, ending]);
    window = openWindow(disk);
    expect(await take(...texts)).toEqual([]);
    expect(await seenIn(disk)).toEqual(['one 1 on', 'two 1 on']);
    if (isDone) break;
  }
});
