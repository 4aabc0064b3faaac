/** How the popup hands the file that a tab shows to the options: through the session's memory, from which the options take it out. */

/** Key in the session area. */
export const FILE_TO_LOOK_AT = 'file-to-look-at';

export interface FileToLookAt {
  name: string;
  text: string;
}

/** @param stored the record under `FILE_TO_LOOK_AT`; undefined if there is none */
export function readFileToLookAt(stored: unknown): FileToLookAt | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const { name, text } = stored as Record<string, unknown>;
  return typeof name === 'string' && typeof text === 'string' ? { name, text } : undefined;
}
