/** Checks the value of one setting that somebody wrote: in a settings file, or in an organisation's policy. Uses zod. Pure. */
import { LIST_MAX } from './fields.ts';
import { fieldSchema } from './schema.ts';
import { SHAPE, type Shape } from './settings.ts';

export interface FieldProblem {
  /** `value`: an invalid value; `entry`: an invalid entry of a list; `list`: more than `LIST_MAX` entries, which were not looked at. */
  code: 'value' | 'entry' | 'list';
  /** Where in the value; the index of the entry first. */
  path: PropertyKey[];
  /** The wrong value or entry, or the number of entries. */
  found: unknown;
}

/** @returns the value in the form that is stored; as it is for a name that the shape does not know */
export function checkField(
  name: string,
  value: unknown,
  shape: Shape = SHAPE,
): { value: unknown; problems: FieldProblem[] } {
  if (Array.isArray(value) && value.length > LIST_MAX) {
    return { value, problems: [{ code: 'list', path: [], found: value.length }] };
  }
  const read = fieldSchema(shape, name)?.safeParse(value);
  if (!read) return { value, problems: [] };
  if (read.success) return { value: read.data, problems: [] };
  // One problem for each entry is enough: the first of it.
  const wrong = new Map(read.error.issues.toReversed().map(({ path }) => [path[0], path]));
  const problems = [...wrong].toReversed().map(([index, path]): FieldProblem => {
    const isEntry = typeof index === 'number' && Array.isArray(value);
    return isEntry
      ? { code: 'entry', path, found: value[index] as unknown }
      : { code: 'value', path, found: value };
  });
  return { value, problems };
}
