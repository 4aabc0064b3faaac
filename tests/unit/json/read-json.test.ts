import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readJson, textOfFile, type JsonPath, type JsonProblem } from '../../../src/json/index.ts';
import { workOf } from './work.ts';
import { WORST_CASES } from './worst-cases.ts';

describe('any text', () => {
  test('is read as JSON.parse does, or refused where it throws', () => {
    const nearly = fc.oneof(
      fc.json({ maxDepth: 5 }),
      fc.string(),
      fc
        .tuple(
          fc.json({ maxDepth: 3 }),
          fc.nat(),
          fc.constantFrom(',', '"', '}', '1', 'e', '-', '\\', ' ', '0', '.', '/', '\u00a0', '\t'),
        )
        .map(([json, at, more]) => {
          const where = at % (json.length + 1);
          return json.slice(0, where) + more + json.slice(where);
        }),
    );
    fc.assert(
      fc.property(nearly, (text) => {
        const read = readJson(text, 100);
        let value: unknown;
        try {
          value = JSON.parse(text);
        } catch {
          expect(read).toHaveProperty('problem');
          return;
        }
        if ('problem' in read) expect(read.problem.code).toMatch(/repeated|reserved/);
        else expect(read.document.value).toEqual(value);
      }),
      { numRuns: 5000 },
    );
  });

  test('whose value is printed in lines is read again, and each part is found where it was printed', () => {
    const value = fc
      .jsonValue({ maxDepth: 4 })
      .map((json) => JSON.parse(JSON.stringify(json)) as unknown);
    fc.assert(
      fc.property(value, fc.constantFrom('\n', '\r\n', '\r'), (json: unknown, end) => {
        const { text, places } = printed(json, end);
        const read = readJson(text, 100);
        if ('problem' in read) {
          expect(read.problem.code).toBe('reserved');
          return;
        }
        for (const [path, line] of places) {
          expect(read.document.positionOf(path)).toEqual({ line, column: 1 });
        }
        expect(read.document.value).toEqual(json);
      }),
      { numRuns: 1000 },
    );
  });
});

/** JSON with every value at the start of a line of its own, and the line of each. */
function printed(json: unknown, end: string): { text: string; places: [JsonPath, number][] } {
  const places: [JsonPath, number][] = [];
  let line = 1;
  const print = (value: unknown, path: JsonPath): string => {
    places.push([path, line]);
    if (typeof value !== 'object' || value === null) return JSON.stringify(value);
    const isList = Array.isArray(value);
    const parts = Object.entries(value).map(([name, inner]) => {
      line++;
      const step = isList ? Number(name) : name;
      return `${isList ? '' : `${JSON.stringify(name)}:`}${end}${print(inner, [...path, step])}`;
    });
    return isList ? `[${parts.join()}]` : `{${parts.join()}}`;
  };
  return { text: print(json, []), places };
}

describe('a text is refused at its first problem', () => {
  test.each<[string, string, JsonProblem['code'], [line: number, column: number, found: string]]>([
    ['nothing', '', 'end', [1, 1, '']],
    ['white space alone', ' \n ', 'end', [2, 2, '']],
    ['no JSON', 'hello', 'syntax', [1, 1, 'hello']],
    ['a comma before the end', '{\n"on": true,\n}', 'syntax', [3, 1, '}']],
    ['a comma missing', '{"on": true\n"off": 1}', 'syntax', [2, 1, '"off"']],
    ['a comma before the end of a list', '[1,]', 'syntax', [1, 4, ']']],
    ['a name twice', '{"on": true,\r\n  "on": false}', 'repeated', [2, 3, 'on']],
    ['a name twice in disguise', '{"on": 1, "\\u006fn": 2}', 'repeated', [1, 11, 'on']],
    ['a reserved name', '{"__proto__": {}}', 'reserved', [1, 2, '__proto__']],
    ['a reserved name in disguise', '{"\\u005f_proto__": {}}', 'reserved', [1, 2, '__proto__']],
    ['more after the end', '{}\nx', 'syntax', [2, 1, 'x']],
    ['a comment', '{} // mine', 'syntax', [1, 4, '// mine']],
    ['single quotes', "{'kind': 1}", 'syntax', [1, 2, "'kind'"]],
    ['a bare name', '{kind: 1}', 'syntax', [1, 2, 'kind']],
    ['a line break in a text', '{"kind": "a\nb"}', 'syntax', [1, 10, '"a']],
    ['a text without an end', '{"kind": "a', 'syntax', [1, 10, '"a']],
    ['a number of another kind', '[0x10]', 'syntax', [1, 3, 'x10']],
    ['an object without an end', '{"a": [1, 2', 'end', [1, 12, '']],
    ['many levels', '[\n'.repeat(100_000), 'deep', [9, 1, '[']],
    ['many levels of objects', '{"a":\n'.repeat(100_000), 'deep', [9, 1, '{']],
  ])('%s', (_, text, code, [line, column, found]) => {
    expect(readJson(text, 8)).toEqual({ problem: { code, position: { line, column }, found } });
  });
});

