// The same as imports.test.ts at full length.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, test } from 'vitest';
import { importsFollowTheModel } from '../contracts/import-model.ts';
import { openStores } from '../src/open-stores.ts';
import { killAllChildren } from './children/start.ts';
import { killDuring } from './kill-imports.ts';

const parent = mkdtempSync(join(tmpdir(), 'crg-test-'));
afterAll(() => {
  killAllChildren();
  rmSync(parent, { recursive: true });
});

test('imports, undos and edits in any order leave what the model says', async () => {
  const stores = await openStores({ kind: 'embedded', directory: join(parent, 'model'), log: () => {} });
  await importsFollowTheModel(stores, { runs: 500, seed: 1 });
  await stores.close();
});

test('a process killed at twenty moments of writing or taking back an import leaves the old city or the new one', async () => {
  await killDuring({ directory: join(parent, 'killed'), kills: 20, seed: 1 });
});
