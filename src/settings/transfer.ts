/**
 * Settings as a file: written for people to read and keep, and read back whole or not at all. Pure; storing what
 * was read is one change of the store.
 */
import { z } from 'zod';
import { textOfFile } from './file-text.ts';
import { lineOf, parseJson, pointerOf, type JsonProblem } from './json-text.ts';
import { inKeyOrder } from './key-order.ts';
import { canonicalSettings } from './record.ts';
import { settingsSchema } from './schema.ts';
import {
  DWELL_MAX_MS,
  HIGHLIGHT_STYLES,
  LEAVE_MAX_MS,
  MARKINGS,
  OPEN_KEYS,
  SETTINGS_VERSION,
  SITE_MODES,
  TEXT_SIZES,
  THEMES,
  type Settings,
} from './settings.ts';
import { parseRule } from './site-rule.ts';

/** What tells such a file from any other JSON. */
export const FILE_KIND = 'backgrounder-settings';
/** Largest file that is read, in bytes. */
export const FILE_MAX_BYTES = 512 * 1024;
/** Deepest file that is read; ours have four levels. Chromium's storage cuts at 100. */
const FILE_MAX_DEPTH = 8;
/** How many problems are told; the rest is a number. */
const MOST_PROBLEMS = 20;
/** How much of a wrong value is shown, in UTF-16 code units. */
const FOUND_MAX = 40;

/** Fields that are of the moment. */
const MOMENTARY = ['pausedUntil'] as const;
/** Fields that tell where a reader has been. */
const SITE_FIELDS = ['siteMode', 'sitesOff', 'sitesOn', 'notThis'] as const;

/**
 * @param sites whether the rules for sites and what was left out on sites go into the file, with their host names
 * @returns JSON: names in order, two spaces, a line break at the end; the same settings always give the same text.
 *   A pause is of the moment and is not in it.
 */
export function exportSettings(settings: Settings, { sites }: { sites: boolean }): string {
  const left: readonly string[] = sites ? MOMENTARY : [...MOMENTARY, ...SITE_FIELDS];
  const fields = Object.entries(settings).filter(([field]) => !left.includes(field));
  const file = { kind: FILE_KIND, version: SETTINGS_VERSION, settings: Object.fromEntries(fields) };
  return `${JSON.stringify(file, inKeyOrder, 2)}\n`;
}

/** One field that an import changes. */
export interface ImportChange {
  path: keyof Settings;
  before: unknown;
  after: unknown;
}

export interface ImportProblem {
  /** Besides those of json-text.ts: `size`, `encoding`, `kind` (not our file), `version`, `shape`, `rule`. */
  code: JsonProblem['code'] | 'size' | 'encoding' | 'kind' | 'version' | 'shape' | 'rule';
  /** JSON Pointer (RFC 6901). */
  path: string;
  /** From 1; 0 where the file as a whole is wrong. */
  line: number;
  column: number;
  /** What stands there, at most 40 characters of it; empty where nothing does. */
  found: string;
  /** Notation, not a sentence: `0…2000`, `"auto" | "light" | "dark"`. Empty where nothing may stand. */
  expected: string;
}

export type Imported =
  | {
      ok: true;
      /** The settings after the import. */
      settings: Settings;
      /** What it changes; nothing is stored yet. */
      changes: ImportChange[];
      /** Does it: one change for the store. What the file does not name stays as it is then. */
      apply: (settings: Settings) => Settings;
    }
  /** `more`: how many problems there are besides. */
  | { ok: false; problems: ImportProblem[]; more: number };

const EXPECTED: Record<keyof Settings, string> = {
  on: 'true | false',
  pausedUntil: '',
  entitiesOff: '["…"]',
  castOn: '["…"]',
  highlightStyle: choices(HIGHLIGHT_STYLES),
  dwellMs: `0…${DWELL_MAX_MS}`,
  leaveMs: `0…${LEAVE_MAX_MS}`,
  openKey: choices(OPEN_KEYS),
  marking: choices(MARKINGS),
  siteMode: choices(SITE_MODES),
  sitesOff: '["…"]',
  sitesOn: '["…"]',
  theme: choices(THEMES),
  textSize: choices(TEXT_SIZES),
  badge: 'true | false',
  notThis: '[{"site", "entity", "surface"}]',
};

function choices(values: readonly (string | number)[]): string {
  return values.map((value) => JSON.stringify(value)).join(' | ');
}

