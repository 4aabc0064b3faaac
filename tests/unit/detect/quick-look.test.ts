/** The quick look at a page: it may say yes too often, and must say yes to all that the scanner would find. */
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { bundledDetection } from '../../../src/cli/bundled-detector.ts';
import { readCorpus } from '../../../src/cli/evaluate.ts';
import { createQuickLook, createSieve, packDetector } from '../../../src/detect/index.ts';

/** Far more than a busy machine needs: no test here is about time. */
vi.setConfig({ testTimeout: 300_000 });

const packed = packDetector(bundledDetection());
const scanners = packed.scanners();
const isWorthScanning = createQuickLook(packed.quickLook);
const TEXTS = readCorpus().map(({ text }) => text);

/** Whether the scanner finds a name or an object. */
function isCandidate(text: string): boolean {
  const onEnough = (): void => undefined;
  return createSieve({ scanners, hasCast: false, onEnough })().feed(text);
}

/** Latin letters with accents, marks that change no word, and everything else that may stand in a text. */
const disguise = fc.array(
  fc.tuple(fc.nat(40), fc.constantFrom('\u0301', '\u00ad', '\u200b', '\u200d', '\ufe0f', '\u2060')),
  { maxLength: 4 },
);
const around = fc.oneof(fc.constant(''), fc.string({ unit: 'binary' }), fc.string());

function disguised(text: string, marks: readonly [number, string][]): string {
  let result = text;
  for (const [at, mark] of marks) result = result.slice(0, at) + mark + result.slice(at);
  return result;
}

test('says yes to each text of the corpus in which there is something to find', () => {
  expect(TEXTS.filter((text) => isCandidate(text) && !isWorthScanning(text))).toEqual([]);
});

test('says yes to them whatever stands around them and in them', () => {
  const found = TEXTS.filter((text) => isCandidate(text));
  fc.assert(
    fc.property(
      around,
      fc.constantFrom(...found),
      around,
      disguise,
      (before, text, after, marks) => {
        const page = `${before} ${disguised(text, marks)} ${after}`;
        fc.pre(isCandidate(page));
        expect(isWorthScanning(page), page).toBe(true);
      },
    ),
    { numRuns: 3000 },
  );
});

test('says yes to a name in any of its spellings, alone', () => {
  const names = bundledDetection()
    .entities.filter(({ tier }) => tier === 'main')
    .flatMap(({ triggers }) => [...triggers.names, ...triggers.objects])
    .map((trigger) => trigger.replace('~', ''));
  const forms = names.flatMap((name) => [
    name,
    name.toUpperCase(),
    name.replace(/(^| )./g, (start) => start.toUpperCase()),
    name.replaceAll(' ', '\n\t\u00a0 '),
    name.replaceAll(/[aeio]/g, (vowel) => `${vowel}\u0301`).normalize('NFC'),
  ]);
  expect(forms.filter((form) => !isWorthScanning(form))).toEqual([]);
});

describe('a text', () => {
  test.each([
    ['with a name', 'Mr Blinken said so.', true],
    ['with a name at the end of another text', 'HomeBlinken', true],
    ['with a short name at the end of another text', 'HomeLammy', true],
    ['with an accent', 'Volodymyr Zelenský', true],
    ['with a letter that has no accent to lose', 'Zełenski', true],
    ['with a soft hyphen', 'Zelens\u00adkyy', true],
    ['with fullwidth letters', 'ＢＬＩＮＫＥＮ', true],
    ['with a wide gap', 'Storm\n\n      Shadow', true],
    ['with a drone', 'The drone flew home.', true],
    ['in another script', 'Погода залишається гарною.', true],
    ['with signs, emoji and accents', 'Café 5 €, «déjà vu» – 20 °C 🎉🏳️ ½ m²', false],
    ['with short names inside words', 'A polemic on calamity and inflammation', false],
    ['with an action alone', 'They shot down the idea.', false],
    ['without anything', '', false],
  ])('%s', (_, text, answer) => {
    expect(isWorthScanning(text)).toBe(answer);
  });
});
