/** The pages of the options by their addresses without `#`, in the order of the list. The first is shown without an address. */
export const PAGE_IDS = ['highlights', 'datasets', 'cards', 'sites', 'keys', 'data'] as const;
export type PageId = (typeof PAGE_IDS)[number];
