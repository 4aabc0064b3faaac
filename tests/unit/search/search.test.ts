import { knowledge, searchTerms } from 'virtual:dataset';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readKnowledge, readSearchTerms } from '../../../src/dataset/index.ts';
import { createSearch, snippetOf } from '../../../src/search/index.ts';

const search = createSearch(readKnowledge(knowledge), { terms: readSearchTerms(searchTerms) });
const found = (query: string): string[] => search(query).map(({ entityId }) => entityId);

const BLINKEN = 'antony-blinken';
const LAMMY = 'david-lammy';
const ZELENSKYY = 'volodymyr-zelenskyy';
const STORM_SHADOW = 'storm-shadow';
const INTERCEPTION = 'nato-interception';

describe('the first result', () => {
  test.each([
    ['Blinken', BLINKEN],
    ['blinken', BLINKEN],
    ['BLINKEN’S', BLINKEN],
    ['antony', BLINKEN],
    ['bli', BLINKEN],
    ['blikn', BLINKEN],
    ['Blinkne', BLINKEN],
    ['us secretary of state', BLINKEN],
    ['critical moment', BLINKEN],
    ['David Lammy', LAMMY],
    ['lammy david', LAMMY],
    ['UK foreign secretary', LAMMY],
    ['Zelenskyy', ZELENSKYY],
    ['Zelensky', ZELENSKYY],
    ['Zelenskí', ZELENSKYY],
    ['Selenskyj', ZELENSKYY],
    ['zelenksy', ZELENSKYY],
    ['wladimir', ZELENSKYY],
    ['president of Ukraine', ZELENSKYY],
    ['victory plan', 'victory-plan'],
    ['fath 360', 'fath-360'],
    ['biden', 'joe-biden'],
    ['storm shadow', STORM_SHADOW],
    ['storm-shadow', STORM_SHADOW],
    ['stormshadow', STORM_SHADOW],
    ['shad', STORM_SHADOW],
    ['british misile', STORM_SHADOW],
    ['nato', 'nato'],
    ['nato interception', INTERCEPTION],
    ['interceptoin', INTERCEPTION],
    ['Stoltenberg', 'jens-stoltenberg'],
    ['radoslaw sikorski', 'radoslaw-sikorski'],
    ['RADOSŁAW', 'radoslaw-sikorski'],
    ['eastern flank', INTERCEPTION],
    ['drones', INTERCEPTION],
  ])('for "%s" is %s', (query, entityId) => {
    expect(found(query)[0]).toBe(entityId);
  });
});

describe('nothing is found', () => {
  test.each([
    '',
    '   ',
    '…',
    'qwertz',
    'blinken qwertz',
    'lasagne',
    'xx',
    '🙂',
    '*',
    '0',
    'zzzzzz',
  ])('for "%s"', (query) => {
    expect(found(query)).toEqual([]);
  });
});

describe('the ranks', () => {
  test('put a name before a mention in a fact', () => {
    expect(found('blinken')[0]).toBe(BLINKEN);
    expect(found('blinken')).toContain(ZELENSKYY);
  });

  test('list everyone of whom a fact speaks', () => {
    expect(found('iran')).toEqual(expect.arrayContaining(['iran', 'fath-360', LAMMY]));
  });
});

describe('the matched text', () => {
  const matchOf = (query: string) => {
    const matched = search(query)[0]?.matched;
    const words = matched?.ranges.map(([start, end]) => matched.text.slice(start, end));
    return { field: matched?.field, text: matched?.text, words };
  };

  test.each([
    ['blinken', 'name', ['Blinken']],
    ['selensk', 'name', ['Selenskyj']],
    ['battlefield', 'fact', ['battlefield']],
    ['financial times', 'speaker', ['Financial', 'Times']],
    ['stoltenberg', 'name', ['Stoltenberg']],
    ['secretary of state', 'role', ['Secretary', 'of', 'State']],
  ])('of "%s" is a %s with %j', (query, field, words) => {
    expect(matchOf(query)).toMatchObject({ field, words });
  });
});

test('any query is answered without an error, with ranges inside of the text, each entity once', () => {
  const words = fc.constantFrom('blinken', 'storm', 'the', 'of', 'zelensk', 'ł', '’s', 'x');
  const query = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(words).map((all) => all.join(' ')),
  );
  fc.assert(
    fc.property(query, (typed) => {
      const results = search(typed);
      expect(new Set(results.map(({ entityId }) => entityId)).size).toBe(results.length);
      for (const { matched } of results) {
        let last = 0;
        expect(matched.ranges.length).toBeGreaterThan(0);
        for (const [start, end] of matched.ranges) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(matched.text.length);
      }
    }),
  );
});

test('case and accents change nothing', () => {
  const names = fc.constantFrom('Zelenskyy', 'Storm Shadow', 'Radosław Sikorski', 'NATO', 'Lammy');
  fc.assert(
    fc.property(names, fc.integer({ min: 1, max: 20 }), (name, length) => {
      const typed = name.slice(0, length).trim();
      const accented = typed.replace(/[aeiou]/g, '$&\u0301').normalize('NFC');
      expect(found(typed.toUpperCase())).toEqual(found(typed));
      expect(found(accented)).toEqual(found(typed));
    }),
  );
});

describe('a snippet', () => {
  const long = `${'before '.repeat(30)}missile${' after'.repeat(30)}`;
  const at = long.indexOf('missile');

  test('leaves a short text as it is', () => {
    const short = { text: 'Storm Shadow', ranges: [[0, 5]] as const };
    expect(snippetOf({ ...short, ranges: [...short.ranges] }, 100).text).toBe('Storm Shadow');
  });

  test('keeps the found word and says where it was cut', () => {
    const snippet = snippetOf({ text: long, ranges: [[at, at + 7]] }, 60);
    const [start = 0, end = 0] = snippet.ranges[0] ?? [];
    expect(snippet.text.slice(start, end)).toBe('missile');
    expect(snippet.text).toMatch(/^…before .* after…$/);
    expect(snippet.text.length).toBeLessThanOrEqual(62);
  });

  test('keeps the first found word of any text at any place', () => {
    const texts = fc.array(fc.string({ minLength: 1, maxLength: 12 }), { minLength: 1 });
    fc.assert(
      fc.property(texts, fc.nat(), fc.integer({ min: 40, max: 120 }), (parts, pick, limit) => {
        const before = parts.slice(0, pick % parts.length).join(' ');
        const start = before.length > 0 ? before.length + 1 : 0;
        const word = parts[pick % parts.length] ?? '';
        const text = parts.join(' ');
        const snippet = snippetOf({ text, ranges: [[start, start + word.length]] }, limit);
        expect(snippet.text.length).toBeLessThanOrEqual(limit + 2);
        const [from, to] = snippet.ranges[0] ?? [];
        expect(snippet.text.slice(from, to)).toBe(word);
      }),
    );
  });
});
