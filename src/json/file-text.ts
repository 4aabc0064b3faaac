/** The bytes of a file as text: UTF-8, or UTF-16 with its mark. Pure. */

export type FileText = { text: string } | { unreadable: 'UTF-16' | 'bytes' };

/** Never guesses: what is not certainly text is refused. */
export function textOfFile(bytes: Uint8Array): FileText {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : 'utf-8';
  try {
    // Takes the mark away.
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    // Text of plain letters in UTF-16 without its mark is valid UTF-8 full of NULs.
    return text.includes('\0') ? { unreadable: 'UTF-16' } : { text };
  } catch {
    return { unreadable: encoding === 'utf-8' ? 'bytes' : 'UTF-16' };
  }
}
