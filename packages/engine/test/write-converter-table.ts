// Writes docs/method/converters.md: `npm run converter-table -w packages/engine`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { converterPage } from './converter-table.ts';

mkdirSync(new URL('../../../docs/method/', import.meta.url), { recursive: true });
writeFileSync(new URL('../../../docs/method/converters.md', import.meta.url), converterPage());
