/**
 * Starts the gate for all datasets that are on, as the compiled set in the storage says. Wherever anything of that is missing or
 * broken, starts the gate that every other page has. Comes only while a dataset is added and on.
 */
import { readScanning, type Scanning } from '../detect/index.ts';
import { gateKey, POINTER_KEY, readPointer } from '../library/index.ts';
import { gateSlot } from './slots.ts';
import { startGate, type StartParts } from './start.ts';

export interface WithLibraryParts extends Omit<StartParts, 'set' | 'apart'> {
  /** Reads one record of the local storage area. @throws if the storage does not work */
  read: (key: string) => Promise<unknown>;
}

type Tables = Pick<StartParts, 'quickLook' | 'scanner' | 'set' | 'apart'>;

/** Resolves when the gate runs. Never fails. */
export async function startGateWithLibrary(parts: WithLibraryParts): Promise<void> {
  let before;
  let tables: Tables | undefined;
  do {
    before = gateSlot.get();
    tables = await readTables(parts);
    // Another script may have brought a gate since, for what the storage says by now.
  } while (before !== gateSlot.get());
  startGate({ ...parts, ...tables });
}

/** @returns undefined where there is no set that this version can read */
async function readTables({ read, scanner: own }: WithLibraryParts): Promise<Tables | undefined> {
  try {
    const set = readPointer(await read(POINTER_KEY))?.hash;
    const json = set === undefined ? undefined : await read(gateKey(set));
    if (typeof json !== 'string') return undefined;
    const { quickLook, scanner } = JSON.parse(json) as Record<string, unknown>;
    if (typeof quickLook !== 'string' || typeof scanner !== 'string') return undefined;
    let bundled: Scanning | undefined;
    const apart = { bundled: () => (bundled ??= readScanning(own)), read: readScanning };
    return { quickLook, scanner, set, apart };
  } catch {
    return undefined;
  }
}
