// A heat pump in one country serves a receiver in another: whose electricity counts for what.
import type { Chain, Line } from '@crg/domain/match';
import { expect, test } from 'vitest';
import { matchCity } from '../../src/match-city.ts';
import { flow, smallCity } from '../small-city.ts';

/** 1 MW of 40 °C becomes heat of 60 °C and more through a heat pump that stands at the supplier's. */
function pumped(supplierCountry: string, receiverCountry: string): Chain {
  const quantity = { amount: 1000, unit: 'kW', precision: 'measured' } as const;
  const temperature = (min: number, max: number | null) => ({ temperature_c: { min, max } });
  const place = { siteId: 'west', direction: 'supply' } as const;
  const flows = [
    flow({ id: 's', ...place, type: 'heat.low_grade', quantity, quality: temperature(40, 40) }),
    flow({ id: 'd', siteId: 'east', direction: 'demand', quantity, quality: temperature(60, null) }),
  ];
  const west = { country: supplierCountry };
  const { chains } = matchCity(smallCity({ flows, west, east: { country: receiverCountry } }), { k: 1 });
  const chain = chains.find(({ converters }) => converters[0]?.id === 'heat_pump_90');
  if (chain === undefined) throw new Error('expected a chain through a heat pump');
  return chain;
}

function lineOf(lines: readonly Line[], id: string): Line {
  const line = lines.find((candidate) => candidate.id === id);
  if (line === undefined) throw new Error(`expected a line ${id}`);
  return line;
}

test('a heat pump in Poland for a receiver in Sweden runs on Polish electricity, the pumps of the pipe on Swedish', () => {
  const { converters, economics } = pumped('PL', 'SE');
  const mwh = converters[0]?.electricityMwhPerYear ?? Number.NaN;
  const converter = lineOf(economics.co2, 'converter_electricity');
  expect(mwh).toBeGreaterThan(500);
  expect(converter.amount).toBeCloseTo(-mwh * 0.662, 9);
  expect(converter.factors).toEqual(['grid.PL']);
  expect(converter.formula).toContain('0.662 kg/kWh (PL)');
  expect(lineOf(economics.co2, 'electricity').factors).toEqual(['grid.SE']);
  const sum = economics.co2.filter(({ id }) => id !== 'net').reduce((total, { amount }) => total + amount, 0);
  expect(economics.co2TonnesPerYear).toBeCloseTo(sum, 9);
  // In the inventories it is the supplier's who runs it.
  expect(economics.co2Attributional?.supplierTonnesPerYear).toBeCloseTo(mwh * 0.662, 9);
});

test('the same pump the other way round emits a sixteenth of that', () => {
  const [there, back] = [pumped('PL', 'SE'), pumped('SE', 'PL')].map(
    ({ economics }) => lineOf(economics.co2, 'converter_electricity').amount,
  );
  expect((back ?? 0) / (there ?? 0)).toBeCloseTo(0.041 / 0.662, 9);
});

test('in a country without a figure only what runs there is left out, and the line says so', () => {
  const atSupplier = pumped('NO', 'SE').economics.co2;
  expect(lineOf(atSupplier, 'converter_electricity').amount).toBeCloseTo(0, 12);
  expect(lineOf(atSupplier, 'converter_electricity').formula).toContain('not known (NO), left out');
  expect(lineOf(atSupplier, 'electricity').amount).toBeLessThan(0);
  const atReceiver = pumped('SE', 'NO').economics.co2;
  expect(lineOf(atReceiver, 'converter_electricity').amount).toBeLessThan(0);
  expect(lineOf(atReceiver, 'electricity').amount).toBeCloseTo(0, 12);
});
