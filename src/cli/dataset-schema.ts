/** `npm run dataset:schema`: writes the JSON Schema for editors from the zod schema. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { datasetSchema } from '../dataset/authoring.ts';
import { ROOT } from './paths.ts';

export const JSON_SCHEMA_FILE = join(ROOT, 'assets/dataset/dataset.schema.json');

/** The JSON Schema for dataset files as a person writes them: fields with defaults are optional. */
export function jsonSchemaText(): string {
  return `${JSON.stringify(z.toJSONSchema(datasetSchema, { io: 'input' }), null, 2)}\n`;
}

if (import.meta.main) writeFileSync(JSON_SCHEMA_FILE, jsonSchemaText());
