/**
 * The words with which a dataset speaks to readers about its own story: kinds of entities, stances, relations. The
 * program knows none of them. It goes by the type of a kind alone.
 */
import { z } from 'zod';
import { FORMS_MAX, LABEL_MAX, NAME_MAX } from './caps.ts';
import { idSchema, lineUpTo } from './text-schema.ts';

export const labelSchema = lineUpTo(LABEL_MAX);

/**
 * What an entity can be. The types are the upper ones of schema.org. Each changes what a card or a search does;
 * docs/dataset.md says how.
 */
export const ENTITY_TYPES = ['person', 'organisation', 'place', 'event', 'thing', 'idea'] as const;

/** Kinds of entities by id: `"weapon": { "label": "Weapon", "type": "thing" }`. */
export const kindsSchema = z.record(
  idSchema,
  z.strictObject({ label: labelSchema, type: z.enum(ENTITY_TYPES) }),
);

/** Stances on a question by id: `"open": "Open to it"`. */
export const stancesSchema = z.record(idSchema, labelSchema);

/** Kinds of relations by id: `"asked": { "label": "asked", "inverse": "was asked by" }`. */
export const relationKindsSchema = z.record(
  idSchema,
  z.strictObject({
    /** Stands on the card of `from`, before the name of `to`. */
    label: labelSchema,
    /** Stands on the card of `to`, before the name of `from`; the label itself where both do the same. */
    inverse: labelSchema.optional(),
  }),
);

const word = z
  .string()
  .max(NAME_MAX)
  .regex(/^[\p{L}\p{N}]+$/u, 'one word');

/** Words that readers type, with the words of this dataset that mean the same: `"rocket": ["missile"]`. */
export const synonymsSchema = z.record(word, z.array(word).min(1).max(FORMS_MAX));

export type EntityType = (typeof ENTITY_TYPES)[number];
