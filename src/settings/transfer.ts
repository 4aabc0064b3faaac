/**
 * Settings as a file: written for people to read and keep, and read back whole or not at all. Pure; storing what was
 * read is one change of the store. What was wrong is plain data: the options page puts it into words.
 */
import {
  readJson,
  textOfFile,
  type JsonDocument,
  type JsonProblem,
  type Position,
} from '../json/index.ts';
import { applied, type Mutate } from './apply.ts';
import { isObject, type Field } from './field.ts';
import { LIST_MAX } from './fields.ts';
import { migrated, type Fields } from './migrations.ts';
import type { FieldChange } from './patch.ts';
import { fieldSchema } from './schema.ts';
import { SHAPE, versionOf, type Settings, type Shape } from './settings.ts';

/** What tells such a file from any other JSON. */
export const FILE_KIND = 'backgrounder-settings';
/** What a file consists of. */
const FILE_PARTS = ['kind', 'version', 'settings'];
/** Largest file that is read, in bytes. */
export const FILE_MAX_BYTES = 512 * 1024;
/** How many objects and lists may stand in each other; our own files have four. Chromium's storage cuts at 100. */
export const FILE_MAX_DEPTH = 8;
/** How many settings that this version does not know are taken: a version adds a few, and they are kept for good. */
export const UNKNOWN_MAX = 100;
/** How many problems are reported; the rest is a number. */
const PROBLEMS_MAX = 20;
/** How much of a wrong value is shown, in UTF-16 code units. */
const FOUND_MAX = 40;

/** A text that could hold the name of a site: in a field of a later version, nobody here knows. */
const MAY_BE_SITE = /[.:/]/;

/**
 * @param sites whether the file may tell where its reader has been: the rules for sites, what was left out on sites,
 *   and unknown fields in which a site could be named
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
    return field.tells === undefined || (sites && field.tells === 'sites');
  };
  const fields = Object.fromEntries(Object.entries(settings).filter(isIn));
  const file = { kind: FILE_KIND, version: versionOf(shape), settings: fields };
  return `${JSON.stringify(file, inKeyOrder, 2)}\n`;
}

const fieldOf = ({ fields }: Shape, name: string): Field | undefined =>
  Object.hasOwn(fields, name) ? fields[name] : undefined;

/** Every text in a JSON value, names included. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [name, ...textsIn(inner)]);
}

function inKeyOrder(_: string, value: unknown): unknown {
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

export interface ImportProblem {
  /**
   * Besides those of JSON:
   * - `size`, `encoding`: the file as a whole
   * - `kind`: no file of settings; `version`: no version that there is; `newer`: a later version
   * - `outside`: `name` stands beside the settings instead of in them; `shape`: the settings are no object
   * - `value`: what a setting may not hold; `entry`: what a list may not hold
   * - `list`: more than `LIST_MAX` entries; `unknown`: more than `UNKNOWN_MAX` unknown settings
   */
  code:
    | JsonProblem['code']
    | ('size' | 'encoding' | 'kind' | 'version' | 'newer' | 'outside' | 'shape')
    | ('value' | 'entry' | 'list' | 'unknown');
  /** Absent where the file as a whole is wrong. */
  position?: Position;
  /** Name of the setting, or of what stands beside the settings; empty where there is none. */
  name: string;
  /** What the setting may hold. */
  field?: Field | undefined;
  /** What stands there, at most 40 characters of it, or how many there are. */
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
      /** What it changes; nothing is stored yet. */
      changes: ImportChange[];
      /** Does it: one change for the store. What the file does not name stays as it is. */
      apply: Mutate;
    }
  /** `more`: how many problems there are besides. */
  | { ok: false; problems: ImportProblem[]; more: number };

/**
 * Reads a file, whole or not at all.
 * @param file its bytes, or its text
 * @param current the settings that the changes are reported against
 */
export function importSettings(
  file: Uint8Array | string,
  current: Settings,
  shape: Shape = SHAPE,
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
  return { ok: true, changes: changesOf(applied(current, apply, shape).patch, shape), apply };
}

/** What is said of a file that is too large to be read. @param bytes its size */
export const refusedSize = (bytes: number): Imported =>
  refused([{ code: 'size', name: '', found: String(bytes) }]);

const changesOf = (patch: Partial<Record<string, FieldChange>>, shape: Shape): ImportChange[] =>
  Object.entries(patch).map(([name, change = {}]) => ({
    name,
    field: fieldOf(shape, name),
    change,
  }));

/** The settings in a file, as the newest version has them, or why it is no file of settings. */
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
  if (!Number.isSafeInteger(version) || (version as number) < 1) {
    return at('version', 'version', version);
  }
  if ((version as number) > versionOf(shape)) return at('newer', 'version', version);
  if (outside !== undefined) return at('outside', outside, value[outside]);
  if (!isObject(settings)) return at('shape', 'settings', settings);
  return { fields: migrated(settings, version as number, shape.migrations) };
}

/** Holds each setting of a file against its field. A list that is too long is not looked into. */
function checkFields(
  found: Fields,
  { positionOf }: JsonDocument,
  shape: Shape,
): { fields: Fields; problems: ImportProblem[] } {
  const problems: ImportProblem[] = [];
  const unknown = Object.keys(found).filter((name) => !fieldOf(shape, name));
  if (unknown.length > UNKNOWN_MAX) {
    const position = positionOf(['settings']);
    problems.push({ code: 'unknown', name: '', found: String(unknown.length), position });
  }
  const fields = Object.entries(found).map(([name, value]) => {
    const field = fieldOf(shape, name);
    if (Array.isArray(value) && value.length > LIST_MAX) {
      const position = positionOf(['settings', name]);
      problems.push({ code: 'list', name, field, found: String(value.length), position });
      return [name, value];
    }
    const read = fieldSchema(shape, name)?.safeParse(value);
    // Of an entry that is wrong in many ways, the first is enough.
    const wrong = new Map(read?.error?.issues.toReversed().map(({ path }) => [path[0], path]));
    for (const [index, path] of wrong) {
      const isEntry = typeof index === 'number' && Array.isArray(value);
      problems.push({
        code: isEntry ? 'entry' : 'value',
        name,
        field,
        found: shown(isEntry ? value[index] : value),
        position: positionOf(['settings', name, ...path]),
      });
    }
    return [name, read ? read.data : value];
  });
  return { fields: Object.fromEntries(fields) as Fields, problems };
}

function refused(problems: readonly ImportProblem[]): Imported {
  const placeOf = ({ position = { line: 0, column: 0 } }: ImportProblem) => position;
  const inOrder = problems.toSorted(
    (a, b) => placeOf(a).line - placeOf(b).line || placeOf(a).column - placeOf(b).column,
  );
  return {
    ok: false,
    problems: inOrder.slice(0, PROBLEMS_MAX),
    more: Math.max(0, problems.length - PROBLEMS_MAX),
  };
}

/** A value as JSON; empty for none. */
const shown = (value: unknown): string => (value === undefined ? '' : cut(JSON.stringify(value)));

/** At most 40 characters, controls and halves of pairs made visible. */
function cut(found: string): string {
  const short = found.length > FOUND_MAX ? `${found.slice(0, FOUND_MAX - 1)}…` : found;
  return short.replace(
    /[\p{Cc}\p{Cf}\p{Cs}]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
