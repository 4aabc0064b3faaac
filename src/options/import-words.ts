/** The problems of a settings file in words, with one whole sentence for each kind of problem. */
import type { MessageKey, Say } from '../locale/index.ts';
import { LIST_MAX, type Field } from '../settings/index.ts';
import {
  FILE_MAX_BYTES,
  FILE_MAX_DEPTH,
  UNKNOWN_MAX,
  type ImportProblem,
} from '../settings/transfer.ts';
import { limitOf } from './field-words.ts';

/** @param words the names of settings, and the strings */
export function sayProblem(
  problem: ImportProblem,
  words: { nameOf: (setting: string) => string; say: Say },
): string {
  const { code, position = { line: 0, column: 0 }, name, field, found } = problem;
  const { nameOf, say } = words;
  const at = [position.line, position.column] as const;
  const setting = field ? `${name} (${nameOf(name)})` : name;
  switch (code) {
    case 'size':
      return say('importSize', Number(found), FILE_MAX_BYTES);
    case 'encoding':
      return say('importEncoding');
    case 'kind':
      return say(found === '' ? 'importKindMissing' : 'importKind', found);
    case 'version':
      return say(found === '' ? 'importVersionMissing' : 'importVersion', found);
    case 'newer':
      return say('importNewer', found);
    case 'shape':
      return say(found === '' ? 'importShapeMissing' : 'importShape', ...at, found);
    case 'outside':
      return say('importOutside', ...at, name);
    case 'syntax':
      return say('importSyntax', ...at, found);
    case 'end':
      return say('importEnd', ...at);
    // A file of settings has no bound on values, so it never has too many.
    case 'many':
    case 'deep':
      return say('importDeep', ...at, FILE_MAX_DEPTH);
    case 'repeated':
      return say('importRepeated', ...at, found);
    case 'reserved':
      return say('importReserved', ...at, found);
    case 'list':
      return say('importList', ...at, setting, Number(found), LIST_MAX);
    case 'unknown':
      return say('importUnknown', ...at, Number(found), UNKNOWN_MAX);
    case 'entry':
      return say(field ? ENTRY_KEYS[field.kind] : 'importEntryText', ...at, setting, found);
    case 'value':
      return say(
        field ? VALUE_KEYS[field.kind] : 'importEntryText',
        ...at,
        setting,
        found,
        limitOf(field, say),
      );
  }
}

const VALUE_KEYS: Record<Field['kind'], MessageKey> = {
  switch: 'importValueSwitch',
  number: 'importValueNumber',
  moment: 'importValueMoment',
  choice: 'importValueChoice',
  names: 'importValueList',
  rules: 'importValueList',
  mentions: 'importValueList',
};
const ENTRY_KEYS: Record<Field['kind'], MessageKey> = {
  ...VALUE_KEYS,
  names: 'importEntryText',
  rules: 'importEntryRule',
  mentions: 'importEntryMention',
};
