/**
 * The quick look at a page: it may say yes too often, and must say yes to all that the scanner would find. tests/fuzz tries that
 * on any text.
 */
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

test('says yes to each text of the corpus in which there is something to find', () => {
  expect(TEXTS.filter((text) => isCandidate(text) && !isWorthScanning(text))).toEqual([]);
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
