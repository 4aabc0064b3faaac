/** Made-up surnames for the curve over the number of names: pronounceable, distinct, no ordinary word. */
import { detectionSchema, type EntityDetection } from '../../src/dataset/detection-schema.ts';
import { createRandom } from './random.ts';

const ONSETS = 'b br d dr f g gr h j k kr l m n p r s sk st t tr v w z'.split(' ');
const VOWELS = 'a e i o u ai ei'.split(' ');
const CODAS = ['', '', 'l', 'n', 'r', 's', 'm'];
/** Endings that no English word has, so that none of the names is one. */
const ENDINGS = 'ovek unza idro ashko elvig omba ortzi akwe ujin yvar'.split(' ');

/**
 * @param count how many; a longer list begins with the shorter one
 * @returns distinct names of 6 to 15 letters with a capital
 */
export function madeUpNames(count: number): string[] {
  const random = createRandom(20260);
  const names = new Set<string>();
  const syllable = () => random.pick(ONSETS) + random.pick(VOWELS) + random.pick(CODAS);
  while (names.size < count) {
    const stem = random.between(0, 2) === 0 ? syllable() : syllable() + syllable();
    const name = stem + random.pick(ONSETS) + random.pick(ENDINGS);
    if (name.length < 6 || name.length > 15) continue;
    names.add(name.charAt(0).toUpperCase() + name.slice(1));
  }
  return [...names];
}

/** @returns one entity for each surname, with nothing else to tell it by */
export function entitiesOf(surnames: readonly string[]): EntityDetection[] {
  return surnames.map((text, at) => ({
    id: `person-${at}`,
    ...detectionSchema.parse({ names: [{ text, kind: 'surname', alone: true }] }),
  }));
}
