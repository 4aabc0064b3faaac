/**
 * The steps from each version of the settings to the next, for stored records and for files. Pure, total and small, because the
 * content script uses them too. The caller checks the result of a step.
 *
 * A step is needed when a field gets a new name or other values. It must work with any field missing.
 */

/** Settings of any version, as stored. */
export type Fields = Record<string, unknown>;

/** The step from version n has the index n − 1. */
export type Migrations = readonly ((fields: Fields) => Fields)[];

export const MIGRATIONS: Migrations = [];

/**
 * @param version from 1 to the newest one
 * @returns the settings in the newest version
 */
export const migrated = (fields: Fields, version: number, steps: Migrations): Fields =>
  steps.slice(version - 1).reduce((now, step) => step(now), fields);
