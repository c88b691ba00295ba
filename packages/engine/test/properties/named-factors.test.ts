// "How was this made" leaves nothing out: every factor that makes a difference to a pair is named by one of its lines.
import { expect, test } from 'vitest';
import { indexOfCity } from '../../src/city-index.ts';
import { chainsOfSupply } from '../../src/converters/chains.ts';
import { explainPair } from '../../src/economics/explain-pair.ts';
import type { FactorTable } from '../../src/economics/factor-table.ts';
import type { FactorId } from '../../src/economics/factors.ts';
import { outcomeOf } from '../../src/economics/uncertainty/trial.ts';
import type { Pair } from '../../src/pair.ts';
import { bestPartners } from '../../src/search.ts';
import { converterCity } from '../converters/converter-city.ts';
import { cityOf, randomCity } from './random-city.ts';

const seeds = Array.from({ length: 60 }, (_, seed) => seed + 1);

test('every factor that makes a difference to a pair stands behind one of its lines', () => {
  const unnamed = new Set<string>();
  const kinds = new Set<string>();
  for (const city of [...seeds.map((seed) => cityOf(randomCity(seed))), ...seeds.slice(0, 30).map(converterCity)]) {
    const index = indexOfCity(city);
    for (const supply of index.allSupplies()) {
      for (const { figures } of [...bestPartners(index, supply, 2), ...chainsOfSupply(index, supply)]) {
        const { money, co2 } = explainPair(figures, index.factors);
        const named = new Set([...money, ...co2].flatMap((line) => line.factors));
        kinds.add(`${figures.pair.supply.type.id} ${figures.transport.mode}`);
        for (const { id } of index.factors.all())
          if (!named.has(id) && makesADifference(id, figures.pair, index.factors))
            unnamed.add(`${id} of ${nameOf(figures.pair)}`);
      }
    }
  }
  expect(kinds.size).toBeGreaterThan(20);
  expect([...unnamed].sort()).toEqual([]);
});

function nameOf({ supply, demand, conversion }: Pair): string {
  return `${supply.type.id} ~ ${conversion?.converter.id ?? ''} ~ ${demand.type.id}`;
}

/** A tenth more of it, and margin, NPV or CO2 is another one. */
function makesADifference(id: FactorId, pair: Pair, { mids }: FactorTable): boolean {
  const outcome = (values: typeof mids) => outcomeOf(pair, { supply: 1, demand: 1, values });
  const [before, after] = [outcome(mids), outcome({ ...mids, [id]: mids[id] * 1.1 })];
  return (Object.keys(before) as (keyof typeof before)[]).some((figure) => before[figure] !== after[figure]);
}
