/**
 * From each version of the settings to the next: pure, total and small, because the content script reads with
 * them too, before the background has written what they give. What they give is checked by the caller.
 */
import { DEFAULT_SETTINGS } from './settings.ts';

type Fields = Record<string, unknown>;

/** What version 1 had from its first build on; without these, a record of it is not whole. */
const FIRST = ['entitiesOff', 'castOn', 'highlightStyle', 'dwellMs', 'sitesOff'];
const LATER = Object.fromEntries(
  Object.entries(DEFAULT_SETTINGS).filter(([field]) => !FIRST.includes(field)),
);

/**
 * By the version that they start from. Version 1 grew while it was in use: records of earlier builds have
 * neither `on` nor `openKey`, `marking` and `notThis`, and mean by that what is the default.
 */
const MIGRATIONS: Record<number, (settings: Fields) => Fields> = {
  1: (settings) => {
    const dwell = settings['dwellMs'];
    // Whole numbers alone from version 2 on.
    const whole = typeof dwell === 'number' ? { dwellMs: Math.round(dwell) } : {};
    return { ...LATER, ...settings, ...whole };
  },
};

/** @returns the settings as the newest version has them; as they are where the version is not known */
export function migrated(version: number, settings: Fields): Fields {
  const step = MIGRATIONS[version];
  return step ? migrated(version + 1, step(settings)) : settings;
}
