/**
 * The check of those who write settings, made from the table of fields. With zod, and therefore never imported by the
 * content script. What it gives is in the form that is stored: lists in order, each entry once, rules as `parseRule`
 * gives them.
 */
import { z } from 'zod';
import type { Field } from './field.ts';
import { compareMentions } from './patch.ts';
import type { Settings, Shape } from './settings.ts';
import { parseRule } from './site-rule.ts';

/** Chromium would store half of a character pair as another character. */
const text = z.string().overwrite((value) => value.toWellFormed());
const rule = z.string().transform((typed, context) => {
  const parsed = parseRule(typed);
  if ('rule' in parsed) return parsed.rule;
  context.addIssue({ code: 'custom', message: 'This is no site rule.' });
  return z.NEVER;
});
const mention = z.looseObject({ site: text, entity: text, surface: text });
const texts = (entry: z.ZodType<string>) =>
  z.array(entry).transform((entries) => [...new Set(entries)].sort());

function schemaOfField(field: Field): z.ZodType {
  switch (field.kind) {
    case 'switch':
      return z.boolean();
    case 'number':
      return z.int().min(0).max(field.max);
    case 'moment':
      return z.int().min(0);
    case 'choice':
      return z.literal(field.values as readonly string[]);
    case 'names':
      return texts(text);
    case 'rules':
      return texts(rule);
    case 'mentions':
      return z.array(mention).transform((entries) => {
        const byText = entries.map(
          (each) => [JSON.stringify([each.site, each.entity, each.surface]), each] as const,
        );
        return [...new Map(byText).values()].sort(compareMentions);
      });
  }
}

/** Making a schema takes longer than using it. */
const made = new WeakMap<Shape, z.ZodObject<Record<string, z.ZodType>, z.core.$loose>>();

/** The check of the fields of a shape; fields that it does not know pass as they are. */
export function schemaOf(shape: Shape): z.ZodObject<Record<string, z.ZodType>, z.core.$loose> {
  const known = made.get(shape);
  if (known) return known;
  const fields = Object.entries(shape.fields).map(([name, field]) => [name, schemaOfField(field)]);
  const schema = z.looseObject(Object.fromEntries(fields) as Record<string, z.ZodType>);
  made.set(shape, schema);
  return schema;
}

/** The check of one field; undefined for a name that the shape does not have. */
export const fieldSchema = (shape: Shape, name: string): z.ZodType | undefined =>
  Object.hasOwn(shape.fields, name) ? schemaOf(shape).shape[name] : undefined;

/**
 * Settings in the form that is stored.
 * @throws ZodError where a field holds what it may not hold
 */
export const canonicalSettings = (settings: Settings, shape: Shape): Settings =>
  schemaOf(shape).parse(settings) as unknown as Settings;
