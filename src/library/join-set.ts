/**
 * Joins all datasets that are switched on into the compiled set of pages: one quick look and one scanner for the gate, one judge for
 * each added dataset, and who is the same as whom. Pure and linear; writes nothing.
 */
import { packTriggers, type Triggers } from '../detect/index.ts';
import { alikeOf } from './alike.ts';
import type { AddedDataset, Identity } from './compile.ts';
import { SET_FORM, type GateSet, type Pointer, type ReaderSet } from './compiled-set.ts';

/** What the bundled dataset has in the set. */
export interface BundledPart {
  triggers: readonly Triggers[];
  identities: readonly Identity[];
}

/** What an added dataset has in the set. */
export type JoinedPart = Pick<AddedDataset, 'judged' | 'triggers' | 'identities'>;

export interface CompiledSet {
  pointer: Pointer;
  /** JSON of `GateSet`. */
  gate: string;
  /** JSON of `ReaderSet`. */
  reader: string;
}

/** @param added in the reader's order */
export async function joinSet(
  bundled: BundledPart,
  added: readonly JoinedPart[],
): Promise<CompiledSet> {
  const all = [bundled, ...added];
  const { tables, quickLook } = packTriggers(all.flatMap(({ triggers }) => triggers));
  const gateSet: GateSet = { quickLook, scanner: JSON.stringify(tables) };
  const readerSet: ReaderSet = {
    datasets: added.map(({ judged }) => judged),
    alike: alikeOf(all.flatMap(({ identities }) => identities)),
  };
  const gate = JSON.stringify(gateSet);
  const reader = JSON.stringify(readerSet);
  const hash = await sha256(new TextEncoder().encode(`${SET_FORM}\n${gate}\n${reader}`));
  return { pointer: { hash, form: SET_FORM }, gate, reader };
}

/** In lower-case hexadecimal. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
