/**
 * DOM to text and back: reading, observing, painting, hit-testing. Knows offsets and labels, never entities. It needs real
 * layout, so its tests run in browsers: tests/e2e/lines.test.ts, tests/e2e/reading.test.ts,
 * tests/e2e/hostile.test.ts and tests/e2e/page-life.test.ts.
 */
export { pageLanguage, pageTitle } from './dom.ts';
export { linesOf, markAt, seenLinesOf } from './hit-test.ts';
export { createMarkStore, type Mark, type MarkStore } from './marks.ts';
export type { Finder, Found } from './marker.ts';
export { createPageReader, type PageReader } from './page-reader.ts';
export {
  canPaint,
  createPainter,
  dropActivePaint,
  hasHighlightStyles,
  type Painter,
} from './painter.ts';
export { textStyleAt } from './text-style.ts';
export { notTooOften } from './slices.ts';
export { bringIntoView, inOrder, sectionOf, textAround, type Headings } from './order.ts';
export { isShown } from './shown.ts';
export { pageDateTexts, type PageDateTexts } from './page-date.ts';
