/**
 * Reads a policy as the browser hands it over: any JSON. Each part that is valid counts; what is wrong is told with its place. Total,
 * in linear time, and it looks at no more than the caps allow. Pure; the background follows the policy, settings/ applies it.
 */
import { checkField } from '../settings/check-field.ts';
import { LIST_MAX, partsOf, type Settings, type SettingsPolicy } from '../settings/index.ts';
import {
  DATASET_SIZE_MAX,
  DATASETS_MAX,
  DATASETS_PART,
  DATASETS_SIZE_MAX,
  DEPTH_MAX,
  ORGANISATION_MAX,
  PROBLEMS_MAX,
  settableFields,
  SETTINGS_PARTS,
  SETTINGS_SIZE_MAX,
  type PolicyNews,
  type PolicyProblem,
  type ReadDatasets,
  type ReadPolicy,
} from './policy-parts.ts';

/** Characters that nobody sees, or that turn the text around them: control characters, halves of pairs, marks of direction. */
const UNSEEN = /[\p{Cc}\p{Cs}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;
/** How much of a wrong value is told, in UTF-16 code units. */
const FOUND_MAX = 40;

type Tell = (problem: Pick<PolicyProblem, 'code' | 'place'> & Partial<PolicyProblem>) => void;

/** Reads the parts about settings. @param given by the names of parts; datasets are not looked at */
export function readPolicy(given: unknown): ReadPolicy {
  const { news, tell } = teller();
  const parts = new Map(Object.entries(partsOf(given)));
  for (const name of parts.keys()) {
    const isPart = SETTINGS_PARTS.some((part) => part === name) || name === DATASETS_PART;
    if (!isPart) tell({ code: 'part', place: cut(name) });
  }
  let room = SETTINGS_SIZE_MAX;
  /** A part, or undefined if it is missing or too large. */
  const partOf = (name: (typeof SETTINGS_PARTS)[number]): unknown => {
    const left = roomAfter(parts.get(name), room);
    if (left === undefined) tell({ code: 'large', place: name, max: SETTINGS_SIZE_MAX });
    else room = left;
    return left === undefined ? undefined : parts.get(name);
  };
  const policy: SettingsPolicy = {
    organisation: readName(partOf('organisation'), tell),
    locked: readGroup('locked', partOf('locked'), tell),
    defaults: readGroup('defaults', partOf('defaults'), tell),
    sitesOff: readRules('sitesOff', partOf('sitesOff'), tell),
    sitesOn: readRules('sitesOn', partOf('sitesOn'), tell),
  };
  return { policy: saysSomething(policy) ? policy : undefined, ...news };
}

/** Reads the whole datasets. Their texts are not looked at, but counted. @param given the part of the policy */
export function readPolicyDatasets(given: unknown): ReadDatasets {
  const { news, tell } = teller();
  const [texts, places]: [string[], string[]] = [[], []];
  const at = { place: DATASETS_PART };
  if (given === undefined) {
    // Nothing to read.
  } else if (!Array.isArray(given)) {
    tell({ code: 'texts', ...at, found: shown(given) });
  } else if (given.length > DATASETS_MAX) {
    tell({ code: 'list', ...at, found: String(given.length), max: DATASETS_MAX });
  } else {
    let room = DATASETS_SIZE_MAX;
    for (const [index, text] of given.entries()) {
      const place = `${DATASETS_PART}[${index}]`;
      if (typeof text !== 'string') {
        tell({ code: 'texts', place, found: shown(text) });
      } else if (text.length > DATASET_SIZE_MAX || text.length > room) {
        const max = text.length > DATASET_SIZE_MAX ? DATASET_SIZE_MAX : DATASETS_SIZE_MAX;
        tell({ code: 'large', place, found: String(text.length), max });
      } else {
        room -= text.length;
        texts.push(text);
        places.push(place);
      }
    }
  }
  return { texts, places, ...news };
}

function teller(): { news: PolicyNews; tell: Tell } {
  const news: PolicyNews = { problems: [], more: 0 };
  return {
    news,
    tell(problem) {
      if (news.problems.length === PROBLEMS_MAX) news.more++;
      else news.problems.push({ setting: '', found: '', max: 0, ...problem });
    },
  };
}

const saysSomething = ({ organisation, defaults, locked, sitesOff, sitesOn }: SettingsPolicy) =>
  organisation !== '' ||
  [defaults, locked, sitesOff, sitesOn].some((part) => Object.keys(part).length > 0);

function readName(given: unknown, tell: Tell): string {
  if (given === undefined) return '';
  const name = typeof given === 'string' ? given.trim() : '';
  if (name !== '' && name.length <= ORGANISATION_MAX && !UNSEEN.test(name)) return name;
  tell({ code: 'name', place: 'organisation', found: shown(given), max: ORGANISATION_MAX });
  return '';
}

/** Reads a group of settings: each valid one counts. */
function readGroup(part: 'defaults' | 'locked', given: unknown, tell: Tell): Partial<Settings> {
  if (given === undefined) return {};
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    tell({ code: 'group', place: part, found: shown(given) });
    return {};
  }
  const settable = new Map(settableFields());
  const read: [string, unknown][] = [];
  for (const [name, value] of Object.entries(given)) {
    const field = settable.get(name);
    if (field) read.push(...readSetting(name, value, `${part}.${name}`, tell));
    else tell({ code: 'setting', place: `${part}.${cut(name)}` });
  }
  return Object.fromEntries(read);
}

