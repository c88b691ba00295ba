// Writes docs/method/permit-rules.md: `npm run permit-table -w packages/engine`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { permitPage } from './permit-table.ts';

mkdirSync(new URL('../../../docs/method/', import.meta.url), { recursive: true });
writeFileSync(new URL('../../../docs/method/permit-rules.md', import.meta.url), permitPage());
