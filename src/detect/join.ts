/**
 * Joins the detectors of several datasets into one. Each judges by itself, so that no dataset can change what another one finds; this file
 * only decides which mention is shown where they overlap, and loses none. Knows no dataset.
 */
import type { Scanning } from './compiled.ts';
import { bitsOf, detectPage, type Detector } from './detector.ts';
import type { Mention } from './mention.ts';

export interface JoinedParts {
  /** For the entities of all detectors. */
  scanning: Scanning;
  /** In the reader's order. The mentions of the first one are always kept. */
  detectors: readonly Detector[];
  /** By entity: which one stands for it, if several datasets know the same. */
  alike: Readonly<Record<string, { first?: string }>>;
}

/**
 * Where mentions overlap: those of the first detector, then the longest, then main before cast, then the order of the detectors. A
 * mention that is kept names the others in `also`.
 */
export function joinDetectors({ scanning, detectors, alike }: JoinedParts): Detector {
  const scanners = scanning.scanners();
  const wanted = detectors.flatMap((detector) => detector.wanted);
  const cast = new Set(wanted.filter(({ tier }) => tier === 'cast').map(({ id }) => id));
  const join = createJoin((id) => cast.has(id));
  const shown = (mention: Mention): Mention => {
    const entity = alike[mention.entity]?.first ?? mention.entity;
    const found = [mention.entity, ...(mention.also ?? [])];
    const also = [...new Set(found)].filter((id) => id !== entity);
    return { ...mention, entity, ...(also.length > 0 ? { also } : {}) };
  };
  const startPage: Detector['startPage'] = (hint) => {
    const pages = detectors.map((detector) => detector.startPage(hint));
    return {
      detect: (block) =>
        join(
          pages.map((page) => page.detect(block)),
          block.length,
        ).map(shown),
      revision: () => pages.reduce((sum, page) => sum + page.revision(), 0),
      restart() {
        for (const page of pages) page.restart();
      },
    };
  };
  return {
    startPage,
    createScanner: () => scanners.start(bitsOf(wanted)),
    detect: (text) => detectPage(startPage({ text }), text),
    tableBytes: detectors.reduce((sum, { tableBytes }) => sum + tableBytes, scanners.tableBytes),
    wanted,
  };
}

type Join = (lists: readonly (readonly Mention[])[], length: number) => readonly Mention[];

/** @returns joins the mentions of one block, which each detector gives in order and without overlap */
function createJoin(isCast: (entity: string) => boolean): Join {
  const byRank = (a: Mention, b: Mention): number =>
    lengthOf(b) - lengthOf(a) || Number(isCast(a.entity)) - Number(isCast(b.entity));
  return ([first = [], ...others], length) => {
    const added = others.flat();
    if (added.length === 0) return first;
    const kept: Mention[] = [];
    /** For each character, the place of its mention in `kept`, counted from 1. */
    const owners = new Uint32Array(length);
    const keep = (mention: Mention): void => {
      owners.fill(kept.push({ ...mention }), mention.start, mention.end);
    };
    first.forEach(keep);
    // A stable sort: what is equal stays in the order of the detectors.
    for (const mention of added.sort(byRank)) {
      const covering = new Set(owners.subarray(mention.start, mention.end));
      covering.delete(0);
      if (covering.size === 0) keep(mention);
      for (const owner of covering) {
        const other = kept[owner - 1];
        if (other) (other.also ??= []).push(mention.entity);
      }
    }
    return kept.sort((a, b) => a.start - b.start);
  };
}

const lengthOf = ({ start, end }: Mention): number => end - start;
