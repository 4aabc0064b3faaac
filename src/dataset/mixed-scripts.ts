/** Words whose letters come from two scripts and look like one: "Вlinken" with a Cyrillic letter. Knows names as text. */

/** Cyrillic and Greek letters, and the Latin ones that look the same (from Unicode's confusables, UTS #39). */
const ALIKE: Record<string, string> = Object.fromEntries(
  (
    'аa еe оo рp сc уy хx іi јj ѕs һh ԁd ԛq ԝw ӏl ѵv ԍg АA ВB ЕE ЅS ІI ЈJ КK МM НH ОO РP СC ТT УY ХX ԌG ԚQ ԜW ' +
    'οo αa νv ιi κk ρp υu ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX'
  )
    .split(' ')
    .map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);
const LATIN_ALIKE = Object.fromEntries(
  Object.entries(ALIKE)
    .filter(([letter]) => /\p{Script=Cyrillic}/u.test(letter))
    .map(([letter, latin]) => [latin, letter]),
);

/** A word that mixes scripts, and how it is most likely meant. */
export interface MixedWord {
  written: string;
  /** The letters that are not of the script that most of the word has, with their codes: `е (U+0435)`. */
  strangers: string[];
  /** With the letters that look the same in that script. */
  meant: string;
}

/** @returns the words of a name that mix Latin letters with Cyrillic or Greek ones */
export function mixedWords(name: string): MixedWord[] {
  return (name.match(/[\p{L}\p{M}]+/gu) ?? []).flatMap((written) => {
    const letters = Array.from(written);
    const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter));
    const others = letters.filter((letter) =>
      /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(letter),
    );
    if (latin.length === 0 || others.length === 0) return [];
    const isLatin = latin.length >= others.length;
    const table = isLatin ? ALIKE : LATIN_ALIKE;
    const strangers = [...new Set(isLatin ? others : latin)].map(
      (letter) =>
        `${letter} (U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`,
    );
    return [
      { written, strangers, meant: letters.map((letter) => table[letter] ?? letter).join('') },
    ];
  });
}
