import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { killImportsAtRandomMoments } from './kill-imports.ts';

const folder = mkdtempSync(join(tmpdir(), 'crg-kill-import-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('after kill -9 at 20 random moments of an import and its undo the city is the old one or the new one', async () => {
  const count = await killImportsAtRandomMoments(folder, { kills: 20, rows: 6000 });
  console.log(`killed ${count.killed} times; then ${count.old} times the old city and ${count.new} times the new one`);
  // The moments are drawn over the time that the work takes alone, so nearly all of them fall into it.
  expect(count.killed).toBeGreaterThan(5);
});
