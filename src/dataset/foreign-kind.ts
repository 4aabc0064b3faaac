/** Files that are something else, told by their first bytes: people drop the wrong one. */

const KINDS: readonly [start: readonly number[], what: string][] = [
  [[0x89, 0x50, 0x4e, 0x47], 'a picture (PNG)'],
  [[0xff, 0xd8, 0xff], 'a picture (JPEG)'],
  [[0x47, 0x49, 0x46, 0x38], 'a picture (GIF)'],
  [[0x52, 0x49, 0x46, 0x46], 'a picture, sound or film (RIFF)'],
  [[0x50, 0x4b, 0x03, 0x04], 'a zip archive'],
  [[0x50, 0x4b, 0x05, 0x06], 'an empty zip archive'],
  [[0x1f, 0x8b], 'a packed file (gzip)'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF document'],
];

/** @returns what the file is, if it begins like one of the kinds that people drop by mistake */
export function foreignKind(bytes: Uint8Array): string | undefined {
  return KINDS.find(([start]) => start.every((byte, at) => bytes[at] === byte))?.[1];
}
