/** The parts of a policy, how much each may hold, and what can be wrong with it. Data and types. */
import { FILE_BYTES_MAX } from '../dataset/index.ts';
import { FIELDS, partsOf, type Field, type SettingsPolicy } from '../settings/index.ts';

/** The parts that are about settings, as an administrator writes them. */
export const SETTINGS_PARTS = [
  'organisation',
  'defaults',
  'locked',
  'sitesOff',
  'sitesOn',
] as const;
/** The part with whole datasets, each as the text of its file. */
export const DATASETS_PART = 'datasets';

/** All parts. */
export const POLICY_PARTS = [...SETTINGS_PARTS, DATASETS_PART];

/** Longest name of an organisation, in UTF-16 code units: two lines of the narrow popup. */
export const ORGANISATION_MAX = 80;
/** Most that all parts about settings may hold together, in UTF-16 code units: as much as a settings file, because pages read it. */
export const SETTINGS_SIZE_MAX = 512 * 1024;
/** How deep lists and groups may stand in each other; a valid policy has three levels. */
export const DEPTH_MAX = 8;
/** Most datasets. */
export const DATASETS_MAX = 20;
/** Longest text of one dataset, in UTF-16 code units: no text of as many bytes as a file may have is longer. */
export const DATASET_SIZE_MAX = FILE_BYTES_MAX;
/** Most that all datasets may have together, in UTF-16 code units. */
export const DATASETS_SIZE_MAX = 20 * 1024 * 1024;
/** How many problems are told; the rest is counted. */
export const PROBLEMS_MAX = 20;

/**
 * The settings that a policy can set: all of the table but a moment, which is over before a policy is written.
 * @param fields the table of settings
 */
export const settableFields = (
  fields: Readonly<Record<string, Field>> = FIELDS,
): [name: string, field: Field][] =>
  Object.entries(fields).filter(([, { kind }]) => kind !== 'moment');

/**
 * - `part`: not a part of a policy; `setting`: no setting that a policy can set
 * - `group`: not a group of settings; `texts`: not a list of texts
 * - `name`: the organisation's name is empty, too long or has characters that nobody sees
 * - `value`: an invalid value of a setting; `entry`: an invalid entry of a list
 * - `list`: too many entries; `large`: too much text, in one part or in all together
 * - `dataset`: a text that is no dataset that can be used
 */
const PROBLEM_CODES = [
  ...(['part', 'setting', 'group', 'texts', 'name'] as const),
  ...(['value', 'entry', 'list', 'large', 'dataset'] as const),
];

/** What is wrong with a policy, as plain data that can be stored. */
export interface PolicyProblem {
  code: (typeof PROBLEM_CODES)[number];
  /** Where, as an administrator writes it: `locked.theme`, `sitesOff[3]`. */
  place: string;
  /** Name of the setting; empty if it is about none. */
  setting: string;
  /** The wrong value, shortened, or how many entries or code units there are. */
  found: string;
  /** The most that is allowed, for `list` and `large`; otherwise 0. */
  max: number;
}

/** What is wrong with a policy. */
export interface PolicyNews {
  problems: PolicyProblem[];
  /** How many more there are. */
  more: number;
}

/** Key of what is wrong with the policy in the local storage area; a `PolicyNews`, or none. */
export const POLICY_PROBLEMS_KEY = 'policy-problems';

/** What is wrong, as it was stored. Anything else counts as nothing. */
export function readPolicyNews(stored: unknown): PolicyNews {
  const { problems, more } = partsOf(stored);
  if (!Array.isArray(problems) || !problems.every(isProblem)) return { problems: [], more: 0 };
  return { problems, more: typeof more === 'number' ? more : 0 };
}

function isProblem(value: unknown): value is PolicyProblem {
  const { code, place, setting, found, max } = partsOf(value);
  const texts = [place, setting, found];
  const isCode = PROBLEM_CODES.some((known) => known === code);
  return isCode && texts.every((text) => typeof text === 'string') && typeof max === 'number';
}

/** What a policy says. */
export interface ReadPolicy extends PolicyNews {
  /** Undefined if it says nothing about settings, and no name. */
  policy: SettingsPolicy | undefined;
}

/** The whole datasets of a policy. */
export interface ReadDatasets extends PolicyNews {
  texts: string[];
  /** The place of each text in the policy. */
  places: string[];
}

/** The problem of a text that the library did not take. @param problem its first one */
export const refusedDataset = (place: string, problem: string): PolicyProblem => ({
  ...{ code: 'dataset', place, setting: '', max: 0 },
  found: problem.slice(0, DATASET_PROBLEM_MAX),
});

/** Longest sentence about a refused dataset, in UTF-16 code units. */
const DATASET_PROBLEM_MAX = 300;
