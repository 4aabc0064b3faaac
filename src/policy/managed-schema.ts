/**
 * The schema of a policy for Chromium, which hands over only what has the types in it. Made from the table of settings when the
 * extension is built. Firefox has no such schema.
 */
import type { Field } from '../settings/index.ts';
import { settableFields } from './policy-parts.ts';

/** Chromium knows a small part of JSON Schema: no `additionalProperties` at the top, one type for each value. */
interface PolicySchema {
  type: string;
  title?: string;
  description?: string;
  properties?: Record<string, PolicySchema>;
  items?: PolicySchema;
}

const list = (description: string, items: PolicySchema = { type: 'string' }): PolicySchema => ({
  ...{ type: 'array', description, items },
});

/** @param fields the table of settings */
export function managedSchema(fields?: Readonly<Record<string, Field>>): PolicySchema {
  const settings = Object.fromEntries(
    settableFields(fields).map(([name, field]) => [name, schemaOfField(field)]),
  );
  const group = (title: string, description: string): PolicySchema => ({
    ...{ type: 'object', title, description, properties: settings },
  });
  return {
    type: 'object',
    properties: {
      organisation: {
        type: 'string',
        title: 'Name of your organisation',
        description: 'Shown to readers beside whatever this policy has set.',
      },
      locked: group('Locked settings', 'Values that readers see and cannot change.'),
      defaults: group('Default settings', 'Values that apply until a reader chooses another one.'),
      sitesOff: list('Sites on which the extension is off, in addition to those of the reader.'),
      sitesOn: list('Sites on which it is on where it is off elsewhere.'),
      datasets: list('Whole datasets: the text of each file.'),
    },
  };
}

/**
 * The type of a setting. Which values it may hold is only described: where one value of a group breaks the schema, Chromium drops the
 * whole group. We drop the value alone, and say so in the options.
 */
function schemaOfField(field: Field): PolicySchema {
  switch (field.kind) {
    case 'switch':
      return { type: 'boolean' };
    case 'number':
      return { type: 'integer', description: `From 0 to ${field.max}.` };
    case 'moment':
      return { type: 'integer' };
    case 'choice': {
      const isText = field.values.every((value) => typeof value === 'string');
      const values = field.values.map((value) => JSON.stringify(value)).join(', ');
      return { type: isText ? 'string' : 'integer', description: `One of ${values}.` };
    }
    case 'names':
      return list('Ids of entities.');
    case 'rules':
      return list('Rules like example.org, *.example.org, example.org/news/* or file:.');
    case 'mentions': {
      const text = { type: 'string' };
      return list('Matches to ignore.', {
        type: 'object',
        properties: { site: text, entity: text, surface: text },
      });
    }
  }
}
