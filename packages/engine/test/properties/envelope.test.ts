// The outer band of the NPV over random cities: it holds the middle and the sampled percentiles, and grows with what is less certain.
import type { City } from '@crg/domain/flow';
import type { Band } from '@crg/domain/match';
import type { Precision } from '@crg/domain/quantity';
import { expect, test } from 'vitest';
import { indexOfCity } from '../../src/city-index.ts';
import { chainsOfSupply } from '../../src/converters/chains.ts';
import { npvEnvelope } from '../../src/economics/envelope.ts';
import { FactorTable } from '../../src/economics/factor-table.ts';
import { figuresOf, type PairFigures } from '../../src/economics/pair-figures.ts';
import { uncertaintyOf } from '../../src/economics/uncertainty/sample-pair.ts';
import { bestPartners } from '../../src/search.ts';
import { converterCity } from '../converters/converter-city.ts';
import { cityOf, randomCity } from './random-city.ts';

const seeds = Array.from({ length: 60 }, (_, seed) => seed + 1);

function keptPairs(city: City): readonly PairFigures[] {
  const index = indexOfCity(city);
  return index
    .allSupplies()
    .flatMap((supply) => [...bestPartners(index, supply, 2), ...chainsOfSupply(index, supply)])
    .map(({ figures }) => figures);
}

const cities = [...seeds.map((seed) => cityOf(randomCity(seed))), ...seeds.slice(0, 15).map(converterCity)];
const pairs = cities.flatMap(keptPairs);
const factors = new FactorTable();

function nameOf({ pair }: PairFigures): string {
  const { supply, demand, conversion } = pair;
  return `${supply.flow.id} (${supply.type.id}) ~ ${conversion?.converter.id ?? ''} ~ ${demand.flow.id}`;
}

test('P10, P50 and P90 of a pair lie inside its outer band', () => {
  for (const figures of pairs) {
    const { low, high } = npvEnvelope(figures, factors);
    const { npvEur } = uncertaintyOf(figures.pair, factors, { samples: 250 });
    // A percentile of 250 samples lies between two of them: so much less exactly than the ends of the band.
    const room = 1e-3 * (high - low);
    expect(npvEur.p10, nameOf(figures)).toBeGreaterThanOrEqual(low - room);
    expect(npvEur.p90, nameOf(figures)).toBeLessThanOrEqual(high + room);
  }
  expect(pairs.length).toBeGreaterThan(100);
});

test('the middle lies inside', () => {
  for (const figures of pairs) {
    const { low, mid, high } = npvEnvelope(figures, factors);
    expect(low, nameOf(figures)).toBeLessThanOrEqual(mid);
    expect(high, nameOf(figures)).toBeGreaterThanOrEqual(mid);
  }
});

test('less precise quantities never narrow it, on either side', () => {
  let compared = 0;
  for (const city of cities) {
    const [measured, guessed] = (['measured', 'archetype'] as const).map((precision) => bandsOf(city, precision));
    for (const [name, band] of measured as Bands) {
      const wider = guessed?.get(name);
      if (wider === undefined) continue;
      // A pipe that loses about what it carries is worth least somewhere between both quantities: some euros below either end.
      const room = 1e-4 * (band.high - band.low);
      expect(wider.low, name).toBeLessThanOrEqual(band.low + room);
      expect(wider.high, name).toBeGreaterThanOrEqual(band.high - room);
      compared++;
    }
  }
  expect(compared).toBeGreaterThan(50);
});

type Bands = ReadonlyMap<string, Band>;

function bandsOf(city: City, precision: Precision): Bands {
  const flows = city.flows.map((flow) => ({ ...flow, quantity: { ...flow.quantity, precision } }));
  return new Map(keptPairs({ ...city, flows }).map((figures) => [nameOf(figures), npvEnvelope(figures, factors)]));
}

test('a band of a factor that is wider on both sides never narrows it', () => {
  const wide = new FactorTable(
    factors.all().map(({ id, unit, low, mid, high, source, year, geography }) => {
      const [down, up] = [Math.abs(mid) * 0.1, Math.abs(mid) * 0.1];
      return { id, unit, low: Math.min(low, mid - down), mid, high: Math.max(high, mid + up), source, year, geography };
    }),
  );
  for (const figures of pairs) {
    const narrow = npvEnvelope(figures, factors);
    const wider = npvEnvelope(figuresIn(figures, wide), wide);
    expect(wider.low, nameOf(figures)).toBeLessThanOrEqual(narrow.low + 1e-6);
    expect(wider.high, nameOf(figures)).toBeGreaterThanOrEqual(narrow.high - 1e-6);
  }
});

function figuresIn({ pair }: PairFigures, table: FactorTable): PairFigures {
  return figuresOf(pair, table.mids);
}
