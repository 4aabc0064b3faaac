/**
 * The kinds of settings: what each may hold, and what it holds at first. Free of zod and small, because every page
 * pays for it; schema.ts makes the checks of those who write from the same table.
 */

interface Base<Value> {
  /** What holds where nothing is stored. */
  readonly default: Value;
  /** Whether a stored value can be used. The length of lists is for those who write. */
  readonly isValid: (value: unknown) => boolean;
  /** What a file of settings would tell about its reader: where they have been, or what they did just now. */
  readonly tells?: 'sites' | 'moment';
}

/** One setting. `Value` is what it holds. */
export type Field<Value = unknown> = Base<Value> &
  (
    | { readonly kind: 'switch' | 'moment' | 'names' | 'rules' | 'mentions' }
    | { readonly kind: 'number'; readonly max: number }
    | { readonly kind: 'choice'; readonly values: readonly unknown[] }
  );

/** A mention that a reader does not want on a site: these characters do not mean this entity there. */
export interface NotThis {
  site: string;
  entity: string;
  surface: string;
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isListOf = (isEntry: (value: unknown) => boolean) => (value: unknown) =>
  Array.isArray(value) && value.every(isEntry);
const isUpTo = (max: number) => (value: unknown) =>
  Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= max;

/** The shape of a stored rule (site-rule.ts). Whether its host can exist is checked where rules are written. */
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
  more: Pick<Base<Value>, 'tells'> = {},
): Field<Value> => ({
  kind: 'choice',
  values,
  default: preset,
  isValid: (value) => values.includes(value as Value),
  ...more,
});

/** A moment in ms since 1970, or 0 for none. It is of the moment: files do not carry it. */
export const moment = (): Field<number> => ({
  kind: 'moment',
  tells: 'moment',
  default: 0,
  isValid: isUpTo(Number.MAX_SAFE_INTEGER),
});

/** Ids of entities. */
export const names = (): Field<string[]> => ({
  kind: 'names',
  default: [],
  isValid: isListOf(isText),
});

/** Rules for sites, in the form that `parseRule` gives. */
export const siteRules = (): Field<string[]> => ({
  kind: 'rules',
  tells: 'sites',
  default: [],
  isValid: isListOf((value) => isText(value) && RULE.test(value)),
});

/** Mentions that are left out. */
export const mentions = (): Field<NotThis[]> => ({
  kind: 'mentions',
  tells: 'sites',
  default: [],
  isValid: isListOf(
    (value) =>
      isObject(value) && ['site', 'entity', 'surface'].every((part) => isText(value[part])),
  ),
});
