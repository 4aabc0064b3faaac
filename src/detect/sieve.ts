/**
 * Decides from the scanner alone whether a page is worth a judge: it has a name, or both halves of a concept. Most pages have
 * neither. Knows kinds of triggers, not entities.
 */
import { BITS } from './scanner-tables.ts';
import type { Scanner, Scanners } from './scanner.ts';

export interface SieveParts {
  scanners: Scanners;
  /** Whether the cast counts too. */
  hasCast: boolean;
  /** Called once, when the page has enough for a judge. */
  onEnough: () => void;
}

/** @returns creates scanners for one page, which find the candidates of all main entities */
export function createSieve({
  scanners,
  hasCast,
  onEnough,
}: SieveParts): () => Pick<Scanner, 'feed' | 'reset'> {
  const names = BITS.main | (hasCast ? BITS.cast : 0);
  /** Both are owned by `note`. */
  let seen = 0;
  let isEnough = false;
  const note = (found: number): void => {
    seen |= found;
    const hasConcept = (seen & BITS.objects) !== 0 && (seen & BITS.actions) !== 0;
    if (isEnough || ((seen & names) === 0 && !hasConcept)) return;
    isEnough = true;
    onEnough();
  };
  return () => {
    const scanner = scanners.start(names | BITS.objects | BITS.actions);
    return {
      feed(chunk) {
        if (!scanner.feed(chunk)) return false;
        const found = scanner.found();
        note(found);
        // An action without an object is no candidate.
        return (found & ~BITS.actions) !== 0;
      },
      reset: scanner.reset,
    };
  };
}
