import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { JSON_SCHEMA_FILE, jsonSchemaText } from '../../../src/cli/dataset-schema.ts';

test('the JSON Schema for editors is that of the zod schema (npm run dataset:schema writes it)', () => {
  expect(JSON.parse(readFileSync(JSON_SCHEMA_FILE, 'utf8'))).toEqual(JSON.parse(jsonSchemaText()));
});
