// Kills `crg import` and its undo at random moments, again and again on one folder, and looks each time at what is left.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { settleInterruptedImports } from '@crg/services/imports/settle-imports';
import { openStores } from '@crg/stores/open-stores';
import type { Import } from '@crg/stores/ports/import-store';
import type { Stores } from '@crg/stores/ports/stores';
import { expect } from 'vitest';
import { CrgProcess } from './crg-process.ts';
import { plantRows, plantTable } from './import-files.ts';

export interface KillCount {
  /** Killed before they had ended by themselves. */
  readonly killed: number;
  /** Kills after which the folder held the city of before, and the one of after. */
  readonly old: number;
  readonly new: number;
}

/** What a reader of the folder sees. */
interface Seen {
  readonly city: string;
  /** Newest first. */
  readonly imports: readonly Import[];
}

/**
 * Imports and undoes by turns, and kills each at a moment drawn anew. Afterwards the folder must hold the old city or the new one, and the list of imports must say which.
 *
 * @param folder for the data and the file
 * @param rows of the file: more make the import longer than the start of the process
 */
export async function killImportsAtRandomMoments(
  folder: string,
  { kills, rows }: { kills: number; rows: number },
): Promise<KillCount> {
  const data = join(folder, 'data');
  const file = join(folder, 'plants.csv');
  writeFileSync(file, plantTable(plantRows('k', rows)));
  const before = (await look(data, putNeighbour)).city;
  const began = performance.now();
  let seen = await brought(data, [file]);
  const alone = performance.now() - began;
  const after = seen.city;
  expect(after).not.toBe(before);

  const count = { killed: 0, old: 0, new: 0 };
  for (let kill = 0; kill < kills; kill++) {
    const isUndo = kill % 2 === 1;
    if ((seen.city === after) !== isUndo) seen = await brought(data, isUndo ? [file] : ['--undo', writtenLast(seen)]);
    const args = isUndo ? ['--undo', writtenLast(seen)] : [file];
    const crg = new CrgProcess(['import', ...args, '--data', data]);
    await Promise.race([sleep(Math.random() * alone), crg.ended]);
    const { signal } = await crg.stop('SIGKILL');
    seen = await look(data);
    if (signal === 'SIGKILL') count.killed++;
    expect([before, after], `the city after kill ${kill + 1}, of an ${isUndo ? 'undo' : 'import'}`).toContain(
      seen.city,
    );
    expectHonest(seen, seen.city === after);
    count[seen.city === after ? 'new' : 'old']++;
  }
  return count;
}

/** The folder after an import or undo that nobody disturbs: the one that the next kill begins with. */
async function brought(data: string, args: readonly string[]): Promise<Seen> {
  const { code, told } = await new CrgProcess(['import', ...args, '--data', data]).ended;
  expect(code, told.join('\n')).toBe(0);
  return look(data);
}

/** Only what is in the city is listed as such, and nothing is left at work. */
function expectHonest({ imports }: Seen, isWritten: boolean): void {
  const [newest] = imports.filter(({ state }) => state === 'imported' || state === 'undone');
  const ofThisFile = newest?.files[0]?.name === 'plants.csv' && newest.state === 'imported';
  expect(ofThisFile).toBe(isWritten);
  for (const { state, error } of imports) {
    expect(['open', 'checked', 'imported', 'undone', 'failed', 'cancelled']).toContain(state);
    if (state === 'failed') expect(error).toMatch(/Nothing was written\. Check it again, or import the file anew\.$/);
  }
}

function writtenLast({ imports }: Seen): string {
  const found = imports.find(({ state }) => state === 'imported');
  if (found === undefined) throw new Error('expected an import that can be undone');
  return found.id;
}

/** Opens the folder as the next process would. */
async function look(data: string, prepare?: (stores: Stores) => Promise<void>): Promise<Seen> {
  const stores = await openStores({ kind: 'embedded', directory: data, log: () => undefined });
  try {
    await prepare?.(stores);
    await settleInterruptedImports(stores);
    const snapshot = await stores.city.snapshot();
    const metadata = await stores.city.metadata();
    const { items } = await stores.imports.page({ cursor: null, limit: 200 });
    return { city: JSON.stringify([snapshot?.city, metadata]), imports: items };
  } finally {
    await stores.close();
  }
}

/** Somebody else's city, which the import adds to; it overwrites the name of one of its organizations. */
async function putNeighbour({ city }: Stores): Promise<void> {
  const organizations = [
    { id: 'eea:k-0', name: 'Old plant', nace: [] },
    { id: 'brewery', name: 'Brewery', nace: [] },
  ];
  await city.putCity({ name: 'Jutland', year: 2024, currency: 'DKK', organizations, sites: [], flows: [] }, ['Known']);
}
