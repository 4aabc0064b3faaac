/**
 * Settings as a file that people can read and keep. A file is imported completely or not at all. Pure; to store an import is one
 * change of the store. Problems are plain data, which the options page puts into words.
 */
import {
  readJson,
  textOfFile,
  type JsonDocument,
  type JsonProblem,
  type Position,
} from '../json/index.ts';
import { applied, type Mutate } from './apply.ts';
import { checkField } from './check-field.ts';
import { isObject, type Field } from './field.ts';
import { migrated, type Fields } from './migrations.ts';
import { inKeyOrder, patchBetween, type FieldChange } from './patch.ts';
import { keptBy, type SettingsPolicy } from './policy.ts';
import { isVersion, SHAPE, versionOf, type Settings, type Shape } from './settings.ts';

/** The `kind` of a settings file, which other JSON does not have. */
export const FILE_KIND = 'backgrounder-settings';
/** The parts of a file. */
const FILE_PARTS = ['kind', 'version', 'settings'];
/** Largest file that is read, in bytes. */
export const FILE_MAX_BYTES = 512 * 1024;
/** How deep objects and lists may be nested; our own files have four levels. Chromium's storage cuts at 100. */
export const FILE_MAX_DEPTH = 8;
/** How many unknown settings are accepted: a later version adds only a few, and they are kept for good. */
export const UNKNOWN_MAX = 100;
/** How many problems are listed; the rest is counted. */
const PROBLEMS_MAX = 20;
/** How much of a wrong value is shown, in UTF-16 code units. */
const FOUND_MAX = 40;

/** A text that may name a site, in a field that this version does not know. */
const MAY_BE_SITE = /[.:/]/;

/**
 * @param sites whether the file may reveal visited sites: it then contains site rules, dismissed mentions, and unknown fields that
 *   may name a site
 * @returns JSON: names in order, two spaces, a line break at the end; the same settings always give the same text
 */
export function exportSettings(
  settings: Settings,
  { sites }: { sites: boolean },
  shape: Shape = SHAPE,
): string {
  const isIn = ([name, value]: [string, unknown]): boolean => {
    const field = fieldOf(shape, name);
    if (!field) return sites || !textsIn({ [name]: value }).some((text) => MAY_BE_SITE.test(text));
    return field.reveals === undefined || (sites && field.reveals === 'sites');
  };
  const fields = Object.fromEntries(Object.entries(settings).filter(isIn));
  const file = { kind: FILE_KIND, version: versionOf(shape), settings: fields };
  return `${JSON.stringify(file, inKeyOrder, 2)}\n`;
}

const fieldOf = ({ fields }: Shape, name: string): Field | undefined =>
  Object.hasOwn(fields, name) ? fields[name] : undefined;

/** Every text in a JSON value, including names. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  // A number or a switch has no entries.
  return Object.entries(value ?? {}).flatMap(([name, inner]) => [name, ...textsIn(inner)]);
}

export interface ImportProblem {
  /**
   * In addition to those of JSON:
   * - `size`, `encoding`: the file as a whole
   * - `kind`: not a settings file; `version`: not a version; `newer`: a later version
   * - `outside`: `name` is beside the settings and not inside; `shape`: the settings are not an object
   * - `value`: an invalid value of a setting; `entry`: an invalid entry of a list
   * - `list`: more than `LIST_MAX` entries; `unknown`: more than `UNKNOWN_MAX` unknown settings
   */
  code:
    | JsonProblem['code']
    | ('size' | 'encoding' | 'kind' | 'version' | 'newer' | 'outside' | 'shape')
    | ('value' | 'entry' | 'list' | 'unknown');
  /** Missing if the file as a whole is wrong. */
  position?: Position;
  /** Name of the setting, or of the part beside the settings; empty if there is none. */
  name: string;
  /** The setting's line in the table. */
  field?: Field | undefined;
  /** The wrong text, at most 40 characters of it, or the number of entries. */
  found: string;
}

/** One setting that an import changes. */
export interface ImportChange {
  name: string;
  /** Undefined for a setting of a later version, which is kept for it. */
  field: Field | undefined;
  change: FieldChange;
}

export type Imported =
  | {
      ok: true;
      /** The changes; nothing is stored yet. */
      changes: ImportChange[];
      /** Names of the settings that the file has and the organisation's policy does not let it change. */
      kept: string[];
      /** Makes the changes, as one change for the store. Settings that the file does not have stay as they are. */
      apply: Mutate;
    }
  /** `more`: how many more problems there are. */
  | { ok: false; problems: ImportProblem[]; more: number };

