/**
 * What is left of a name when spellings that stand for the same sound are one: Zelenskyy, Selenskyj and
 * Zelenskij. Coarse on purpose; who uses it has to be strict elsewhere. Folded words in and out.
 */

/** In this order; each leaves plain letters for the next. */
const SAME_SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/s(?:ch|z|h)|[cz]h|[ct]z|z/g, 's'],
  [/ts/g, 's'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/kh|g/g, 'h'],
  [/c(?=[eiy])/g, 's'],
  [/ck?|q/g, 'k'],
  [/x/g, 'ks'],
  [/w/g, 'v'],
  [/[jy]/g, 'i'],
  [/ou/g, 'u'],
  [/^au/g, 'o'],
  [/(.)\1+/g, '$1'],
];

/** Endings of cases that languages put on a name, as they sound; the longest first. */
const CASE_ENDING = /(?:[aei]?mi|[eio]ho|[eio]mu|[oe]vi|ieva|iem|[aeio]m|ov|in|[aei]s|[aeious])$/;
/** What has to be left, in characters. */
const STEM_MIN = 4;

/** @param key a folded word */
export function soundOf(key: string): string {
  return SAME_SOUNDS.reduce((sound, [spelling, letter]) => sound.replace(spelling, letter), key);
}

/** @returns the sound without the ending of a case; undefined where too little would be left */
export function uninflected(sound: string): string | undefined {
  const stem = sound.replace(CASE_ENDING, '');
  return stem.length < STEM_MIN || stem === sound ? undefined : stem;
}

/** Whether a name is the stem with at most the vowels that the case took away. */
export function isStemOf(stem: string, sound: string): boolean {
  return sound.startsWith(stem) && /^[aeio]{0,2}$/.test(sound.slice(stem.length));
}
