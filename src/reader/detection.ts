/**
 * With what a page is judged: the bundled dataset alone, or each dataset that is on by itself, joined. Entities that are the same count
 * as one, under the first of them. Knows no page and no settings.
 */
import {
  createDetector,
  joinDetectors,
  withJudge,
  type Catalogued,
  type Detector,
  type DetectorParts,
  type JudgeData,
  type JudgedEntity,
} from '../detect/index.ts';
import type { Gate, ScanningApart } from '../gate/index.ts';
import {
  switchesOf,
  type Alike,
  type JudgedDataset,
  type ReaderSet,
  type Switchable,
} from '../library/index.ts';

export interface Detection {
  /** All entities, those that are the same once. */
  entities: readonly Switchable[];
  /** Of entities of different datasets; empty without added datasets. */
  alike: Alike;
  /** @param isWanted asked with entries of `entities` */
  createDetector: (isWanted: (entity: Switchable) => boolean) => Detector;
}

type ScanningGate = Pick<Gate, 'scanning' | 'apart'>;

export function bundledDetection({ scanning, apart }: ScanningGate, data: JudgeData): Detection {
  const parts = withJudge((apart?.bundled ?? scanning)(), data);
  return {
    entities: parts.catalogue,
    alike: {},
    createDetector: (isWanted) => createDetector(parts, isWanted),
  };
}

/** @throws if the set is not what the extension writes, or the gate has none */
export function joinedDetection(
  { scanning, apart }: ScanningGate,
  data: JudgeData,
  { datasets, alike }: ReaderSet,
): Detection {
  if (!apart) throw new Error('A gate without datasets.');
  const bundled = withJudge(apart.bundled(), data);
  const all = [
    bundled,
    ...datasets.map((dataset) => withLanguages(dataset, apart.read, bundled.rules)),
  ];
  const switches = switchesOf(
    all.flatMap(({ catalogue }) => catalogue),
    alike,
  );
  return {
    entities: [...new Set(switches.values())],
    alike,
    createDetector: (isWanted) =>
      joinDetectors({
        scanning: scanning(),
        detectors: all.map((parts) =>
          createDetector(parts, ({ id }) => {
            const entity = switches.get(id);
            return entity !== undefined && isWanted(entity);
          }),
        ),
        alike,
      }),
  };
}

/** One judge for one added dataset, with the languages of the program. */
function withLanguages(
  { scanner, catalogue, entities }: JudgedDataset,
  read: ScanningApart['read'],
  general: DetectorParts['rules'],
): DetectorParts {
  // The extension wrote the JSON from these types.
  return {
    ...read(scanner),
    catalogue: JSON.parse(catalogue) as Catalogued[],
    rules: () => ({ ...general(), entities: JSON.parse(entities) as JudgedEntity[] }),
  };
}
