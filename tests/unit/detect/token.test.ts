/** How a text becomes words. Each line is a case: a text, and its words; `^` stands before what may be a name, `#` before what is in a tag. */
import { describe, expect, test } from 'vitest';
import { foldPhrase, tokenize } from '../../../src/detect/token.ts';

const wordsOf = (text: string): string =>
  tokenize(text)
    .map(({ word, capital, inTag }) => `${capital ? '^' : ''}${inTag ? '#' : ''}${word}`)
    .join(' ');

describe('the words of a text', () => {
  test.each([
    // Scripts without spaces, beside others.
    ['Blinkenが来た', '^blinken ^か ^来 ^た'],
    ['ブリンケンは来る', '^フリンケン ^は ^来 ^る'],
    ['NATO가 왔다', '^nato ^가 ^왔다'],
    ['NATO是', '^nato ^是'],
    ['ゼレンスキー氏', '^セレンスキー ^氏'],
    ['ｾﾞﾚﾝｽｷｰ', '^セレンスキー'],
    ['日々', '^日 ^々'],
    ['ไทย', '^ไ ^ท ^ย'],
    ['ລາວ', '^ລ ^າ ^ວ'],
    ['ខ្មែរ', '^ខ ^្ ^ម ^ែ ^រ'],
    ['မာ', '^မ ^ာ'],
    ['블링컨'.normalize('NFD'), '^블링컨'],
    // Tags and lost spaces.
    ['#StandWithZelensky', '^#stand ^#with ^#zelensky'],
    ['@John_Lammy met', '^#john ^#lammy met'],
    ['#a-B', '#a ^b'],
    ['#Lammy2024Now', '^#lammy ^#2024 ^#now'],
    ['#4Lammy', '^#4 ^#lammy'],
    ['#LAMMYnow', '^#lammynow'],
    ['мир#МирЛамми', 'мир ^#мир ^#ламми'],
    ['StandWithZelensky', '^standwithzelensky'],
    ['then\u200bBlinken', 'then ^blinken'],
    ['then\u200bblinken', 'thenblinken'],
    // Letters and signs.
    ['Żółć Đà Øre', '^zolc ^da ^ore'],
    ['İstanbul ısı', '^istanbul isi'],
    ['Straße', '^straße'],
    ['ς σ', 'σ σ'],
    ['کی كي ى', '^كي ^كي ^ي'],
    ['قـال', '^قال'],
    ['Հայ՛', '^հայ'],
    ['Ze\u00adlen\u2060sky', '^zelensky'],
    ['ＢＬＩＮＫＥＮ', '^blinken'],
    ['𝐁𝐥𝐢𝐧𝐤𝐞𝐧', '^blinken'],
    ['½ Ⅻ №5', '^1 ^x ^n5'],
    ['Lammy² H₂O', '^lammy ^h ^o'],
    ['Lammy🎉Blinken', '^lammy ^blinken'],
    ['x\ud800y', 'x y'],
    ['é É 4 中 ع ა Ა', 'e ^e ^4 ^中 ^ع ^ა ^ა'],
    ['', ''],
  ])('%s', (text, words) => {
    expect(wordsOf(text)).toBe(words);
  });

  test('of a letter beyond the first 65,536 are no words of a dataset', () => {
    const [word] = tokenize('𐐀𐐁');
    expect(word).toMatchObject({ word: '\ue000\ue000', start: 0, end: 4 });
  });
});

test.each([
  ["a’b‘c`d´e＇fʼg'h", "'"],
  ['a–b—c‐d‑e－f-g', '-'],
  ['a・b‧c•d·e', '·'],
  ['a \n\t b\u00a0c\u3000\r\nd\u2028e', ' '],
  ['a…b', '…'],
])('between the words of %j stands the same', (text, gap) => {
  const [first, ...others] = tokenize(text);
  expect(first?.word).toBe('a');
  expect(others.length).toBeGreaterThan(0);
  for (const token of others) expect([token.gap, token.word.length]).toEqual([gap, 1]);
});

/** Accents belong to the word before them, and signs that nobody sees do not. */
test.each([
  ['Zelensky\u0301 x', 'Zelensky\u0301'],
  ['(Zelenský)', 'Zelenský'],
  ['Lammy\u200b x', 'Lammy'],
  ['\u0301Lammy', 'Lammy'],
  ['ｾﾞﾚﾝｽｷｰ', 'ｾﾞﾚﾝｽｷｰ'],
  ['\u00adLammy\u00ad’s', 'Lammy'],
  [' 🎉𝐋𝐚𝐦𝐦𝐲 ', '𝐋𝐚𝐦𝐦𝐲'],
])('the first word of %j stands at %j', (text, surface) => {
  const [{ start, end } = { start: 0, end: 0 }] = tokenize(text);
  expect(text.slice(start, end)).toBe(surface);
});

test.each([
  ['Storm  Shadow', 'storm shadow'],
  ['Zelens’kyi', 'zelens kyi'],
  ['shot* down', 'shot* down'],
  ['!shot … down', '!shot … down'],
  ['*ssa', '*ssa'],
  ['!*ssa', '!*ssa'],
  ['Élysée*', 'elysee*'],
  ['New-York*', 'new york*'],
  ['a …… b', 'a …… b'],
])('the phrase %s is folded to %s', (phrase, folded) => {
  expect(foldPhrase(phrase)).toBe(folded);
});
