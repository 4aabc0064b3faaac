/** The sieve of a page: it may let too much through, and must hold nothing back that the detector would find. */
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { bundledDetection } from '../../../src/cli/bundled-detector.ts';
import { readCorpus } from '../../../src/cli/evaluate.ts';
import { createDetector, createSieve, packDetector } from '../../../src/detect/index.ts';

/** Far more than a busy machine needs: no test here is about time. */
vi.setConfig({ testTimeout: 300_000 });

const packed = packDetector(bundledDetection());
const scanners = packed.scanners();
const parts = { ...packed, scanners: () => scanners };
const TEXTS = readCorpus().map(({ text }) => text);

/** A sieve for one page. */
function openSieve({ hasCast = false } = {}) {
  const onEnough = vi.fn<() => void>();
  const createScanner = createSieve({ scanners, hasCast, onEnough });
  return { createScanner, times: () => onEnough.mock.calls.length };
}

/** Cuts a text into chunks of some lengths; the rest is the last one. */
function cut(text: string, lengths: readonly number[]): string[] {
  const chunks: string[] = [];
  let rest = text;
  for (const length of lengths) {
    chunks.push(rest.slice(0, length));
    rest = rest.slice(length);
  }
  return [...chunks, rest];
}

/** How often a sieve says that there is enough, and the chunks that it holds for candidates. */
function sift(chunks: readonly string[], hasCast = false) {
  const { createScanner, times } = openSieve({ hasCast });
  const scanner = createScanner();
  const isCandidate = chunks.map((chunk) => scanner.feed(chunk));
  return { times: times(), isCandidate };
}

const lengths = fc.array(fc.nat(60), { maxLength: 12 });

describe.each([
  ['main entities', false],
  ['the cast too', true],
])('with %s', (_, hasCast) => {
  const detector = createDetector(parts, ({ tier }) => hasCast || tier === 'main');
  const found = TEXTS.filter((text) => detector.detect(text).length > 0);

  test('the corpus has many texts with a mention, and many without', () => {
    expect(found.length).toBeGreaterThan(500);
    expect(TEXTS.length - found.length).toBeGreaterThan(200);
  });

  test('each of them is enough, read in one piece and unit by unit', () => {
    const missed = found.filter((text) =>
      [[text], text.split('')].some((chunks) => sift(chunks, hasCast).times !== 1),
    );
    expect(missed).toEqual([]);
  });

  test('each of them is enough, however it is cut and whatever stands around it', () => {
    const text = fc.constantFrom(...found);
    const around = fc.oneof(fc.constant(''), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(around, text, around, lengths, (before, given, after, at) => {
        // A blank line ends a block, so the text means what it means alone.
        expect(sift(cut(`${before}\n\n${given}\n\n${after}`, at), hasCast).times).toBe(1);
      }),
      { numRuns: 2000 },
    );
  });

  test('what the detector wants to see is a candidate for the sieve', () => {
    const some = fc.array(fc.constantFrom(...TEXTS), { minLength: 1, maxLength: 3 });
    const isOn = fc.func(fc.boolean());
    fc.assert(
      fc.property(some, lengths, isOn, (texts, at, isWanted) => {
        const chunks = cut(texts.join('\n\n'), at);
        const scanner = createDetector(
          parts,
          ({ id, tier }) => (hasCast || tier === 'main') && isWanted(id),
        ).createScanner();
        const { isCandidate } = sift(chunks, hasCast);
        chunks.forEach((chunk, index) => {
          if (scanner.feed(chunk)) expect(isCandidate[index], chunk).toBe(true);
        });
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a page', () => {
  test.each([
    ['has a name', 'Blinken said so.', 1, true],
    ['has an action of an idea', 'They shot down the idea.', 0, false],
    ['has an object of an idea', 'The drone flew home.', 1, true],
    ['has a name of the cast', 'Joe Biden said so.', 0, false],
    ['has none of it', 'The weather stays fine.', 0, false],
  ])('that %s', (_, text, times, isCandidate) => {
    expect(sift([text])).toEqual({ times, isCandidate: [isCandidate] });
  });

  test('says that it has enough once', () => {
    const { createScanner, times } = openSieve();
    for (const scanner of [createScanner(), createScanner()]) {
      scanner.feed('Blinken and Lammy. ');
      scanner.feed('They shot down the drone.');
    }
    expect(times()).toBe(1);
  });
});
