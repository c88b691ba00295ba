// `crg import`: a city file into the data folder, all of it or nothing.
import { resolve } from 'node:path';
import { readCity } from '@crg/city-format/city-file';
import type { City } from '@crg/domain/flow';
import type { CityCounts, CityStore } from '@crg/stores/ports/city-store';
import { readTextFile } from '../read-text-file.ts';
import type { Terminal } from '../terminal.ts';
import { withDataFolder } from '../with-data-folder.ts';

export interface ImportOptions {
  readonly file: string;
  readonly data: string;
  readonly json?: true;
}

/** @throws InvalidInput when the file is refused; DomainError when the folder is in use or unusable */
export async function importCity({ file, data, json }: ImportOptions, terminal: Terminal): Promise<void> {
  const began = performance.now();
  const { text } = await readTextFile(file, terminal);
  // Read before the folder is opened: a file with mistakes never makes one.
  const { city, notices } = readCity(text);
  const { put, created } = await withDataFolder(data, terminal, (stores) => putCounted(stores.city, city, file));
  for (const { flowId, text: notice } of notices) terminal.tell(`crg import: notice: flow "${flowId}": ${notice}`);
  const seconds = (performance.now() - began) / 1000;
  if (json) {
    const rows = city.organizations.length + city.sites.length + city.flows.length;
    const summary = { rows, created, updated: put.replaced, unchanged: put.unchanged, rejected: [], seconds };
    await terminal.write(`${JSON.stringify(summary)}\n`);
    return;
  }
  terminal.tell(
    `crg import: ${city.name}: ${put.created} new, ${put.replaced} updated, ${put.unchanged} unchanged in ${seconds.toFixed(1)} s. ` +
      'The next `npx crg start` matches them.',
  );
}

async function putCounted(store: CityStore, city: City, file: string) {
  const before = await store.counts();
  const put = await store.putCity(city, [`Imported from ${file === '-' ? 'standard input' : resolve(file)}`]);
  return { put, created: difference(await store.counts(), before) };
}

function difference(after: CityCounts, before: CityCounts) {
  return {
    organizations: after.organizations - before.organizations,
    sites: after.sites - before.sites,
    flows: after.flows - before.flows,
  };
}
