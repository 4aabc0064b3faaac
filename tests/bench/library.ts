/**
 * What it takes to compile added datasets of several sizes and to join them with the bundled one, how long the parts are, and that
 * strangers change no figure of the bundled entities on the corpus.
 */
import { bundledDetection } from '../../src/cli/bundled-detector.ts';
import { loadDataset, loadLinguistics } from '../../src/cli/dataset-plugin.ts';
import { evaluateBundled, readCorpus } from '../../src/cli/evaluate.ts';
import { evaluate } from '../../src/cli/evaluation.ts';
import { compileDataset } from '../../src/dataset/authoring.ts';
import {
  addedParts,
  createDetector,
  joinDetectors,
  packDetector,
  packEntities,
  readScanning,
} from '../../src/detect/index.ts';
import { identitiesOf } from '../../src/library/alike.ts';
import { compileAdded } from '../../src/library/compile.ts';
import { joinSet } from '../../src/library/join-set.ts';
import { inventDataset } from '../made-up/strangers.ts';
import { median } from './measure.ts';

const SIZES = [5, 50, 500];
const FACTS_EACH = 10;
const ROUNDS = 7;

const linguistics = loadLinguistics();
const bundled = {
  triggers: packEntities(bundledDetection().entities).triggers,
  identities: identitiesOf(compileDataset(loadDataset(), linguistics).knowledge),
};

export async function printLibrary(): Promise<void> {
  console.log(`An added dataset with ${FACTS_EACH} facts an entity (median of ${ROUNDS}):`);
  console.log('entities  compile ms  join ms   gate kB  reader kB  contexts kB');
  for (const people of SIZES) await printSize(people);
  await printFigures();
}

async function printSize(people: number): Promise<void> {
  const dataset = inventDataset({ people, factsEach: FACTS_EACH });
  const [compiling, joining]: number[][] = [[], []];
  let sizes: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    const added = compileAdded(dataset, linguistics);
    const between = performance.now();
    const { gate, reader } = await joinSet(bundled, [added]);
    compiling?.push(between - start);
    joining?.push(performance.now() - between);
    const contexts = added.contexts.reduce((sum, [, packed]) => sum + packed.length, 0);
    sizes = [gate.length, reader.length, contexts].map((length) => length / 1000);
  }
  const cells = [median(compiling ?? []), median(joining ?? []), ...sizes];
  console.log(
    String(people).padStart(8) + cells.map((cell) => cell.toFixed(0).padStart(10)).join(' '),
  );
}

async function printFigures(): Promise<void> {
  const cases = readCorpus();
  const added = compileAdded(inventDataset({ people: 500 }), linguistics);
  const { gate } = await joinSet(bundled, [added]);
  const parts = packDetector(bundledDetection());
  const detector = joinDetectors({
    scanning: readScanning(gate),
    detectors: [
      createDetector(parts, ({ tier }) => tier === 'main'),
      createDetector(addedParts(added.judged, parts.rules)),
    ],
    alike: {},
  });
  const alone = evaluateBundled(cases);
  const isConcept = (entity: string): boolean => entity === 'nato-interception';
  const beside = evaluate(cases, (text) => detector.detect(text), isConcept);
  const strangers = [...beside.byEntity].filter(([entity]) => entity.includes('/'));
  for (const [entity] of strangers) beside.byEntity.delete(entity);
  const isSame = JSON.stringify([...alone.byEntity]) === JSON.stringify([...beside.byEntity]);
  console.log(
    `With 500 strangers, the bundled entities have ${isSame ? 'the same' : 'OTHER'} figures on ${cases.length} cases; ` +
      `${strangers.length} strangers were found there.`,
  );
}
