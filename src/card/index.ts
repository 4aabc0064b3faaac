/** Preact views of one entity; the stylesheet is card.css beside them, on the tokens of assets/styles. */
export { EntityCard, type EntityCardProps } from './EntityCard.tsx';
