/** Finds the names in the sample sentence, and paints the one in use. Knows the sentence, not its card. */
import type { EntityProfile } from '../dataset/index.ts';
import { paint, rangesOf } from '../options/painted.ts';
import type { SampleMention } from '../reader/sample-session.ts';

/** The mentions in an element whose text has the names of entities as the dataset writes them. */
export function findSample(
  element: Element,
  entities: readonly EntityProfile[],
): readonly SampleMention[] {
  const ids = new Map(entities.map(({ name, id }) => [name, id]));
  return rangesOf(element, [...ids.keys()]).map(({ name, range }) => ({
    entity: ids.get(name) ?? name,
    range,
  }));
}

/** @returns paints a span as the mention in use, in place of the one before */
export function createActivePaint(): (range: StaticRange | undefined) => void {
  /** Owned by the function that is returned. */
  let remove = (): void => undefined;
  return (range) => {
    remove();
    remove = range ? paint([range], 'active') : () => undefined;
  };
}
