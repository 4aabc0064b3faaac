/**
 * Shapes of settings that other versions of the product might have, as data: add one to see that it is borne.
 * `write` says what such a version would have stored for some settings of this version.
 */
import { names, oneOf, onOff, wholeNumber } from '../../../src/settings/field.ts';
import { SHAPE, type Settings, type Shape } from '../../../src/settings/settings.ts';

/** A shape with more fields. */
const withFields = (fields: Shape['fields'], from: Shape = SHAPE): Shape => ({
  ...from,
  fields: { ...from.fields, ...fields },
});
const withoutField = (name: string, from: Shape = SHAPE): Shape => {
  const fields = Object.entries(from.fields).filter(([each]) => each !== name);
  return { ...from, fields: Object.fromEntries(fields) };
};

/** A version that adds fields of every kind that a reader can choose. */
export const MORE: Shape = withFields({
  largeCards: onOff(false),
  paragraphs: wholeNumber({ max: 9, default: 3 }),
  corner: oneOf(['left', 'right'], 'left'),
  favourites: names(),
});
/** What a reader chose there. */
export const MORE_CHOSEN = {
  largeCards: true,
  paragraphs: 7,
  corner: 'right',
  favourites: ['a', 'b'],
};

/** A version that has no badge any more. */
export const FEWER: Shape = withoutField('badge');

/** A version that calls the dwell something else, and counts it in tenths of a second. */
export const RENAMED: Shape = {
  ...withFields({ rest: wholeNumber({ max: 20, default: 5 }) }, withoutField('dwellMs')),
  migrations: [
    ({ dwellMs, ...fields }) =>
      typeof dwellMs === 'number' ? { ...fields, rest: Math.round(dwellMs / 100) } : fields,
  ],
};

/** The version after it, which keeps the rules for sites in a field of another name. */
export const RENAMED_TWICE: Shape = {
  fields: Object.fromEntries(
    Object.entries(RENAMED.fields).map(([name, field]) => [
      name === 'sitesOff' ? 'quietSites' : name,
      field,
    ]),
  ),
  migrations: [
    ...RENAMED.migrations,
    ({ sitesOff, ...fields }) =>
      sitesOff === undefined ? fields : { ...fields, quietSites: sitesOff },
  ],
};

/** Settings with fields of another shape, as this version's type. */
export const asSettings = (fields: object): Settings => fields as Settings;
