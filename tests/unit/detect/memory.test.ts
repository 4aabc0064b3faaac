/** A page's memory says when an earlier decision may be wrong: never too late, whatever the page says next. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPageMemory } from '../../../src/detect/memory.ts';

const ENTITIES = [0, 1, 2, 3];
const entity = fc.constantFrom(...ENTITIES);
const said = fc.oneof(
  fc.record({ kind: fc.constant('person'), entity, whom: fc.constantFrom('own', 'other') }),
  fc.record({ kind: fc.constantFrom('for', 'against', 'decided'), entity }),
  fc.record({ kind: fc.constant('text'), weight: fc.constantFrom(0, 0, 2), length: fc.nat(40) }),
  fc.record({ kind: fc.constant('concept') }),
);

test('what the page implies about a decided entity never changes without a new revision', () => {
  fc.assert(
    fc.property(fc.array(said, { maxLength: 30 }), (all) => {
      const memory = createPageMemory();
      const decided = new Set<number>();
      const implied = () =>
        [...decided].map((each) => [
          memory.isAgainst(each),
          memory.isSure(each),
          memory.hasReason(each),
        ]);
      for (const [at, next] of all.entries()) {
        const [before, revision] = [implied(), memory.revision()];
        say(memory, next, at);
        const isSame = JSON.stringify(implied()) === JSON.stringify(before);
        if (!isSame) expect(memory.revision()).toBeGreaterThan(revision);
        if (next.kind === 'decided') decided.add(next.entity);
      }
    }),
    { numRuns: 3000 },
  );
});

function say(
  memory: ReturnType<typeof createPageMemory>,
  next: typeof said extends fc.Arbitrary<infer Said> ? Said : never,
  at: number,
): void {
  if ('whom' in next) memory.sawPerson(next.entity, next.whom);
  else if ('weight' in next) {
    const weights = () => new Map([[`word ${at}`, next.weight]]);
    memory.sawText(`text ${at}`, () => ({ weights, length: next.length }));
  } else if (next.kind === 'concept') memory.sawConcept();
  else if ('entity' in next && next.kind === 'for') memory.sawFor(next.entity);
  else if ('entity' in next && next.kind === 'against') memory.sawAgainst(next.entity);
  else if ('entity' in next) memory.decided(next.entity);
}
