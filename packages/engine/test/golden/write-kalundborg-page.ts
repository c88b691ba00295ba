// Writes the totals of docs/method/kalundborg.md: `npm run kalundborg-table -w packages/engine`.
import { readFileSync, writeFileSync } from 'node:fs';
import { withTotals } from './kalundborg-page.ts';

const page = new URL('../../../../docs/method/kalundborg.md', import.meta.url);
writeFileSync(page, withTotals(readFileSync(page, 'utf8')));
