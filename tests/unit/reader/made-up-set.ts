/** A compiled set of made-up datasets and the real bundled one, and a gate that has it, as pages get them. */
import { bundledDetection } from '../../../src/cli/bundled-detector.ts';
import { loadDataset, loadLinguistics } from '../../../src/cli/dataset-plugin.ts';
import { compileDataset } from '../../../src/dataset/authoring.ts';
import {
  packDetector,
  packEntities,
  readScanning,
  type JudgeData,
  type Scanning,
} from '../../../src/detect/index.ts';
import type { Gate } from '../../../src/gate/index.ts';
import { identitiesOf } from '../../../src/library/alike.ts';
import { compileAdded } from '../../../src/library/compile.ts';
import type { CompiledSet } from '../../../src/library/compiled-set.ts';
import { joinSet } from '../../../src/library/join-set.ts';
import { inventDataset, type Invention } from '../../made-up/strangers.ts';

const linguistics = loadLinguistics();
const packed = packDetector(bundledDetection());

/** The bundled judge, as reader.js has it. */
export const BUNDLED: JudgeData = {
  catalogue: JSON.stringify(packed.catalogue),
  rules: JSON.stringify(packed.rules()),
};
const bundledTables = JSON.stringify(packed.tables);

export async function compileSet(...inventions: Invention[]): Promise<CompiledSet> {
  const { triggers } = packEntities(bundledDetection().entities);
  const identities = identitiesOf(compileDataset(loadDataset(), linguistics).knowledge);
  const added = inventions.map((invention) => compileAdded(inventDataset(invention), linguistics));
  return joinSet({ triggers, identities }, added);
}

/** A gate that has scanned nothing yet. @param set what it scans for; the bundled dataset alone without it */
export function gateOf(set?: CompiledSet): Gate {
  const bundled = (): Scanning => readScanning(bundledTables);
  const tables = set?.gate ?? bundledTables;
  return {
    scanning: () => readScanning(tables),
    ...{ hasCast: false, isAlive: () => true, set: set?.hash },
    ...(set && { apart: { bundled, read: readScanning, load: () => Promise.resolve() } }),
    open() {
      throw new Error('No page.');
    },
    close: () => undefined,
  };
}
