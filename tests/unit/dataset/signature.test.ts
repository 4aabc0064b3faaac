/** Signatures of datasets: what is signed, what breaks it, and what does not. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDatasetFile, type ReadDatasetFile } from '../../../src/dataset/read-file.ts';
import { signedText } from '../../../src/dataset/signature.ts';
import { shortKey } from '../../../src/dataset/short-key.ts';
import { MACHINE } from '../../../src/library/index.ts';
import { signed } from '../../made-up/signed.ts';
import { SMALL_DATASET } from './small-source.ts';

const FILE = signed(SMALL_DATASET);

const read = (text: string): Promise<ReadDatasetFile> =>
  readDatasetFile(new TextEncoder().encode(text), MACHINE);

describe('what is signed', () => {
  test('is the canonical JSON of RFC 8785, in its order of names and its form of numbers', () => {
    // The examples of the RFC, 3.2.2 and 3.2.3, but for the half characters of its other examples.
    const numbers = [
      Number('333333333.33333329'),
      1e30,
      4.5,
      2e-3,
      0.000000000000000000000000001,
      -0,
    ];
    expect(signedText({ numbers })).toBe('{"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27,0]}');
    const names = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    expect([...signedText(names).matchAll(/:"(\w+)/g)].map(([, word]) => word)).toEqual([
      'Carriage',
      'One',
      'Control',
      'Latin',
      'Euro',
      'Emoji',
      'Hebrew',
    ]);
    expect(signedText({ string: '\u20ac$\u000f\nA\'B"\\\\"/' })).toBe(
      '{"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  test('is everything but the signature itself', () => {
    expect(signedText(FILE)).toBe(signedText(SMALL_DATASET));
  });

  test('has no half characters', () => {
    expect(() => signedText({ title: '\ud83d' })).toThrow('Lone surrogate');
    expect(() => signedText({ '\ude00': 1 })).toThrow('Lone surrogate');
  });

  test('takes work that grows with its length', () => {
    const deep = (n: number): unknown => (n === 0 ? [] : { inner: deep(n - 1), n });
    expect(
      signedText({ deep: deep(12), many: Array.from({ length: 400_000 }, () => 0) }),
    ).toHaveLength(signedText({ deep: deep(12), many: [0] }).length + 2 * 399_999);
  });
});

type Fields = Record<string, unknown>;

/** Paths to all plain values of a JSON value. */
function leavesOf(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]));
}

/** The same values, with the names of each object in another order. */
function shuffled(value: unknown, order: (name: string) => number): unknown {
  if (Array.isArray(value)) return value.map((inner) => shuffled(inner, order));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => order(a) - order(b));
  return Object.fromEntries(entries.map(([key, inner]) => [key, shuffled(inner, order)]));
}

describe('a signature', () => {
  test('is right whatever the order of names and the spaces are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.double({ noNaN: true }), { minLength: 7, maxLength: 7 }),
        fc.constantFrom('', ' ', '  ', '\t', '\r\n'),
        async (weights, indent) => {
          const order = (name: string): number => weights[name.length % 7] ?? 0;
          const text = JSON.stringify(shuffled(FILE, order), null, indent);
          const escaped = text.replace(/[“”]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`);
          for (const one of [text, escaped]) {
            expect(await read(one)).toMatchObject({ signingKey: FILE.signature.key, warnings: [] });
          }
        },
      ),
      { numRuns: 20 },
    );
  });

  test('is wrong as soon as any value is another one', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...leavesOf(SMALL_DATASET)),
        fc.constantFrom('x', ' ', '\u0301'),
        fc.integer({ min: 1, max: 9 }),
        async (path, end, more) => {
          const file = structuredClone(SMALL_DATASET);
          const holder = path
            .slice(0, -1)
            .reduce<unknown>((inner, step) => (inner as Fields)[step], file) as Fields;
          const step = path.at(-1) ?? '';
          const old = holder[step];
          if (typeof old === 'string') holder[step] = old + end;
          else holder[step] = typeof old === 'number' ? old + more : !old;
          expect(await MACHINE.verify(FILE.signature, signedText(file))).toBe(false);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('is wrong as soon as any of its own bits is another one', async () => {
    const text = signedText(FILE);
    expect(await MACHINE.verify(FILE.signature, text)).toBe(true);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('key' as const, 'value' as const),
        fc.nat(),
        fc.constantFrom(1, 2, 4, 8),
        async (part, place, bit) => {
          const digits = Array.from(FILE.signature[part]);
          const at = place % digits.length;
          digits[at] = (Number.parseInt(digits[at] ?? '', 16) ^ bit).toString(16);
          const signature = { ...FILE.signature, [part]: digits.join('') };
          expect(await MACHINE.verify(signature, text)).toBe(false);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('is refused by itself where everything else is right, with its place in the file', async () => {
    const text = JSON.stringify({ ...FILE, title: 'Another title' }, null, 2);
    expect(await read(text)).toMatchObject({
      refusal: 'content',
      problems: [{ path: 'signature', position: { column: 16 } }],
    });
  });

  test('counts as none where the machine does not know Ed25519, and the reader is told', async () => {
    const bytes = new TextEncoder().encode(JSON.stringify(FILE));
    const result = await readDatasetFile(bytes, {
      ...MACHINE,
      verify: () => Promise.resolve(undefined),
    });
    expect(result).toMatchObject({
      signingKey: undefined,
      warnings: [
        {
          ...{ kind: 'signature', path: 'signature' },
          found: 'a signature that cannot be checked here: Ed25519 is missing',
          expected: 'a browser that knows it; this file counts as unsigned',
        },
      ],
    });
  });

  test('is not needed', async () => {
    const result = await read(JSON.stringify(SMALL_DATASET));
    expect(result).toMatchObject({ signingKey: undefined, warnings: [] });
  });
});

test('people read the first 80 bits of a key', () => {
  expect(shortKey('3f2a91c07b1d44e8a0c2ffff')).toBe('3F2A 91C0 7B1D 44E8 A0C2');
});