const rule = z.string().refine((text) => 'rule' in parseRule(text), { params: { isRule: true } });
const fileSchema = z.strictObject({
  kind: z.literal(FILE_KIND),
  version: z.literal(SETTINGS_VERSION),
  settings: z
    .strictObject({ ...settingsSchema.shape, sitesOff: z.array(rule), sitesOn: z.array(rule) })
    .omit({ pausedUntil: true })
    .partial(),
});

/**
 * Reads a file, whole or not at all.
 * @param file its bytes, or its text
 * @param current the settings that the changes are told against
 */
export function importSettings(file: Uint8Array | string, current: Settings): Imported {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
  if (bytes.length > FILE_MAX_BYTES) {
    return refused(whole('size', String(bytes.length), `≤ ${FILE_MAX_BYTES}`));
  }
  const read = textOfFile(bytes);
  if ('unreadable' in read) return refused(whole('encoding', read.unreadable, 'UTF-8'));
  const { text } = read;
  const json = parseJson(text, FILE_MAX_DEPTH);
  if ('problem' in json) {
    const { at, found, ...problem } = json.problem;
    return refused({ ...problem, ...lineOf(text, at), found: shown(found) });
  }
  const placed = (
    code: ImportProblem['code'],
    path: PropertyKey[],
    expected: string,
  ): ImportProblem => {
    const pointer = path.map((step) => `/${pointerOf(String(step))}`).join('');
    const at = json.places.get(pointer);
    const parent = path
      .slice(0, -1)
      .map((step) => `/${pointerOf(String(step))}`)
      .join('');
    return {
      code,
      path: pointer,
      ...lineOf(text, at ?? json.places.get(parent) ?? 0),
      found: at === undefined ? '' : shown(JSON.stringify(valueAt(json.value, path))),
      expected,
    };
  };
  const parsed = fileSchema.safeParse(json.value);
  if (!parsed.success) {
    const problems = parsed.error.issues.flatMap((issue) => problemsOf(issue, placed));
    // Of another file, or one of another version, nothing else is worth telling.
    const first =
      problems.find(({ code }) => code === 'kind') ??
      problems.find(({ code }) => code === 'version');
    if (first) return refused(first);
    return refused(...problems.sort((a, b) => a.line - b.line || a.column - b.column));
  }
  const fields = Object.fromEntries(
    Object.entries(parsed.data.settings).filter(([, value]) => value !== undefined),
  ) as Partial<Settings>;
  const apply = (settings: Settings): Settings => canonicalSettings({ ...settings, ...fields });
  const settings = apply(current);
  return { ok: true, settings, changes: changesBetween(current, settings), apply };
}

function changesBetween(before: Settings, after: Settings): ImportChange[] {
  const names = Object.keys(after) as (keyof Settings)[];
  return names
    .filter((path) => JSON.stringify(before[path]) !== JSON.stringify(after[path]))
    .map((path) => ({ path, before: before[path], after: after[path] }));
}

type Placed = (code: ImportProblem['code'], path: PropertyKey[], expected: string) => ImportProblem;

function problemsOf(issue: z.core.$ZodIssue, placed: Placed): ImportProblem[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => placed('shape', [...path, key], ''));
  }
  const [top, field, ...inner] = path;
  if (top === 'kind') return [placed('kind', path, JSON.stringify(FILE_KIND))];
  if (top === 'version') return [placed('version', path, String(SETTINGS_VERSION))];
  if (top === undefined || field === undefined)
    return [placed(top === undefined ? 'kind' : 'shape', path, '{…}')];
  if (issue.code === 'custom')
    return [placed('rule', path, '"example.org" | "*.example.org" | "example.org/path/*"')];
  const expected = EXPECTED[field as keyof Settings];
  return [
    placed(
      'shape',
      path,
      inner.length === 0 ? expected : expected.slice(1, -1).replace(/^…$/, '"…"'),
    ),
  ];
}

function valueAt(value: unknown, path: PropertyKey[]): unknown {
  return path.reduce((inner, step) => (inner as Record<PropertyKey, unknown>)[step], value);
}

const whole = (code: ImportProblem['code'], found: string, expected: string): ImportProblem => ({
  code,
  path: '',
  line: 0,
  column: 0,
  found,
  expected,
});

const refused = (...problems: ImportProblem[]): Imported => ({
  ok: false,
  problems: problems.slice(0, MOST_PROBLEMS),
  more: Math.max(0, problems.length - MOST_PROBLEMS),
});

/** At most 40 characters, controls and halves of pairs made visible. */
function shown(found: string): string {
  const cut = found.length > FOUND_MAX ? `${found.slice(0, FOUND_MAX - 1)}…` : found;
  return cut.replace(
    /[\p{Cc}\p{Cf}\p{Cs}]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
