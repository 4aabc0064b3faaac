/**
 * Starts the gate for all datasets that are on, as the compiled set in the storage says. Reads its quick look, and the scanner's tables only
 * where that has found something. Wherever anything of the set is missing or broken, starts the gate that every other page has. Comes
 * only while a dataset is added and on.
 */
import { readScanning, type Scanning } from '../detect/index.ts';
import { gateKey, POINTER_KEY, readPointer, type Pointer } from '../library/index.ts';
import { gateSlot } from './slots.ts';
import { startGate, type StartParts } from './start.ts';

export interface WithLibraryParts extends Omit<StartParts, 'scanning' | 'set' | 'apart'> {
  /** The scanner's tables of the bundled dataset, as JSON. */
  scanner: string;
  /** Reads one record of the local storage area. @throws if the storage does not work */
  read: (key: string) => Promise<unknown>;
}

/** Resolves when the gate runs. Never fails. */
export async function startGateWithLibrary(parts: WithLibraryParts): Promise<void> {
  let bundled: Scanning | undefined;
  const own = { ...parts, scanning: () => (bundled ??= readScanning(parts.scanner)) };
  let before;
  let pointer: Pointer | undefined;
  do {
    before = gateSlot.get();
    pointer = await readPresent(parts);
    // Another script may have brought a gate since, for what the storage says by now.
  } while (before !== gateSlot.get());
  startGate(pointer ? partsFor(pointer, own) : own);
}

/** @returns undefined where there is no set that this version can read */
async function readPresent({ read }: WithLibraryParts): Promise<Pointer | undefined> {
  try {
    return readPointer(await read(POINTER_KEY));
  } catch {
    return undefined;
  }
}

/** For a reading that begins again before long. */
const FINDS_NOTHING: Scanning = {
  scanners: () => ({
    start: () => ({ feed: () => false, found: () => 0, reset: () => undefined }),
    tableBytes: 0,
  }),
};

/** @param own what every other page has */
function partsFor(
  { hash, quickLook }: Pointer,
  own: StartParts & Pick<WithLibraryParts, 'read'>,
): StartParts {
  /** Both are owned by `load`. */
  let scanning: Scanning | undefined;
  let loading: Promise<void> | undefined;
  const read = async (): Promise<void> => {
    try {
      // Where it is no text, this fails.
      scanning = readScanning((await own.read(gateKey(hash))) as string);
    } catch (error) {
      loading = undefined;
      throw error;
    }
  };
  const load = (): Promise<void> => (loading ??= read());
  const beginAgain = (next: StartParts): void => {
    const gate = gateSlot.get();
    // Meanwhile there may be a gate for another set.
    if (gate?.set !== hash) return;
    gate.close();
    startGate(next);
  };
  const parts: StartParts = {
    ...own,
    quickLook,
    set: hash,
    scanning() {
      if (scanning) return scanning;
      // No walk can wait for them.
      load().then(
        () => {
          beginAgain(parts);
        },
        () => {
          beginAgain(own);
        },
      );
      return FINDS_NOTHING;
    },
    apart: { bundled: own.scanning, read: readScanning, load },
  };
  return parts;
}