test('a text with more values than allowed is refused at the first of them', () => {
  expect(readJson('[1, {"a": 2}]', 8, 4)).toHaveProperty('document');
  expect(readJson('[1, {"a": 2}]', 8, 3)).toEqual({
    problem: { code: 'many', position: { line: 1, column: 11 }, found: '3' },
  });
});

test('a value that is not in the text stands where the innermost value around it stands', () => {
  const read = readJson('{\n"a": [\n{"b": 1}\n]}', 8);
  if ('problem' in read) throw new Error('Refused.');
  const { positionOf } = read.document;
  expect(positionOf(['a', 0, 'b'])).toEqual({ line: 3, column: 7 });
  expect(positionOf(['a', 0, 'c', 'd'])).toEqual({ line: 3, column: 1 });
  expect(positionOf(['a', 7])).toEqual({ line: 2, column: 6 });
  expect(positionOf(['constructor', 'name'])).toEqual({ line: 1, column: 1 });
});

test.each(Object.entries(WORST_CASES))('%s take work that grows with the length', (_, text) => {
  const work = (length: number): number => {
    const long = text(length);
    return workOf(() => {
      const read = readJson(long, 8);
      if ('document' in read) for (let n = 0; n < 20; n++) read.document.positionOf([n]);
    });
  };
  expect(work(80_000)).toBeLessThan(2.5 * work(40_000) + 1000);
});

describe('the bytes of a file', () => {
  const text = '{"kind": "й"}';
  const utf16 = (big: boolean, mark: boolean) => {
    const marked = (mark ? '\ufeff' : '') + text;
    const units = Array.from({ length: marked.length }, (_, at) => marked.charCodeAt(at));
    return Uint8Array.from(
      units.flatMap((unit) => (big ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])),
    );
  };
  test.each([
    ['UTF-8', new TextEncoder().encode(text)],
    ['UTF-8 with its mark', new TextEncoder().encode(`\ufeff${text}`)],
    ['UTF-16, little end first', utf16(false, true)],
    ['UTF-16, big end first', utf16(true, true)],
  ])('are read as %s', (_, bytes) => {
    expect(textOfFile(bytes)).toEqual({ text });
  });

  test.each([
    ['UTF-16 without its mark', utf16(false, false), 'UTF-16'],
    ['half of UTF-16', utf16(false, true).slice(0, 11), 'UTF-16'],
    ['another encoding', Uint8Array.from([0x22, 0xe9, 0x22]), 'bytes'],
    ['the first half of a mark alone', Uint8Array.from([0xff, 0x22]), 'bytes'],
    ['the second half of a mark alone', Uint8Array.from([0x22, 0xfe]), 'bytes'],
    ['the first half of the other mark alone', Uint8Array.from([0xfe, 0x22]), 'bytes'],
    ['the second half of the other mark alone', Uint8Array.from([0x22, 0xff]), 'bytes'],
  ])('are refused as %s', (_, bytes, unreadable) => {
    expect(textOfFile(bytes)).toEqual({ unreadable });
  });
});
