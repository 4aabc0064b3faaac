/** Datasets of any size for the search: people with made-up names in two scripts, a role and facts each. */
import type { Fact, Knowledge } from '../../src/dataset/index.ts';
import { madeUpNames } from './names.ts';
import { createRandom } from './random.ts';

const GIVEN = 'Anna Boris Clara David Elena Farid Greta Hugo Irina Jonas Karim Lena'.split(' ');
const OFFICES = ['Foreign Minister', 'President', 'Secretary of Defence', 'Prime Minister'];
const FACTS_EACH = 3;
const WORDS_EACH = 14;
const PROSE = (
  'accused against allies announced asked before border briefing called ceasefire confirmed conflict debate ' +
  'decision declined defence discussed drones escalation expected flank granted intercepted invasion launched ' +
  'meeting military missile missiles months named nations negotiated next opened opposed planned policy pressed ' +
  'question range rejected reluctance reported request restrictions said ship shipment strategy strikes support ' +
  'talks targets territory transfer travelled urgent visit warned weapons week withdrew'
).split(' ');
const PLAIN = 'v z k l m n r s t p b d g a e i o u'.split(' ');
const CYRILLIC = Array.from('взклмнрстпбдгаеиоу');

/**
 * @param count how many entities; their names are distinct
 * @returns an entity with four names, and three facts, for each
 */
export function madeUpKnowledge(count: number): Knowledge {
  const random = createRandom(7);
  const surnames = madeUpNames(count);
  // Facts share most of their words, and each has one of its own.
  const rare = madeUpNames(count * 2).slice(count);
  const sentence = () => Array.from({ length: WORDS_EACH }, () => random.pick(PROSE)).join(' ');
  const facts = surnames.flatMap((_, at) =>
    Array.from({ length: FACTS_EACH }, (__, which): Fact => {
      const other = random.between(0, count - 1);
      return {
        id: `fact-${at}-${which}`,
        statement: `${sentence()} ${rare[at]?.toLowerCase() ?? ''}`,
        about: { subject: [`person-${at}`], topic: [`person-${other}`] },
        attribution: { manner: 'report' },
        citations: [1],
        date: { value: '2024-09-11', inferred: true },
        stability: 'stable',
      };
    }),
  );
  return {
    dataset: {
      id: 'made-up',
      version: 1,
      title: 'A dataset',
      language: 'en',
      maker: 'Somebody',
      licence: 'MIT',
    },
    source: {
      kind: 'News report',
      date: { value: '2024-09-11', inferred: true },
      language: 'en',
      paragraphs: 1,
      sha256: '0'.repeat(64),
    },
    entities: surnames.map((surname, at) => {
      const name = `${random.pick(GIVEN)} ${surname}`;
      return {
        id: `person-${at}`,
        kind: 'Person',
        type: 'person',
        tier: at % 6 === 0 ? 'main' : 'cast',
        name,
        names: [name, surname, `${surname}s`, inCyrillic(surname)],
        role: {
          text: `${random.pick(OFFICES)} of ${rare[at] ?? ''}`,
          volatile: true,
          citations: [1],
        },
        summary: `${sentence()} ${sentence()}`,
        summaryCitations: [1],
        detectable: true,
      };
    }),
    facts,
    positions: [],
    timeline: [],
    relations: [],
    quotes: [],
  };
}

function inCyrillic(name: string): string {
  const letters = Array.from(name.toLowerCase()).map(
    (letter) => CYRILLIC[PLAIN.indexOf(letter)] ?? 'х',
  );
  return letters.join('').replace(/^./u, (first) => first.toUpperCase());
}
