/**
 * Decides from the scanner alone whether a page is worth a judge: it has a name, or an object of a concept. Most pages
 * have neither. Knows kinds of triggers, not entities.
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
  /** Owned by `note`. */
  let isEnough = false;
  const note = (): void => {
    if (isEnough) return;
    isEnough = true;
    onEnough();
  };
  return () => {
    const scanner = scanners.start(BITS.main | BITS.objects | (hasCast ? BITS.cast : 0));
    return {
      feed(chunk) {
        if (!scanner.feed(chunk)) return false;
        note();
        return true;
      },
      reset: scanner.reset,
    };
  };
}
