// Opens the folder and writes an import, takes it back, and so on, telling what it begins. Goes on where a killed one stopped.
import { writeSync } from 'node:fs';
import { flow, organization, site } from '../../contracts/example-records.ts';
import { openStores } from '../../src/open-stores.ts';
import type { Stores } from '../../src/ports/stores.ts';

export const companies = 1500;

if (import.meta.main) await importUntilStopped(process.argv[2] ?? '');

async function importUntilStopped(directory: string): Promise<void> {
  const stores = await openStores({ kind: 'embedded', directory, log: () => {} });
  let id = await goOn(stores);
  const usual = { writing: 500, undoing: 500 };
  for (;;) {
    if (id === null) id = await staged(stores);
    const { state } = (await stores.imports.get(id)) ?? {};
    const working = state === 'checked' || state === 'writing' ? 'writing' : 'undoing';
    if (state !== working) await stores.imports.move(id, working);
    writeSync(1, `${working} ${usual[working]}\n`);
    const started = performance.now();
    if (working === 'writing') {
      await stores.importStage.write(id, { name: 'Example', year: 2024, currency: 'EUR', sources: ['generated'] });
    } else {
      await stores.importStage.undo(id, { keepChanged: false });
      id = null;
    }
    usual[working] = Math.round(performance.now() - started);
  }
}

/** The import that the process before was at; null if there is none, or it was done with it. */
async function goOn({ imports }: Stores): Promise<string | null> {
  const [newest] = (await imports.page({ cursor: null, limit: 1 })).items;
  if (newest === undefined) return null;
  return ['writing', 'imported', 'undoing'].includes(newest.state) ? newest.id : null;
}

async function staged({ imports, importStage }: Stores): Promise<string> {
  const { id } = await imports.create({ files: [], settings: null });
  const numbers = Array.from({ length: companies }, (_, i) => i);
  await imports.move(id, 'checking');
  await importStage.stage(id, {
    organizations: numbers.map((i) => ({ value: organization(`o${i}`), file: 0, row: i })),
    sites: numbers.map((i) => ({ value: site(`s${i}`, `o${i}`), file: 0, row: i })),
    flows: numbers.map((i) => ({ value: flow(`f${i}`, `s${i}`), file: 0, row: i })),
    problems: [],
  });
  await imports.move(id, 'checked');
  return id;
}
