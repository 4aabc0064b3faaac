/**
 * The table of pages of the options: the heading of each, its sections, and what its preview shows; and which page an address
 * means. Knows nothing of how they are drawn.
 */
import type { MessageKey } from '../locale/index.ts';
import { PAGE_IDS, type PageId } from './page-ids.ts';
import { SECTION_IDS, type SectionId } from './sections.ts';

export interface PageSpec {
  heading: MessageKey;
  sections: readonly SectionId[];
  /** Sections that few readers need, folded, with the words on the fold. */
  more?: { summary: MessageKey; sections: readonly SectionId[] };
  /** A sample page with highlights, or a card. */
  preview?: 'sample' | 'card';
}

const PAGES: Record<PageId, PageSpec> = {
  highlights: {
    heading: 'pageHighlights',
    sections: ['all', 'entities', 'style', 'marking', 'cast'],
    preview: 'sample',
  },
  cards: {
    heading: 'pageCards',
    sections: ['dwell', 'open-key', 'theme', 'text-size'],
    more: { summary: 'moreTimes', sections: ['dwell-exact', 'leave'] },
    preview: 'card',
  },
  sites: { heading: 'pageSites', sections: ['sites', 'dismissed'] },
  keys: { heading: 'pageKeys', sections: ['shortcuts', 'badge'] },
  data: { heading: 'pageData', sections: ['data', 'reset', 'permissions', 'about'] },
};

/** A page of the table. */
export const pageSpecOf = (id: PageId): PageSpec => PAGES[id];

/** All sections of a page, the folded ones last. */
export const sectionsOf = (id: PageId): readonly SectionId[] => {
  const { sections, more } = pageSpecOf(id);
  return [...sections, ...(more?.sections ?? [])];
};

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
  const home = section && PAGE_IDS.find((id) => sectionsOf(id).includes(section));
  return section && home ? { page: home, section } : { page: PAGE_IDS[0] };
}
