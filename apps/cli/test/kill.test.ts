import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { killAtRandomMoments } from './kill-at-random.ts';

const folder = mkdtempSync(join(tmpdir(), 'crg-kill-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('after kill -9 at 3 random moments every acknowledged write is there', { timeout: 180_000 }, async () => {
  expect(await killAtRandomMoments(join(folder, 'data'), 3)).toBeGreaterThan(0);
});
