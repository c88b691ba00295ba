// Writes `schema/*.schema.json`; run it after a change of `src/schemas.ts`: npm run schemas -w packages/city-format
import { mkdir, writeFile } from 'node:fs/promises';
import { jsonSchemas } from '../src/json-schemas.ts';

const folder = new URL('../schema/', import.meta.url);
await mkdir(folder, { recursive: true });
for (const [name, schema] of Object.entries(jsonSchemas)) {
  await writeFile(new URL(name, folder), `${JSON.stringify(schema, null, 2)}\n`);
}