/**
 * Reads a file completely or not at all.
 * @param file its bytes, or its text
 * @param current the settings that it is compared with
 * @param policy what it cannot change: the rest is imported
 */
export function importSettings(
  file: Uint8Array | string,
  current: Settings,
  shape: Shape = SHAPE,
  policy?: SettingsPolicy,
): Imported {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
  if (bytes.length > FILE_MAX_BYTES) return refusedSize(bytes.length);
  const read = textOfFile(bytes);
  if ('unreadable' in read) return refused([{ code: 'encoding', name: '', found: '' }]);
  const json = readJson(read.text, FILE_MAX_DEPTH);
  if ('problem' in json) {
    const { found, ...problem } = json.problem;
    return refused([{ ...problem, name: '', found: cut(found) }]);
  }
  const opened = openFile(json.document, shape);
  if ('problems' in opened) return refused(opened.problems);
  const checked = checkFields(opened.fields, json.document, shape);
  if (checked.problems.length > 0) return refused(checked.problems);
  const apply: Mutate = (settings) => ({ ...settings, ...checked.fields });
  const terms = { policy, isPartial: true };
  const wanted = applied(current, apply, shape).after;
  return {
    ok: true,
    changes: changesOf(applied(current, apply, shape, terms).patch, shape),
    kept: policy ? Object.keys(patchBetween(wanted, keptBy(policy, wanted), shape)) : [],
    apply,
  };
}

/** The result for a file that is too large. @param bytes its size */
export const refusedSize = (bytes: number): Imported =>
  refused([{ code: 'size', name: '', found: String(bytes) }]);

const changesOf = (patch: Partial<Record<string, FieldChange>>, shape: Shape): ImportChange[] =>
  Object.entries(patch).map(([name, change = {}]) => ({
    name,
    field: fieldOf(shape, name),
    change,
  }));

/** The settings in a file, in the newest version, or why it is not a settings file. */
function openFile(
  { value, positionOf }: JsonDocument,
  shape: Shape,
): { fields: Fields } | { problems: ImportProblem[] } {
  const at = (
    code: ImportProblem['code'],
    name: string,
    found: unknown,
  ): { problems: ImportProblem[] } => ({
    problems: [{ code, name, found: shown(found), position: positionOf([name]) }],
  });
  if (!isObject(value) || value['kind'] !== FILE_KIND) {
    return at('kind', 'kind', isObject(value) ? value['kind'] : value);
  }
  const { version, settings } = value;
  const outside = Object.keys(value).find((name) => !FILE_PARTS.includes(name));
  if (!isVersion(version)) return at('version', 'version', version);
  if (version > versionOf(shape)) return at('newer', 'version', version);
  if (outside !== undefined) return at('outside', outside, value[outside]);
  if (!isObject(settings)) return at('shape', 'settings', settings);
  return { fields: migrated(settings, version, shape.migrations) };
}

/** Checks each setting of a file. Does not check the entries of a list that is too long. */
function checkFields(
  written: Fields,
  { positionOf }: JsonDocument,
  shape: Shape,
): { fields: Fields; problems: ImportProblem[] } {
  const problems: ImportProblem[] = [];
  const unknown = Object.keys(written).filter((name) => !fieldOf(shape, name));
  if (unknown.length > UNKNOWN_MAX) {
    const position = positionOf(['settings']);
    problems.push({ code: 'unknown', name: '', found: String(unknown.length), position });
  }
  const fields = Object.entries(written).map(([name, value]): [string, unknown] => {
    const field = fieldOf(shape, name);
    const checked = checkField(name, value, shape);
    for (const { code, path, found } of checked.problems) {
      const position = positionOf(['settings', name, ...path]);
      problems.push({ code, name, field, found: shown(found), position });
    }
    return [name, checked.value];
  });
  return { fields: Object.fromEntries(fields), problems };
}

/** @param problems in the order of the file */
function refused(problems: readonly ImportProblem[]): Imported {
  const listed = problems.slice(0, PROBLEMS_MAX);
  return { ok: false, problems: listed, more: problems.length - listed.length };
}

/** A value as JSON; empty for none. */
const shown = (value: unknown): string => (value === undefined ? '' : cut(JSON.stringify(value)));

/** At most 40 characters, with visible codes for control characters and halves of surrogate pairs. */
function cut(found: string): string {
  const short = found.length > FOUND_MAX ? `${found.slice(0, FOUND_MAX - 1)}…` : found;
  return short.replace(
    /[\p{Cc}\p{Cf}\p{Cs}]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
