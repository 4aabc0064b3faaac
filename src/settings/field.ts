/**
 * The kinds of settings: their valid values and defaults. Free of zod and small, because it is loaded in every page. From the same
 * table, schema.ts makes the checks for everything that writes.
 */

interface Base<Value> {
  /** The value if nothing is stored. */
  readonly default: Value;
  /** Whether a stored value is valid. The length of lists is checked on writing. */
  readonly isValid: (value: unknown) => boolean;
  /** What a settings file would reveal about its reader: visited sites, or what they did just now. */
  readonly reveals?: 'sites' | 'moment';
}

/** One setting. `Value` is the type of its value. */
export type Field<Value = unknown> = Base<Value> &
  (
    | { readonly kind: 'switch' | 'moment' | 'names' | 'rules' | 'mentions' }
    | { readonly kind: 'number'; readonly max: number }
    | { readonly kind: 'choice'; readonly values: readonly (string | number)[] }
  );

/** A mention that a reader dismissed: on this site, these characters do not mean this entity. */
export interface DismissedMention {
  site: string;
  entity: string;
  surface: string;
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** The properties of a value of unknown shape; none for anything but an object. */
export const partsOf = (value: unknown): Record<string, unknown> => (isObject(value) ? value : {});
const isText = (value: unknown): value is string => typeof value === 'string';
const isListOf = (isEntry: (value: unknown) => boolean) => (value: unknown) =>
  Array.isArray(value) && value.every(isEntry);
const isUpTo = (max: number) => (value: unknown) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= max;

/** The form of a stored rule (site-rule.ts). Whether its host can exist is checked when the rule is written. */
const RULE = /^(file:|(\*\.)?[^\s/*?#@A-Z]+(\/[^\s?#*]*\*)?)$/;

/** On or off. */
export const onOff = (preset: boolean): Field<boolean> => ({
  kind: 'switch',
  default: preset,
  isValid: (value) => typeof value === 'boolean',
});

/** A whole number from 0 to `max`. */
export const wholeNumber = (limits: { max: number; default: number }): Field<number> => ({
  kind: 'number',
  ...limits,
  isValid: isUpTo(limits.max),
});

/** One of a few values. */
export const oneOf = <const Value extends string | number>(
  values: readonly Value[],
  preset: NoInfer<Value>,
  more: Pick<Base<Value>, 'reveals'> = {},
): Field<Value> => ({
  kind: 'choice',
  values,
  default: preset,
  isValid: (value) => values.some((each) => each === value),
  ...more,
});

/** A moment in ms since 1970, or 0 for none. Settings files do not contain it. */
export const moment = (): Field<number> => ({
  kind: 'moment',
  reveals: 'moment',
  default: 0,
  isValid: isUpTo(Number.MAX_SAFE_INTEGER),
});

/** Ids of entities. */
export const names = (): Field<string[]> => ({
  kind: 'names',
  default: [],
  isValid: isListOf(isText),
});

/** Site rules, in the form that `parseRule` returns. */
export const siteRules = (): Field<string[]> => ({
  kind: 'rules',
  reveals: 'sites',
  default: [],
  isValid: isListOf((value) => isText(value) && RULE.test(value)),
});

/** Dismissed mentions. */
export const mentions = (): Field<DismissedMention[]> => ({
  kind: 'mentions',
  reveals: 'sites',
  default: [],
  isValid: isListOf(
    (value) =>
      isObject(value) && ['site', 'entity', 'surface'].every((part) => isText(value[part])),
  ),
});
