/**
 * The checks for everything that writes settings, made from the table of fields. Uses zod, so the content script never imports it.
 * Returns the form that is stored: lists in order, each entry once, rules as `parseRule` returns them.
 */
import { z } from 'zod';
import type { Field } from './field.ts';
import { compareEntries } from './patch.ts';
import { settingsFrom, type Settings, type Shape } from './settings.ts';
import { parseRule } from './site-rule.ts';

/** Replaces half of a surrogate pair, because Chromium would store it as another character. */
const text = z.string().overwrite((value) => value.toWellFormed());
/** JavaScript has two zeros, and what is stored has one. */
const whole = z
  .int()
  .min(0)
  .overwrite((value) => value + 0);
const rule = z.string().transform((typed, context) => {
  const parsed = parseRule(typed);
  if ('rule' in parsed) return parsed.rule;
  context.addIssue('no site rule');
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
      return whole.max(field.max);
    case 'moment':
      return whole;
    case 'choice':
      return z.literal(field.values);
    case 'names':
      return texts(text);
    case 'rules':
      return texts(rule);
    case 'mentions':
      return z.array(mention).transform((entries) => {
        const byText = entries.map(
          (each) => [JSON.stringify([each.site, each.entity, each.surface]), each] as const,
        );
        return [...new Map(byText).values()].sort(compareEntries);
      });
  }
}

/** Schemas that were made already: to make one takes longer than to use it. */
const made = new WeakMap<Shape, z.ZodObject<Record<string, z.ZodType>, z.core.$loose>>();

/** The check of the fields of a shape; unknown fields pass unchanged. */
export function schemaOf(shape: Shape): z.ZodObject<Record<string, z.ZodType>, z.core.$loose> {
  const known = made.get(shape);
  if (known) return known;
  const fields = Object.entries(shape.fields).map(([name, field]): [string, z.ZodType] => [
    name,
    schemaOfField(field),
  ]);
  const schema = z.looseObject(Object.fromEntries(fields));
  made.set(shape, schema);
  return schema;
}

/** The check of a policy that was stored with the settings. Fields that the shape does not know are left out. */
export function policySchema(shape: Shape): z.ZodType {
  const some = z.object(schemaOf(shape).shape).partial();
  return z.object({
    organisation: z.string(),
    ...{ defaults: some, locked: some, own: some },
    ...{ sitesOff: texts(rule), sitesOn: texts(rule) },
  });
}

/** The check of one field; undefined for a name that the shape does not know. */
export const fieldSchema = (shape: Shape, name: string): z.ZodType | undefined =>
  Object.hasOwn(shape.fields, name) ? schemaOf(shape).shape[name] : undefined;

/**
 * Settings in the form that is stored.
 * @throws ZodError if a field has an invalid value
 */
export const canonicalSettings = (settings: Settings, shape: Shape): Settings =>
  settingsFrom(schemaOf(shape).parse(settings));
