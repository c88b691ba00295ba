// Writes the factor table of docs/data-sources.md: `npm run factor-table -w packages/engine`.
import { readFileSync, writeFileSync } from 'node:fs';
import { withFactorTable } from './factor-table.ts';

const page = new URL('../../../docs/data-sources.md', import.meta.url);
writeFileSync(page, withFactorTable(readFileSync(page, 'utf8')));
