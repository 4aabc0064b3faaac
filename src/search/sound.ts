/**
 * The sound of a name: Zelenskyy, Selenskyj and Zelenskij sound the same. It is coarse on purpose, so callers have to be
 * strict in other ways. Folded words in, sounds out.
 */

/** Applied in this order. */
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

/** Sounds of case endings that languages add to a name, the longest first. */
const CASE_ENDING = /(?:[aei]?mi|[eio]ho|[eio]mu|[oe]vi|ieva|iem|[aeio]m|ov|in|[aei]s|[aeious])$/;
/** Shortest stem, in characters. */
const STEM_MIN = 4;

/** @param key a folded word */
export function soundOf(key: string): string {
  return SAME_SOUNDS.reduce((sound, [spelling, letter]) => sound.replace(spelling, letter), key);
}

/** @returns the sound without its case ending; undefined if it has none or the stem is too short */
export function uninflected(sound: string): string | undefined {
  const stem = sound.replace(CASE_ENDING, '');
  return stem.length < STEM_MIN || stem === sound ? undefined : stem;
}

/** Whether a name is the stem, with at most two vowels that a case ending replaces. */
export function isStemOf(stem: string, sound: string): boolean {
  return sound.startsWith(stem) && /^[aeio]{0,2}$/.test(sound.slice(stem.length));
}
