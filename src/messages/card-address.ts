/**
 * What the popup's page opens with, as the part of its URL after "#": a card, a statement on it, or a query. The background
 * writes it, the popup reads it.
 */

export interface CardAddress {
  /** Id of the entity whose card is open. */
  entity?: string;
  /** Id of the fact that the card opens at. */
  fact?: string;
  /** The text in the search field. */
  query?: string;
}

const PARTS = ['entity', 'fact', 'query'] as const;

/** @returns with its "#"; empty if nothing is given */
export function writeCardAddress(address: CardAddress): string {
  const given = PARTS.flatMap((part) => {
    const value = address[part];
    return value === undefined ? [] : [[part, value]];
  });
  return given.length === 0 ? '' : `#${new URLSearchParams(given).toString()}`;
}

/** @param hash with or without its "#"; not checked against a dataset */
export function readCardAddress(hash: string): CardAddress {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  return Object.fromEntries(
    PARTS.flatMap((part) => {
      const value = given.get(part);
      return value === null || value === '' ? [] : [[part, value]];
    }),
  );
}
