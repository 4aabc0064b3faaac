/** How people read a key. Pure, and free of zod. */

/** As many digits as a person compares; 80 bits, which nobody finds a second key for by trying. */
const DIGITS = 20;

/** The first digits of a public key in groups: "3F2A 91C0 7B1D 44E8 A0C2". @param key in hexadecimal */
export const shortKey = (key: string): string =>
  (key.slice(0, DIGITS).toUpperCase().match(/.{4}/g) ?? []).join(' ');
