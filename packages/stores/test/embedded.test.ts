// Every contract on the embedded stores, over one database: starting one takes seconds and a gigabyte.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { changeLogContract } from '../contracts/change-log.ts';
import { cityStoreContract } from '../contracts/city-store.ts';
import { flowStoreContract } from '../contracts/flow-store.ts';
import { graphStoreContract } from '../contracts/graph-store.ts';
import { importStageContract } from '../contracts/import-stage.ts';
import { importStoreContract } from '../contracts/import-store.ts';
import { jobStoreContract } from '../contracts/job-store.ts';
import { mappingStoreContract } from '../contracts/mapping-store.ts';
import { matchStoreContract } from '../contracts/match-store.ts';
import { organizationStoreContract } from '../contracts/organization-store.ts';
import { siteStoreContract } from '../contracts/site-store.ts';
import { transactionsContract } from '../contracts/transactions.ts';
import { embeddedDefaults, openEmbedded } from '../src/embedded/open-embedded.ts';
import type { Stores } from '../src/ports/stores.ts';

const parent = mkdtempSync(join(tmpdir(), 'crg-test-'));
let stores: Stores;

beforeAll(async () => {
  stores = await openEmbedded({
    ...embeddedDefaults(),
    directory: join(parent, 'data'),
    log: () => {},
    // Long enough for a busy machine, short enough for the test that waits it out.
    waitMilliseconds: 3000,
  });
});
afterAll(async () => {
  await stores.close();
  rmSync(parent, { recursive: true });
});

const open = async () => stores;
organizationStoreContract(open);
siteStoreContract(open);
flowStoreContract(open);
cityStoreContract(open);
changeLogContract(open);
matchStoreContract(open);
graphStoreContract(open);
jobStoreContract(open);
importStoreContract(open);
importStageContract(open);
mappingStoreContract(open);
transactionsContract(open);
