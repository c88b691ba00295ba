import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { jsonSchemas } from '../src/json-schemas.ts';

const folder = new URL('../schema/', import.meta.url);

test('the published JSON Schemas are those of the code (npm run schemas -w packages/city-format writes them)', () => {
  expect(readdirSync(folder).sort()).toEqual(Object.keys(jsonSchemas).sort());
  for (const [name, schema] of Object.entries(jsonSchemas)) {
    const published: unknown = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
    expect(published).toEqual(JSON.parse(JSON.stringify(schema)));
  }
});