/** @returns no entry for a value that cannot be used; of a list, the entries that can */
function readSetting(name: string, given: unknown, place: string, tell: Tell): [string, unknown][] {
  const checked = checkField(name, given);
  for (const { code, path, found } of checked.problems) {
    const [index] = path;
    const where = code === 'entry' ? `${place}[${String(index)}]` : place;
    const isList = code === 'list';
    tell({
      ...{ code, place: where, setting: name },
      ...(isList ? { found: String(found), max: LIST_MAX } : { found: shown(found) }),
    });
  }
  if (checked.problems.length === 0) return [[name, checked.value]];
  if (!Array.isArray(given) || checked.problems.some(({ code }) => code !== 'entry')) return [];
  const wrong = new Set(checked.problems.map(({ path }) => path[0]));
  const left = given.filter((_, index) => !wrong.has(index));
  return [[name, checkField(name, left).value]];
}

function readRules(list: 'sitesOff' | 'sitesOn', given: unknown, tell: Tell): string[] {
  if (given === undefined) return [];
  const [[, rules] = []] = readSetting(list, given, list, tell);
  return Array.isArray(rules) ? (rules as string[]) : [];
}

/** How much room a value leaves; undefined if it has too much text, or is nested too deeply. Looks at no more than there is room. */
function roomAfter(value: unknown, room: number): number | undefined {
  let left = room;
  const waiting: { value: unknown; depth: number }[] = [{ value, depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value: part, depth } = next;
    left -= 1;
    if (typeof part === 'string') left -= part.length;
    else if (typeof part === 'object' && part !== null) {
      if (depth === DEPTH_MAX) return undefined;
      for (const name in part) {
        left -= Array.isArray(part) ? 1 : name.length + 1;
        if (left < 0) return undefined;
        waiting.push({ value: (part as Record<string, unknown>)[name], depth: depth + 1 });
      }
    }
    if (left < 0) return undefined;
  }
  return left;
}

/** A wrong value in short. What is inside of lists and objects is not shown, because it may be deep. */
function shown(value: unknown): string {
  if (typeof value === 'string') return cut(JSON.stringify(value.slice(0, FOUND_MAX)));
  if (Array.isArray(value)) return '[…]';
  return typeof value === 'object' && value !== null ? '{…}' : cut(String(value));
}

/** At most 40 characters, with visible codes for those that nobody sees. */
function cut(text: string): string {
  const short = text.length > FOUND_MAX ? `${text.slice(0, FOUND_MAX - 1)}…` : text;
  return short.replace(
    /[\p{Cc}\p{Cf}\p{Cs}]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
