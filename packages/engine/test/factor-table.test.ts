// The page of data sources shows the factors that the engine uses, all of them and no others.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { factors } from '../src/economics/factors.ts';
import { withFactorTable } from './factor-table.ts';

test('docs/data-sources.md shows every factor as it is used (npm run factor-table -w packages/engine makes it anew)', () => {
  const page = readFileSync(new URL('../../../docs/data-sources.md', import.meta.url), 'utf8');
  expect(page).toBe(withFactorTable(page));
});

test('every factor has a source, a year, a geography and a mark of confidence', () => {
  for (const [id, { source, year, geography, confidence }] of Object.entries(factors)) {
    expect(source, id).not.toBe('');
    expect(geography, id).not.toBe('');
    expect(year, id).toBeGreaterThan(2000);
    expect(['S', 'T', 'J'], id).toContain(confidence);
  }
});
