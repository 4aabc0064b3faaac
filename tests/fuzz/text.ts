/** Text for the detector: scraps of names and ideas with everything that stands in their way, and cases of the corpus. */
import fc from 'fast-check';
import { readCorpus } from '../../src/cli/evaluate.ts';
import { nearly } from './target.ts';

/** Scraps that names and ideas are made of, and everything that stands in their way. */
export const SCRAPS = (
  'Blinken|Antony |Lammy|David\u00a0|Zelens|kyy|Storm| Shadow|storm shadow |NATO |shoot down |Russian |missiles|drone|' +
  ". | |’s|'s|-|\u00ad|\u200b|\n|\n\n|by Poland |Ukraine |\ud835|\udc01|\u202e|#|@|#StormShadow|_|Igor Zelensky, |" +
  'Зеленськ|ого|Блинкен|ом |ракет|и |збивати |布林肯|泽连斯基|ゼレンスキー|・|젤렌스키|는 |토니 블링컨|스톰 섀도|ᄌ|ᅦᆯ|ᆫ|بلينكن|و|לזלנסקי|𝐁linken|Ｌａｍｍｙ|' +
  'PresidentZelensky|David Lammylast|told reporters |เซเลนสกี|โวโลดีมีร์ |জেলেনস্কি|র |ஜெலென்ஸ்கி|zelensky |@|& |© |' +
  'e\u0301|Z\u030celenskyj|Marschflug|körper|abgeschossen|The ninja |clam|my|Olena |Zelenska|😀|🇺🇦'
).split('|');

/** Accents and characters that change no word. */
const MARKS = ['\u0301', '\u00ad', '\u200b', '\u200d', '\ufe0f', '\u2060'];

/** Texts of the corpus. */
export const CORPUS_TEXTS: readonly string[] = readCorpus().map(({ text }) => text);

const scrap = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...SCRAPS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
  { weight: 1, arbitrary: fc.constantFrom(...CORPUS_TEXTS) },
);

/** Any text, of which much looks like news. */
export const someText: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.array(scrap, { maxLength: 25 }).map((scraps) => scraps.join('')),
  },
  {
    weight: 2,
    arbitrary: nearly(fc.constantFrom(...CORPUS_TEXTS), [...MARKS, ...MARKS, ...SCRAPS]),
  },
);

/** Text without the signs that take words apart or join them, which a naive search does not know. */
export const plainText: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...SCRAPS.filter((each) => !/[#@_\u200b]/.test(each))), { maxLength: 20 })
  .map((scraps) => scraps.join(''));

/** Lengths of the chunks in which a page hands a text over; the rest is the last one. */
export const someCuts: fc.Arbitrary<number[]> = fc.array(fc.nat(40), { maxLength: 8 });

/** The chunks of a text. */
export function chunksOf(text: string, cuts: readonly number[]): string[] {
  const chunks: string[] = [];
  let rest = text;
  for (const length of cuts) {
    chunks.push(rest.slice(0, length));
    rest = rest.slice(length);
  }
  return [...chunks, rest];
}
