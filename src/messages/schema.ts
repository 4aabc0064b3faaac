/**
 * The protocol as the popup checks it. With zod: a page could have broken the content script beside it, so
 * what arrives is read as data of unknown shape. The content script imports index.ts alone.
 */
import { z } from 'zod';
import type {
  CountMessage,
  Intent,
  PageState,
  PrivateChange,
  Question,
  UndoMessage,
} from './index.ts';

const pageStateSchema = z.strictObject({
  kind: z.literal('page-state'),
  site: z.string().min(1),
  frame: z.string().min(1),
  top: z.boolean(),
  on: z.boolean(),
  counts: z.record(z.string(), z.int().nonnegative()),
  odd: z.enum(['pdf', 'canvas']).optional(),
  slow: z.boolean(),
  here: z
    .strictObject({
      surface: z.string(),
      position: z.int().positive(),
      total: z.int().positive(),
    })
    .optional(),
});

/** @returns undefined for anything that is not a message of this protocol */
export function parsePageState(message: unknown): PageState | undefined {
  return pageStateSchema.safeParse(message).data;
}

const id = z.string().min(1).max(100);
const site = z.string().min(1).max(300);
const intent = { kind: z.literal('intent'), id, on: z.boolean() };
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
    site,
    entity: z.string().min(1).max(100),
    surface: z.string().min(1).max(500),
  }),
  z.strictObject({
    ...intent,
    what: z.literal('site'),
    site,
    path: z.string().startsWith('/').max(10_000).optional(),
  }),
]);
const requestSchema = z.union([
  intentSchema,
  z.strictObject({ kind: z.literal('undo'), id, otherwise: intentSchema }),
  z.strictObject({ kind: z.enum(['private-settings?', 'mend']) }),
  z.strictObject({ kind: z.literal('private-change'), id, patch: z.unknown() }),
  z.strictObject({ kind: z.literal('count'), total: z.int().nonnegative() }),
]);

/** @returns undefined for anything that is not an intent, an undo, a question or a count of this protocol */
export function parseRequest(
  message: unknown,
): Intent | UndoMessage | Question | PrivateChange | CountMessage | undefined {
  return requestSchema.safeParse(message).data;
}
