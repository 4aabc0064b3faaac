/** Several datasets on one page: each is found as if it were alone, and none can take a mention from another. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bundledDetection } from '../../../src/cli/bundled-detector.ts';
import { loadLinguistics } from '../../../src/cli/dataset-plugin.ts';
import { evaluateBundled, readCorpus } from '../../../src/cli/evaluate.ts';
import { evaluate } from '../../../src/cli/evaluation.ts';
import {
  addedParts,
  createDetector,
  joinDetectors,
  packDetector,
  packEntities,
  packTriggers,
  readScanning,
  type Detector,
  type Triggers,
} from '../../../src/detect/index.ts';
import { compileAdded } from '../../../src/library/compile.ts';
import { inventDataset, type Invention } from '../../made-up/strangers.ts';

const linguistics = loadLinguistics();
const detection = bundledDetection();
const packed = packDetector(detection);
const bundled = createDetector(packed, ({ tier }) => tier === 'main');
const bundledTriggers = packEntities(detection.entities).triggers;

function addedOf(invention: Invention): { detector: Detector; triggers: Triggers[] } {
  const { judged, triggers } = compileAdded(inventDataset(invention), linguistics);
  const detector = createDetector(addedParts(judged, packed.rules));
  return { detector, triggers };
}

function joined(
  inventions: readonly Invention[],
  alike: Record<string, { first?: string }> = {},
): Detector {
  const added = inventions.map(addedOf);
  const { tables } = packTriggers([
    ...bundledTriggers,
    ...added.flatMap(({ triggers }) => triggers),
  ]);
  return joinDetectors({
    scanning: readScanning(JSON.stringify(tables)),
    detectors: [bundled, ...added.map(({ detector }) => detector)],
    alike,
  });
}

/** Names that get in the way of the bundled ones: the same, longer, shorter, beside, and evidence against them. */
const STRANGERS: Invention[] = [
  { id: 'same', surnames: ['Blinken', 'Lammy', 'Zelenskyy'] },
  { id: 'long', surnames: ['Antony Blinken', 'Storm Shadow missiles', 'Blinken and Lammy'] },
  { id: 'short', surnames: ['Storm', 'Shadow', 'Antony', 'NATO', 'missiles'] },
  {
    id: 'against',
    surnames: ['Kordan'],
    detection: {
      againstAnywhere: ['Blinken', 'Lammy', 'Zelenskyy', 'Storm Shadow'],
      evidenceAgainst: ['NATO', 'missiles'],
    },
  },
];
const withStrangers = joined(STRANGERS);
const plain = ({
  entity,
  start,
  end,
  rule,
  confidence,
}: ReturnType<Detector['detect']>[number]) => ({
  ...{ entity, start, end, rule, confidence },
});
const isBundled = ({ entity }: { entity: string }): boolean => !entity.includes('/');

describe('a page with strangers', () => {
  const scraps = readCorpus()
    .filter(({ mentions }) => mentions.length > 0)
    .flatMap(({ text }) => text.split(/(?<=[.!?])\s/));

  test('has all bundled mentions as without them, in order and without overlap', () => {
    let also = 0;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...scraps), { minLength: 1, maxLength: 4 }), (parts) => {
        const text = parts.join('\n\n');
        const found = withStrangers.detect(text);
        expect(found.filter(isBundled).map(plain)).toEqual(bundled.detect(text).map(plain));
        found.forEach(({ start, end, surface }, at) => {
          expect(text.slice(start, end)).toBe(surface);
          expect(end).toBeGreaterThan(start);
          expect(start).toBeGreaterThanOrEqual(found[at - 1]?.end ?? 0);
        });
        also += found.filter((mention) => mention.also).length;
      }),
      { numRuns: 200 },
    );
    expect(also).toBeGreaterThan(10);
  });

  test('gives the bundled five the same figures', () => {
    const cases = readCorpus().filter((_, at) => at % 6 === 0);
    const alone = evaluateBundled(cases);
    const detect = (text: string) => withStrangers.detect(text).filter(isBundled);
    const beside = evaluate(cases, detect, (entity) => entity === 'nato-interception');
    expect(beside.byEntity).toEqual(alone.byEntity);
    expect(beside.errors).toEqual(alone.errors);
  });
});

describe('overlapping mentions', () => {
  const found = (inventions: Invention[], text: string, alike = {}) =>
    joined(inventions, alike)
      .detect(text)
      .map(({ entity, surface, also }) => [entity, surface, ...(also ?? [])]);
  const one = { id: 'one', surnames: ['Kordan Veranski'] };
  const two = { id: 'two', surnames: ['Veranski'] };
  const text = 'Minister Kordan Veranski spoke about the harbour.';

  test('of added datasets: the longest is kept, and names the others', () => {
    expect(found([two, one], text)).toEqual([['one/person-0', 'Kordan Veranski', 'two/person-0']]);
  });

  test('of the same length: main before cast, then the order of the reader', () => {
    const cast = { ...two, id: 'cast', tier: 'cast' as const };
    const again = { ...two, id: 'again' };
    expect(found([cast, two, again], 'Minister Veranski spoke about the harbour.')).toEqual([
      ['two/person-0', 'Veranski', 'again/person-0', 'cast/person-0'],
    ]);
  });

  test('of the bundled dataset are kept, even if another one is longer', () => {
    const long = { id: 'long', surnames: ['Antony Blinken spoke'] };
    expect(found([long], 'Antony Blinken spoke to the Minister about the harbour.')).toEqual([
      ['antony-blinken', 'Antony Blinken', 'long/person-0'],
    ]);
  });

  test('of entities that are the same go by the first of them', () => {
    const alike = { 'two/person-0': { first: 'antony-blinken' } };
    expect(found([two], 'Minister Veranski spoke about the harbour.', alike)).toEqual([
      ['antony-blinken', 'Veranski', 'two/person-0'],
    ]);
  });
});

test('the joined scanner stops at everybody, and at the cast only if somebody wants it', () => {
  const scanner = joined([{ id: 'one', surnames: ['Kordan'] }]).createScanner();
  expect(scanner.feed('Then Kordan spoke.')).toBe(true);
  expect(scanner.feed('Then Blinken spoke.')).toBe(true);
  expect(scanner.feed('Then Sikorski spoke.')).toBe(false);
  const withCast = joined([{ id: 'one', surnames: ['Kordan'], tier: 'cast' }]).createScanner();
  expect(withCast.feed('Then Sikorski spoke.')).toBe(true);
});

test('a page that is begun again remembers what each dataset learned', () => {
  const page = joined([{ id: 'one', surnames: ['Kordan'] }]).startPage();
  const before = page.revision();
  page.detect('The harbour of the town is old.');
  page.detect('Anna Kordan, the Minister, spoke. So did Antony Blinken.');
  page.restart();
  expect(page.detect('Kordan agreed.').map(({ rule }) => rule)).not.toEqual([]);
  expect(page.revision()).toBeGreaterThanOrEqual(before);
});
