/**
 * Joins all datasets that are switched on into the compiled set of pages: one quick look and one scanner for the gate, one judge for
 * each added dataset, and who is the same as whom. Pure and linear; writes nothing.
 */
import { packTriggers, type Triggers } from '../detect/index.ts';
import { alikeOf, type Identity } from './alike.ts';
import type { AddedDataset } from './compile.ts';
import type { CompiledSet, ReaderSet } from './compiled-set.ts';
import { setHash } from './sha256.ts';

/** What the bundled dataset has in the set. */
export interface BundledPart {
  triggers: readonly Triggers[];
  identities: readonly Identity[];
}

/** What an added dataset has in the set. */
export type JoinedPart = Pick<AddedDataset, 'judged' | 'triggers' | 'identities'>;

/** @param added in the reader's order */
export async function joinSet(
  bundled: BundledPart,
  added: readonly JoinedPart[],
): Promise<CompiledSet> {
  const all = [bundled, ...added];
  const { tables, quickLook } = packTriggers(all.flatMap(({ triggers }) => triggers));
  const readerSet: ReaderSet = {
    datasets: added.map(({ judged }) => judged),
    alike: alikeOf(all.flatMap(({ identities }) => identities)),
  };
  const parts = { quickLook, gate: JSON.stringify(tables), reader: JSON.stringify(readerSet) };
  return { hash: await setHash(parts), ...parts };
}
