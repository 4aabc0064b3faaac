/**
 * Brings a dataset of an earlier format to the present one, step by step. Knows the differences between formats, and checks nothing:
 * the schema does that afterwards. An unknown format passes unchanged. Every format that was ever written is read for good:
 * tests/formats/format-1.json keeps one file of the first.
 */
import { TITLE_MAX } from './caps.ts';
import { SCHEMA_VERSION } from './schema.ts';

type Fields = Record<string, unknown>;

/** The licence of a file that names none, as SPDX writes one that is not on its list. */
export const NO_LICENCE = 'LicenseRef-not-stated';
/** The maker of a file that names none. */
export const NO_MAKER = 'not stated';

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a migration writes where the file does not even have what it should be made from: the schema then names that place alone. */
const FALLBACK = { title: 'A dataset', language: 'en', day: '2000' } as const;

const textOr = (value: unknown, fallback: string): string =>
  typeof value === 'string' ? value : fallback;

/**
 * Format 1 named neither title nor maker. What follows from its source is filled in; the rest says that it is not stated. A field that
 * the file has all the same is kept.
 */
function fromVersion1(dataset: Fields): Fields {
  const source = isObject(dataset['source']) ? dataset['source'] : {};
  const date = isObject(source['date']) ? source['date'] : {};
  const { kind, language } = source;
  const { value: day } = date;
  const title = [kind, day].filter((part) => typeof part === 'string' && part !== '').join(', ');
  return {
    title: title.slice(0, TITLE_MAX) || FALLBACK.title,
    language: textOr(language, FALLBACK.language),
    maker: { name: NO_MAKER },
    licence: NO_LICENCE,
    made: textOr(day, FALLBACK.day),
    ...dataset,
    schemaVersion: 2,
  };
}

const STEPS: Record<number, (dataset: Fields) => Fields> = { 1: fromVersion1 };

/** @param json any JSON. @returns the dataset in the present format; anything else as it came */
export function migrateDataset(json: unknown): unknown {
  if (!isObject(json)) return json;
  let dataset: Fields = json;
  for (;;) {
    const { schemaVersion } = dataset;
    if (typeof schemaVersion !== 'number' || schemaVersion >= SCHEMA_VERSION) return dataset;
    const step = STEPS[schemaVersion];
    if (!step) return dataset;
    dataset = step(dataset);
  }
}
