/**
 * Checks messages with zod, for the background and the popup. A page may have taken over its content script, so a message may
 * have any shape: each function here is total and never throws. The content script imports index.ts alone.
 */
import { z } from 'zod';
import {
  CONTEXTS_MAX,
  type ContentScriptRequest,
  type ExtensionPageRequest,
  type PageState,
} from './index.ts';

/** Longest id, entity key and surface form, in UTF-16 code units: far longer than any that the extension sends. */
const ID_MAX = 100;
const KEY_MAX = 2 * ID_MAX + 1;
const SURFACE_MAX = 500;
/** How many entities one frame can count. */
const COUNTS_MAX = 1000;

const id = z.string().min(1).max(ID_MAX);
const entity = z.string().min(1).max(KEY_MAX);
const surface = z.string().min(1).max(SURFACE_MAX);
/** A host has at most 253 characters. */
const site = z.string().min(1).max(300);

const pageStateSchema = z.strictObject({
  kind: z.literal('page-state'),
  site,
  frame: id,
  top: z.boolean(),
  on: z.boolean(),
  counts: z
    .record(entity, z.int().nonnegative())
    .refine((counts) => Object.keys(counts).length <= COUNTS_MAX),
  unreadable: z.enum(['pdf', 'canvas']).optional(),
  slow: z.boolean(),
  currentMention: z
    .strictObject({
      surface: z.string().max(SURFACE_MAX),
      position: z.int().positive(),
      total: z.int().positive(),
    })
    .optional(),
});

/** @returns undefined for anything that is not the state of a frame */
export const parsePageState = (message: unknown): PageState | undefined =>
  readBy(pageStateSchema, message);

const request = { kind: z.literal('change-request'), id };
const contentScriptSchema = z.union([
  z.discriminatedUnion('what', [
    z.strictObject({ ...request, what: z.literal('entity'), entity }),
    z.strictObject({ ...request, what: z.literal('site'), on: z.boolean() }),
    z.strictObject({ ...request, what: z.enum(['all', 'tip']) }),
    z.strictObject({ ...request, what: z.literal('mention'), entity, surface }),
  ]),
  z.strictObject({ kind: z.literal('undo'), id }),
  z.strictObject({
    kind: z.enum(['private-settings?', 'mend', 'gate?', 'reader?', 'card?', 'styles?']),
  }),
  z.strictObject({
    kind: z.literal('contexts?'),
    entities: z.array(entity).min(1).max(CONTEXTS_MAX),
  }),
  z.strictObject({
    kind: z.literal('count'),
    total: z.int().nonnegative(),
    off: z.boolean().optional(),
  }),
]);

/** @returns undefined for anything that a content script may not send */
export const parseContentScriptRequest = (message: unknown): ContentScriptRequest | undefined =>
  readBy(contentScriptSchema, message);

const extensionPageSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('private-settings?') }),
  z.strictObject({ kind: z.literal('private-change'), id, patch: z.unknown() }),
]);

/** @returns undefined for anything that a page of the extension may not send */
export const parseExtensionPageRequest = (message: unknown): ExtensionPageRequest | undefined =>
  readBy(extensionPageSchema, message);

/**
 * Reads a value of any shape by a schema.
 * @returns undefined for anything else, also if zod throws, which happens for some objects with a `length`
 */
export function readBy<Shape extends z.ZodType>(
  schema: Shape,
  value: unknown,
): z.output<Shape> | undefined {
  try {
    return schema.safeParse(value).data;
  } catch {
    return undefined;
  }
}
