// Converters one at a time, at the limits of what is built: what they give, what is left over, what they refuse.
import { always } from '@crg/domain/availability';
import type { Interval } from '@crg/domain/flow';
import { resourceType } from '@crg/domain/taxonomy';
import { describe, expect, test } from 'vitest';
import { indexOfCity } from '../../src/city-index.ts';
import { convert } from '../../src/converters/convert.ts';
import { type Asked, nothingAsked } from '../../src/converters/models.ts';
import { converterById } from '../../src/converters/table.ts';
import { flow, smallCity } from '../small-city.ts';

const exactly = (value: number): Interval => ({ min: value, max: value });

function made(
  id: string,
  type: string,
  quality: Readonly<Record<string, Interval>>,
  asked: Partial<Asked> = {},
  hours = always.hours,
) {
  const quantity = { amount: 10, unit: resourceType(type).rateUnit, precision: 'measured' } as const;
  const supply = flow({
    id: 'supply',
    siteId: 'west',
    direction: 'supply',
    type,
    quality,
    quantity,
    availability: { ...always, hours },
  });
  const index = indexOfCity(smallCity({ flows: [supply] }));
  const prepared = index.get('supply');
  const converter = converterById(id);
  if (prepared === null || converter === null) throw new Error(`expected a supply and a converter ${id}`);
  return convert({
    supply: prepared,
    converter,
    asked: { ...nothingAsked, ...asked },
    values: index.factors.mids,
    calendar: index.calendar,
  });
}

function yieldsOf(...args: Parameters<typeof made>) {
  const answer = made(...args);
  if ('refused' in answer) throw new Error(answer.refused);
  return answer.yields;
}

const refusalOf = (...args: Parameters<typeof made>) => {
  const answer = made(...args);
  return 'refused' in answer ? answer.refused : null;
};

const figure = (id: string) =>
  indexOfCity(smallCity({ flows: [] }))
    .factors.all()
    .find((row) => row.id === id)?.mid ?? Number.NaN;

describe('heat', () => {
  const flueGas = (celsius: number) => ({ temperature_c: exactly(celsius) });

  test('a boiler in flue gas of 400 °C gives what lies above its steam and its pinch: (400 - 180 - pinch)/(400 - 15)', () => {
    const pinch = figure('converter.waste_heat_boiler.pinch');
    const { output, quality } = yieldsOf('waste_heat_boiler', 'heat.flue_gas', flueGas(400), { temperatureC: 180 });
    expect(output).toBeCloseTo((400 - 180 - pinch) / 385, 9);
    expect(quality.temperature_c).toEqual(exactly(180));
  });

  test('water behind an economiser is 25 K cooler than the gas, and 110 °C at most', () => {
    expect(yieldsOf('flue_gas_economiser', 'heat.flue_gas', flueGas(130)).quality.temperature_c).toEqual(exactly(105));
    expect(yieldsOf('flue_gas_economiser', 'heat.flue_gas', flueGas(300)).quality.temperature_c).toEqual(exactly(110));
  });

  test('used water of 35 °C that is cooled by some kelvin gives 998 kg x 4.19 kJ/(kg K) of each, 3 K below its own', () => {
    const cooled = figure('converter.plate_heat_exchanger.cooling');
    const share = figure('converter.plate_heat_exchanger.yield');
    const { output, quality, unused } = yieldsOf('plate_heat_exchanger', 'water.wastewater', {
      temperature_c: exactly(35),
    });
    expect(output).toBeCloseTo((((998 * 4.19) / 3600) * cooled * share) / 1000, 9);
    expect(quality.temperature_c).toEqual(exactly(32));
    expect(unused).toBe(1);
  });

  test('a heat pump to 90 °C lifts by 70 K at most and no higher than 90 °C', () => {
    const lowGrade = (celsius: number) => ({ temperature_c: exactly(celsius) });
    const refused = (from: number, to: number) =>
      refusalOf('heat_pump_90', 'heat.low_grade', lowGrade(from), { temperatureC: to });
    expect(refused(30, 90)).toBeNull();
    expect(refused(30, 91)).toContain('beyond 90 °C');
    expect(refused(15, 85)).toBeNull();
    expect(refused(15, 86)).toContain('above 70 K');
  });

  test('steam that is hotter than any pump makes it is refused', () => {
    const asked = (temperatureC: number) =>
      refusalOf('heat_pump_steam', 'heat.hot_water', { temperature_c: exactly(90) }, { temperatureC });
    expect(asked(120)).toBeNull();
    expect(asked(170)).toContain('outside');
  });
});

