/** The four ways of reading a page that the benchmark compares. Each returns a number that depends on all it read. */
import type { Detector } from '../../src/detect/index.ts';
import type { Contender } from './measure.ts';
import type { Page } from './text.ts';

/** Reads every UTF-16 unit once: the measure for the others. Only what skips units can be faster. */
export function baseline({ blocks }: Page): Contender {
  return () => {
    let sum = 0;
    for (const { chunks } of blocks) {
      for (const chunk of chunks) {
        for (let at = 0; at < chunk.length; at++) sum = (sum + chunk.charCodeAt(at)) | 0;
      }
    }
    return sum;
  };
}

/**
 * One regular expression of all names, over the text of each block.
 * @param names longer ones win, as in the detector
 */
export function regularExpression({ blocks }: Page, names: readonly string[]): Contender {
  const escaped = names
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const expression = new RegExp(escaped.join('|'), 'gi');
  return () => {
    let ends = 0;
    for (const { text } of blocks) {
      expression.lastIndex = 0;
      while (expression.exec(text)) ends = (ends + expression.lastIndex) | 0;
    }
    return ends;
  };
}

/** The scanner alone, fed with chunks. @returns how many blocks it wants the judge to look at */
export function scanner({ blocks }: Page, detector: Detector): Contender {
  return () => {
    const reading = detector.createScanner();
    let hitBlocks = 0;
    for (const { chunks } of blocks) {
      let hit = false;
      for (const chunk of chunks) {
        // A number or a boolean: any kind of hit counts.
        if (reading.feed(chunk)) hit = true;
      }
      if (hit) hitBlocks++;
    }
    return hitBlocks;
  };
}

/** Scanner over all blocks, judge on those that it hit. @returns how many mentions there are */
export function wholeDetector({ blocks }: Page, detector: Detector): Contender {
  return () => {
    const reading = detector.createScanner();
    let mentions = 0;
    for (const { text, chunks } of blocks) {
      let hit = false;
      for (const chunk of chunks) {
        // A number or a boolean: any kind of hit counts.
        if (reading.feed(chunk)) hit = true;
      }
      if (hit) mentions += detector.detect(text).length;
    }
    return mentions;
  };
}
