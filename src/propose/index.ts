/** What an article's text offers to an author of a dataset: names, words for dates, and a fact for each sentence. Pure. */
export type { ProposedDate } from './dates.ts';
export type { ProposedName } from './names.ts';
export { sentencesOf, type Range } from './sentences.ts';
export { idFrom, skeletonOf, type Known, type Skeleton } from './skeleton.ts';