test('a hot water tank bridges 72 hours without its source, and not 73', () => {
  const refusedAfter = (gap: number) =>
    refusalOf(
      'hot_water_tank',
      'heat.hot_water',
      { temperature_c: exactly(80) },
      {},
      always.hours.map((_, hour) => hour >= gap),
    );
  expect(refusedAfter(72)).toBeNull();
  expect(refusedAfter(73)).toContain('a gap of 73 h is longer than 72 h');
  expect(refusedAfter(0)).toContain('every hour');
});

describe('what is left over', () => {
  test('an evaporator leaves what is not distilled as concentrate, which costs money', () => {
    const share = figure('converter.evaporator.yield');
    const { output, besides } = yieldsOf('evaporator', 'water.wastewater', {});
    expect(output).toBe(share);
    expect(besides).toMatchObject([
      { amount: expect.closeTo(1 - share, 9), eurPerUnit: 'converter.evaporator.concentrate' },
    ]);
  });

  test('a still leaves what is no solvent as residue, which costs money', () => {
    const solvent = { purity_percent: exactly(70) };
    const { output, besides } = yieldsOf('distillation', 'material.solvent', solvent);
    expect(output).toBeCloseTo((0.7 * figure('converter.distillation.yield')) / 0.98, 9);
    expect(besides[0]?.amount).toBeCloseTo(1 - output, 9);
    expect(besides[0]?.eurPerUnit).not.toBeNull();
  });

  test('a crusher sorts out what is no stone, which costs money', () => {
    const { output, besides } = yieldsOf('crusher', 'material.mineral_rubble', {});
    expect(output).toBe(figure('converter.crusher.yield'));
    expect(besides[0]).toMatchObject({ amount: expect.closeTo(1 - output, 9) });
    expect(besides[0]?.eurPerUnit).not.toBeNull();
  });

  test('a gas engine makes electricity of 40 % of the gas and heat that is worth something', () => {
    const { output, besides } = yieldsOf('gas_engine_chp', 'gas.biogas', { methane_percent: exactly(60) });
    expect(output).toBeCloseTo((0.6 * 9.97 * figure('converter.gas_engine_chp.electric')) / 1000, 9);
    expect(besides[0]).toMatchObject({ sign: -1 });
  });

  test('food grade CO2 takes electricity by the tonne of what is made', () => {
    const { output, electricityKwh } = yieldsOf('co2_purification', 'gas.co2', { purity_percent: exactly(97) });
    expect(output).toBe(figure('converter.co2_purification.yield'));
    expect(electricityKwh).toBeCloseTo(1.977e-3 * output * figure('converter.co2_purification.electricity'), 9);
  });
});

describe('gases under pressure', () => {
  const co2 = { pressure_bar: exactly(1) };

  test('four stages of 1 : 4 reach 256 bar from 1, but nothing beyond 250 is built', () => {
    expect(refusalOf('gas_compressor', 'gas.co2', co2, { pressureBar: 250 })).toBeNull();
    expect(refusalOf('gas_compressor', 'gas.co2', co2, { pressureBar: 251 })).toContain('above 250 bar');
    expect(refusalOf('gas_compressor', 'gas.co2', { pressure_bar: exactly(0.5) }, { pressureBar: 200 })).toContain(
      'more than four stages',
    );
    expect(refusalOf('gas_compressor', 'gas.co2', co2, { pressureBar: 1 })).toContain('already');
  });
});
