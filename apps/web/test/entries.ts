// Pairs of an invented city for tests of the view models.
import type { Entry } from '../src/model/entry.ts';

/** A heat match of 100,000 EUR a year between flows named by the id, `<supply>~<demand>`. */
export function entry(id: string, change: Partial<Entry> = {}): Entry {
  const [supply = '', demand = ''] = id.split('~');
  const end = (flowId: string) => ({ flowId, siteId: `${flowId}-site`, name: flowId, flow: flowId, place: null });
  return {
    id,
    kind: 'match',
    family: 'heat',
    typeLabel: 'Heat',
    supply: end(supply),
    demand: end(demand),
    distanceKm: 1,
    quantity: { amount: 1_000, unit: 'MWh/a' },
    eurPerYear: 100_000,
    co2TonnesPerYear: 50,
    score: 0.7,
    terms: null,
    precision: 'estimated',
    marks: [],
    change: null,
    ...change,
  };
}
