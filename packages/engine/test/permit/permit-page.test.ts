// The page of permit rules shows the rules that the engine judges by, all of them and no others.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { permitPage } from '../permit-table.ts';

test('docs/method/permit-rules.md shows every rule as it is used (npm run permit-table -w packages/engine makes it anew)', () => {
  expect(readFileSync(new URL('../../../../docs/method/permit-rules.md', import.meta.url), 'utf8')).toBe(permitPage());
});
