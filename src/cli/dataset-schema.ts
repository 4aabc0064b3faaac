/** `npm run dataset:schema`: writes the JSON Schema for editors from the zod schema. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { datasetSchema, SCHEMA_VERSION } from '../dataset/authoring.ts';
import { ROOT } from './paths.ts';

/** The schema's name for good: nobody fetches it. A dataset may have it as `$schema`, or a path to the file below. */
export const JSON_SCHEMA_ID = `urn:backgrounder:dataset:${SCHEMA_VERSION}`;
export const JSON_SCHEMA_FILE = join(ROOT, 'assets/dataset/dataset.schema.json');

/** The JSON Schema for dataset files as a person writes them: fields with defaults are optional. */
export function jsonSchemaText(): string {
  const { $schema, ...schema } = z.toJSONSchema(datasetSchema, { io: 'input' });
  return `${JSON.stringify({ $schema, $id: JSON_SCHEMA_ID, ...schema }, null, 2)}\n`;
}

if (import.meta.main) writeFileSync(JSON_SCHEMA_FILE, jsonSchemaText());
