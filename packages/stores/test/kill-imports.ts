// Kills a process that writes and takes back the same import again and again, and looks at what it left.
import { setTimeout } from 'node:timers/promises';
import { expect } from 'vitest';
import { openStores } from '../src/open-stores.ts';
import { companies } from './children/import-until-stopped.ts';
import { startChild } from './children/start.ts';

/** @param seed of the moments: each falls somewhere into a write or an undo, in turn */
export async function killDuring({ directory, kills, seed }: { directory: string; kills: number; seed: number }) {
  let random = seed;
  for (let kill = 0; kill < kills; kill++) {
    const child = startChild('import-until-stopped.ts', [directory]);
    const working = kill % 2 === 0 ? 'writing' : 'undoing';
    const before = await child.line((line) => line.startsWith(working));
    random = (random * 48_271) % 2_147_483_647;
    // How long such a step took at first, said by the child, and a little more.
    const milliseconds = Number(before.split(' ')[1]);
    await setTimeout((random / 2_147_483_647) * milliseconds * 1.2);
    await child.kill();
    await assertWhole(directory);
  }
}

async function assertWhole(directory: string): Promise<void> {
  const stores = await openStores({ kind: 'embedded', directory, log: () => {} });
  try {
    const [newest] = (await stores.imports.page({ cursor: null, limit: 1 })).items;
    const { organizations, sites, flows } = await stores.city.counts();
    const isIn = newest?.state === 'imported' || newest?.state === 'undoing';
    const all = isIn ? companies : 0;
    expect({ state: newest?.state, organizations, sites, flows }).toEqual({
      state: newest?.state,
      organizations: all,
      sites: all,
      flows: all,
    });
    expect((await stores.city.metadata())?.sources ?? []).toEqual(isIn ? ['generated'] : []);
  } finally {
    await stores.close();
  }
}
