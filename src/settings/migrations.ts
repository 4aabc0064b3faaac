/**
 * The steps from each version of the settings to the next, for stored records and for files. Pure, total and small,
 * because the content script reads with them too. What a step gives is checked by its caller.
 *
 * A step is needed where a field is renamed or holds something else. It may find any field missing.
 */

/** Settings of any version, as they were stored. */
export type Fields = Record<string, unknown>;

/** The step from version n stands at index n − 1. */
export type Migrations = readonly ((fields: Fields) => Fields)[];

export const MIGRATIONS: Migrations = [];

/**
 * @param version from 1 to the newest one
 * @returns the settings as the newest version has them
 */
export const migrated = (fields: Fields, version: number, steps: Migrations): Fields =>
  steps.slice(version - 1).reduce((now, step) => step(now), fields);
