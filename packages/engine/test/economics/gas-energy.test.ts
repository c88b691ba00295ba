// One fuel gas replaces another by its energy: what is delivered over the natural gas, or the biogas, that is bought today.
import type { ResourceFlow } from '@crg/domain/flow';
import { expect, test } from 'vitest';
import { explainPair } from '../../src/economics/explain-pair.ts';
import { builtInFactors } from '../../src/economics/factor-table.ts';
import { gasEnergyOf } from '../../src/economics/gas-energy.ts';
import { figuresOf } from '../../src/economics/pair-figures.ts';
import { flow, onlyPair } from '../small-city.ts';

type Side = Partial<ResourceFlow> & Pick<ResourceFlow, 'type'>;

const quantity = { amount: 100, unit: 'm3/h', precision: 'measured' } as const;
const pairOf = (supply: Side, demand: Side) =>
  onlyPair({
    flows: [
      flow({ id: 'supply', siteId: 'west', direction: 'supply', quantity, ...supply }),
      flow({ id: 'demand', siteId: 'east', direction: 'demand', quantity, ...demand }),
    ],
  });
const ratio = (supply: Side, demand: Side) => gasEnergyOf(pairOf(supply, demand)).ratio;
const between = (min: number, max: number | null) => ({ min, max });

test('a m3 of biogas replaces 0.6 m3 of natural gas, and as much of it as its methane or heating value says', () => {
  const burner = { type: 'gas.fuel_gas' };
  expect(ratio({ type: 'gas.biogas' }, burner)).toBeCloseTo(0.6, 12);
  expect(ratio({ type: 'gas.biogas', quality: { methane_percent: between(50, 56) } }, burner)).toBeCloseTo(0.53, 12);
  // 9.97 kWh are 35.892 MJ; a heating value is nearer to the matter than the methane.
  const rich = { heating_value_mj_m3: between(23, 25), methane_percent: between(50, 56) };
  expect(ratio({ type: 'gas.biogas', quality: rich }, burner)).toBeCloseTo(24 / 35.892, 12);
});

test('for a burner of biogas 60 % of methane is one for one, and 66 % is a tenth more', () => {
  expect(ratio({ type: 'gas.biogas' }, { type: 'gas.biogas' })).toBe(1);
  const rich = { type: 'gas.biogas', quality: { methane_percent: between(66, null) } };
  expect(ratio(rich, { type: 'gas.biogas' })).toBeCloseTo(1.1, 12);
});

test('process gas of 50 MJ replaces 1.393 m3, biomethane one; of anything but fuel gas the m3 count as they are', () => {
  const gas = { type: 'gas.fuel_gas', quality: { heating_value_mj_m3: between(40, 60) } };
  expect(ratio(gas, { type: 'gas.fuel_gas' })).toBeCloseTo(50 / 35.892, 12);
  expect(ratio({ type: 'gas.biomethane' }, { type: 'gas.natural_gas' })).toBe(1);
  expect(ratio({ type: 'gas.co2' }, { type: 'gas.co2' })).toBe(1);
});

test('money, CO2 avoided and the inventory of the receiver count it alike, and their lines say by how much', () => {
  const figures = figuresOf(pairOf({ type: 'gas.biogas' }, { type: 'gas.fuel_gas' }), builtInFactors.mids);
  expect(figures.avoidedPurchase).toBeCloseTo(876_000 * 0.6 * 0.3988, 6);
  const { money, co2, co2Attributional } = explainPair(figures, builtInFactors);
  const named = [
    money.find(({ id }) => id === 'avoided_purchase'),
    co2.find(({ id }) => id === 'avoided_purchase'),
    co2Attributional?.lines.find(({ id }) => id === 'replaced'),
  ];
  for (const line of named) expect(line?.formula).toContain('876,000 m3/a x 0.6 by energy x ');
  // 876,000 x 0.6 x 2.020919 kg.
  expect(named.slice(1).map((line) => line?.amount)).toEqual([
    expect.closeTo(1062.195, 3),
    expect.closeTo(-1062.195, 3),
  ]);
});

test('of a process gas that states nothing the line says that its heating value is not known', () => {
  const figures = figuresOf(pairOf({ type: 'gas.fuel_gas' }, { type: 'gas.fuel_gas' }), builtInFactors.mids);
  const line = explainPair(figures, builtInFactors).money.find(({ id }) => id === 'avoided_purchase');
  expect(line?.formula).toContain('x 1 (its heating value is not stated)');
});
