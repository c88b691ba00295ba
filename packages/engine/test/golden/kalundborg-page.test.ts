// The page that sets Kalundborg's published totals beside ours shows the totals that the engine finds.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withTotals } from './kalundborg-page.ts';

test('docs/method/kalundborg.md shows the totals as they are found (npm run kalundborg-table -w packages/engine makes them anew)', () => {
  const page = readFileSync(new URL('../../../../docs/method/kalundborg.md', import.meta.url), 'utf8');
  expect(page).toBe(withTotals(page));
});
