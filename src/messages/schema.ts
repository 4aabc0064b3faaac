/**
 * The protocol as the popup checks it. With zod: a page could have broken the content script beside it, so
 * what arrives is read as data of unknown shape. The content script imports index.ts alone.
 */
import { z } from 'zod';
import type { Intent, PageState } from './index.ts';

const pageStateSchema = z.strictObject({
  kind: z.literal('page-state'),
  site: z.string().min(1),
  frame: z.string().min(1),
  top: z.boolean(),
  on: z.boolean(),
  counts: z.record(z.string(), z.int().nonnegative()),
});

/** @returns undefined for anything that is not a message of this protocol */
export function parsePageState(message: unknown): PageState | undefined {
  return pageStateSchema.safeParse(message).data;
}

const intent = { kind: z.literal('intent'), on: z.boolean() };
const intentSchema = z.discriminatedUnion('what', [
  z.strictObject({
    ...intent,
    what: z.literal('entity'),
    entity: z.string().min(1).max(100),
    tier: z.enum(['main', 'cast']),
  }),
  z.strictObject({ ...intent, what: z.literal('all') }),
  z.strictObject({
    ...intent,
    what: z.literal('mention'),
    site: z.string().min(1).max(300),
    entity: z.string().min(1).max(100),
    surface: z.string().min(1).max(500),
  }),
  z.strictObject({ ...intent, what: z.literal('site'), site: z.string().min(1).max(300) }),
]);

/** @returns undefined for anything that is not an intent of this protocol */
export function parseIntent(message: unknown): Intent | undefined {
  return intentSchema.safeParse(message).data;
}
