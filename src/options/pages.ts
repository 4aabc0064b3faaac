/**
 * The table of pages of the options: the heading of each and what its preview shows; which sections it has, and which page an address
 * means. Knows nothing of how they are drawn.
 */
import type { MessageKey } from '../locale/index.ts';
import { PAGE_IDS, type PageId } from './page-ids.ts';
import { SECTION_IDS, specOf, type SectionId } from './sections.ts';

export interface PageSpec {
  heading: MessageKey;
  /** The words on the fold, if sections are folded. */
  more?: MessageKey;
  /** A sample page with highlights, or a card. */
  preview?: 'sample' | 'card';
}

const PAGES: Record<PageId, PageSpec> = {
  highlights: { heading: 'pageHighlights', preview: 'sample' },
  datasets: { heading: 'pageDatasets' },
  cards: { heading: 'pageCards', more: 'moreTimes', preview: 'card' },
  sites: { heading: 'pageSites' },
  keys: { heading: 'pageKeys' },
  data: { heading: 'pageData' },
};

/** A page of the table. */
export const pageSpecOf = (id: PageId): PageSpec => PAGES[id];

/** The sections of a page, either those that are in sight or those that are folded. */
export const sectionsOf = (page: PageId, isFolded: boolean): readonly SectionId[] =>
  SECTION_IDS.filter((id) => {
    const spec = specOf(id);
    return spec.page === page && (spec.isFolded ?? false) === isFolded;
  });

/** A page, and a section of it if the address names one. */
export interface Place {
  page: PageId;
  section?: SectionId;
}

/**
 * @param hash as `location.hash` has it: of a page, of a section, or of a section's heading as earlier versions linked it
 * @returns the first page if the address names nothing that is there
 */
export function placeOf(hash: string): Place {
  const name = hash.replace(/^#/, '').replace(/-heading$/, '');
  const page = PAGE_IDS.find((id) => id === name);
  if (page) return { page };
  const section = SECTION_IDS.find((id) => id === name);
  return section ? { page: specOf(section).page, section } : { page: PAGE_IDS[0] };
}
