/** Entities that a dataset adds: data alone makes them found, however many there are. */
import { expect, test } from 'vitest';
import { loadDataset, loadLinguistics } from '../../../src/cli/dataset-plugin.ts';
import { compileDataset } from '../../../src/dataset/authoring.ts';
import { detectionSchema } from '../../../src/dataset/detection-schema.ts';
import { packDetector, createDetector, compileDetection } from '../../../src/detect/index.ts';

const ADDED = ['Kordan', 'Veranski', 'Ostrelle', 'Minnagh', 'Tullivar', 'Zabrone'];

const { detection } = compileDataset(loadDataset(), loadLinguistics());
/** Main entities that the texts below mention. */
const NAMED = ['antony-blinken', 'david-lammy', 'volodymyr-zelenskyy', 'storm-shadow'];
const BUNDLED = [...NAMED, 'nato-interception'];
const parts = packDetector(
  compileDetection({
    ...detection,
    entities: [
      ...detection.entities,
      ...ADDED.map((text) => ({
        id: text.toLowerCase(),
        tier: 'main' as const,
        ...detectionSchema.parse({
          names: [{ text, kind: 'surname', lang: 'en', script: 'Latn' }],
        }),
      })),
    ],
  }),
);
const detector = createDetector(parts, ({ tier }) => tier === 'main');

test('each of them is found, beside those that were there', () => {
  const text = `${ADDED.join(', ')}, Blinken, Lammy and Zelenskyy discussed Storm Shadow.`;
  const found = detector.detect(text).map(({ entity }) => entity);
  expect(found).toEqual([...ADDED.map((name) => name.toLowerCase()), ...NAMED]);
});

test.each(ADDED)('the scanner stops at %s', (name) => {
  expect(detector.createScanner().feed(`Then ${name} spoke.`)).toBe(true);
});

test('the scanner passes over the cast while nobody looks for it', () => {
  const text = 'Biden met Starmer before Sikorski spoke about Poland and Iran.';
  expect(detector.createScanner().feed(text)).toBe(false);
  expect(createDetector(parts).createScanner().feed(text)).toBe(true);
});

test.each([...BUNDLED, 'zabrone'])('%s alone can be switched off', (off) => {
  const some = createDetector(parts, ({ id, tier }) => tier === 'main' && id !== off);
  const text =
    'Blinken, Lammy, Zelenskyy and Zabrone discussed Storm Shadow.\n\nMay NATO shoot down Russian missiles?';
  const found = new Set(some.detect(text).map(({ entity }) => entity));
  expect(found).toEqual(new Set([...BUNDLED, 'zabrone'].filter((id) => id !== off)));
});

test.each([
  { text: 'President Kordan, 44, spoke to the army.', isFound: true },
  { text: 'Prime Minister Kordan, an engineer, spoke to the army.', isFound: true },
  { text: 'Präsident Kordan, 44, sprach im Parlament.', isFound: true },
  { text: 'Ashley Kordan, 44, spoke to the army.', isFound: false },
  { text: 'The Minister Ashley Kordan, 44, spoke to the army.', isFound: false },
])('whoever has an office is no stranger, without a list of titles: $text', ({ text, isFound }) => {
  const found = detector.detect(text).map(({ entity }) => entity);
  expect(found).toEqual(isFound ? ['kordan'] : []);
});
