// Body of the thread that matches one city: its records come in some at a time, the lists of its supplies go out the same way.
import { parentPort } from 'node:worker_threads';
import type { FactorOverride, Organization, ResourceFlow, Site } from '@crg/domain/flow';
import type { Notice } from '@crg/domain/match';
import type { PairLists } from '@crg/domain/pair-columns';
import { CityIndex } from '@crg/engine/city-index';
import { FactorTable } from '@crg/engine/economics/factor-table';
import { listsOfCity } from '@crg/engine/pair-lists';
import { placeOf, placesOf } from '@crg/engine/prepared-flow';
import { defaultWeights } from '@crg/engine/score';

export type ToEngine =
  | { readonly kind: 'city'; readonly year: number; readonly factors: readonly FactorOverride[] }
  | { readonly kind: 'organizations'; readonly records: readonly Organization[] }
  | { readonly kind: 'sites'; readonly records: readonly Site[] }
  | { readonly kind: 'flows'; readonly records: readonly ResourceFlow[] }
  | { readonly kind: 'match'; readonly k: number };
export type FromEngine =
  | { readonly kind: 'lists'; readonly lists: PairLists }
  | { readonly kind: 'done'; readonly notices: readonly Notice[] };

const port = parentPort;
if (port === null) throw new Error('Expected to run as a worker thread.');
const say = (message: FromEngine, columns: ArrayBuffer[] = []) => port.postMessage(message, columns);

let index: CityIndex | null = null;
const organizations: Organization[] = [];
const sites: Site[] = [];
let places: ReturnType<typeof placesOf> | null = null;

port.on('message', (message: ToEngine) => {
  switch (message.kind) {
    case 'city':
      index = new CityIndex(message.year, defaultWeights, new FactorTable(message.factors));
      return;
    case 'organizations':
      organizations.push(...message.records);
      return;
    case 'sites':
      sites.push(...message.records);
      return;
    case 'flows':
      places ??= placesOf({ organizations, sites });
      for (const flow of message.records) index?.put(flow, placeOf(flow, places));
      return;
    case 'match':
      if (index === null) throw new Error('Expected the year and the records of a city first.');
      for (const lists of listsOfCity(index, message.k)) say({ kind: 'lists', lists }, buffersOf(lists));
      say({ kind: 'done', notices: index.notices() });
      port.close();
  }
});

/** Handed over, not copied. */
function buffersOf({ supplies, matches, chains, nearMisses }: PairLists): ArrayBuffer[] {
  const columns = [supplies, ...[matches, chains, nearMisses].flatMap((kind) => Object.values(kind))];
  return columns.map(({ buffer }) => buffer as ArrayBuffer);
}
