/** Preact views of one entity; the stylesheet is card.css beside them, on the tokens of assets/styles. */
export { CardTools, type CardToolsProps } from './CardTools.tsx';
export { EntityCard, type EntityCardProps } from './EntityCard.tsx';
export { inPartOrder } from './part-order.ts';
export { PendingCard } from './PendingCard.tsx';
export { SourcesCard, type SourcesCardProps } from './SourcesCard.tsx';
export { MentionFolds } from './MentionFolds.tsx';
export type { CopyFormat } from './citation-text.ts';
export { focusOnArrival } from './focus.ts';
export type { OpenEntity } from './EntityLink.tsx';
export type { CopyFact } from './FactCopy.tsx';
export { cueWords } from './cue-words.ts';
export type { Cues } from './cue-words.ts';
