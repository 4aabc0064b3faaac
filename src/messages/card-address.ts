/**
 * Where a page of the popup opens, as the part of its address after "#": a card, a statement on it, or a query.
 * Written by the background, read by the popup.
 */

export interface CardAddress {
  /** Id of the entity whose card is open. */
  entity?: string;
  /** Id of the fact that the card opens at. */
  fact?: string;
  /** What is typed in the search. */
  query?: string;
}

const PARTS = ['entity', 'fact', 'query'] as const;

/** @returns with its "#"; empty for an address that says nothing */
export function writeCardAddress(address: CardAddress): string {
  const given = PARTS.flatMap((part) => {
    const value = address[part];
    return value === undefined ? [] : [[part, value]];
  });
  return given.length === 0 ? '' : `#${new URLSearchParams(given).toString()}`;
}

/** @param hash with or without its "#"; what it says is not checked against any dataset */
export function readCardAddress(hash: string): CardAddress {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  return Object.fromEntries(
    PARTS.flatMap((part) => {
      const value = given.get(part);
      return value === null || value === '' ? [] : [[part, value]];
    }),
  );
}
