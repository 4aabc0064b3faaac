/** Signed datasets in the library: refused, known again, and held against the version that is there. */
import { beforeEach, describe, expect, test } from 'vitest';
import { signed } from '../../made-up/signed.ts';
import { inventFile } from '../../made-up/strangers.ts';
import { bytesOf, emptyDisk, openWindow, seenIn, type Disk, type Window } from './scene.ts';

/** Owned by `beforeEach`. */
let disk: Disk;
let window: Window;

beforeEach(async () => {
  disk = await emptyDisk();
  window = openWindow(disk);
});

const file = (version: number, change: object = {}) => ({
  ...inventFile({ id: 'one', version, surnames: ['Kordan'] }),
  ...change,
});

describe('a signed file', () => {
  const preview = async (content: unknown) => {
    const read = await window.library.preview({ name: 'a.json', bytes: bytesOf(content) });
    if ('refusal' in read) throw new Error(JSON.stringify(read.problems));
    return read;
  };
  const addFile = async (content: unknown) => window.library.add(await preview(content), true);

  test('is refused if the signature is of other content, and the version that is there stays', async () => {
    await addFile(signed(file(1)));
    const bytes = bytesOf({ ...signed(file(2)), version: 3 });
    expect(await window.library.preview({ name: 'a.json', bytes })).toMatchObject({
      refusal: 'content',
      problems: [{ path: 'signature' }],
    });
    expect(await seenIn(disk)).toEqual(['one 1 on']);
  });

  test('that is new has a key, which is kept', async () => {
    const first = signed(file(1));
    expect(await preview(first)).toMatchObject({ relation: 'new', signing: 'signed' });
    await addFile(first);
    const { registry } = await openWindow(disk).library.read();
    expect(registry[0]?.signingKey).toBe(first.signature.key);
  });

  test.each([
    ['of the same key says so', signed(file(1)), signed(file(2)), 'same'],
    ['of another key says so, with both keys', signed(file(1)), signed(file(2), 'eve'), 'other'],
    ['that has lost its signature says so', signed(file(1)), file(2), 'lost'],
    ['is the first that is signed', file(1), signed(file(2)), 'signed'],
    ['is not signed, as before', file(1), file(2), undefined],
  ])('an update that %s', async (_, before, after, signing) => {
    await addFile(before);
    const read = await preview(after);
    expect(read.relation).toBe('update');
    expect(read.signing).toBe(signing);
    const keyOf = (given: object) => ('signature' in given ? signed(given).signature : undefined);
    expect(read.known?.signingKey).toBe(keyOf(before)?.key);
    // Nothing is stored before somebody says so.
    expect(await seenIn(disk)).toEqual(['one 1 on']);
  });

  test.each([
    ['an older one', 1, 'older'],
    ['one of the same version', 2, 'other-content'],
  ])('of another key is told for %s, too', async (_, version, relation) => {
    await addFile(signed(file(2)));
    const other = signed(file(version, { title: 'Other strangers' }), 'eve');
    expect(await preview(other)).toMatchObject({ relation, signing: 'other' });
  });
});

describe('a signed file of an organisation', () => {
  const take = (content: object) => window.library.takePolicyDatasets([JSON.stringify(content)]);

  test('is taken, with its key', async () => {
    const content = signed(file(1));
    expect(await take(content)).toEqual([]);
    const { registry } = await window.library.read();
    expect(registry).toMatchObject([{ isByPolicy: true, signingKey: content.signature.key }]);
  });

  test('is refused if the signature is of other content, as any other', async () => {
    const [refused] = await take({ ...signed(file(1)), version: 2 });
    expect(refused?.problem).toContain('signature: a signature that is not of this content');
    expect(await seenIn(disk)).toEqual([]);
  });
});
