// Converters one at a time, at the limits of what is built: what they give, what is left over, what they refuse.
import { always } from '@crg/domain/availability';
import type { Interval } from '@crg/domain/flow';
import { resourceType } from '@crg/domain/taxonomy';
import { describe, expect, test } from 'vitest';
import { indexOfCity } from '../../src/city-index.ts';
import { convert } from '../../src/converters/convert.ts';
import { type Asked, nothingAsked } from '../../src/converters/models/model.ts';
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

function madeOf(...args: Parameters<typeof made>) {
  const answer = made(...args);
  if ('refused' in answer) throw new Error(answer.refused);
  return answer;
}

const yieldsOf = (...args: Parameters<typeof made>) => madeOf(...args).yields;

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
    expect(yieldsOf('flue_gas_economiser', 'heat.flue_gas', flueGas(134)).quality.temperature_c).toEqual(exactly(109));
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

test('an economiser takes no more than what lies above the dew point of 120 °C, and is not built for a tenth of the heat', () => {
  const share = (celsius: number) =>
    yieldsOf('flue_gas_economiser', 'heat.flue_gas', { temperature_c: exactly(celsius) }).output;
  expect(share(140)).toBeCloseTo((140 - 120) / (140 - 15), 9);
  expect(share(200)).toBeCloseTo((200 - 120) / (200 - 15), 9);
  // From 315 °C on, its own 65 % is the smaller one.
  expect(share(400)).toBe(0.65);
  expect(refusalOf('flue_gas_economiser', 'heat.flue_gas', { temperature_c: exactly(131) })).toContain('dew point');
});

test('steam of 3 bar takes the same work to 6.67 bar (163 °C) whether it is superheated or not: 0.5 x 436.15 / 29.5', () => {
  const made = (quality: Readonly<Record<string, Interval>>) =>
    yieldsOf('vapour_recompression', 'heat.steam', quality, { temperatureC: 163 });
  const saturated = made({ pressure_bar: exactly(3) });
  const cop = (0.5 * (163 + 273.15)) / (163 - 133.53);
  expect(saturated.electricityKwh).toBeCloseTo(1000 / (cop - 1), 0);
  expect(made({ pressure_bar: exactly(3), temperature_c: exactly(195) }).electricityKwh).toBe(saturated.electricityKwh);
  expect(
    refusalOf('vapour_recompression', 'heat.steam', { pressure_bar: exactly(3) }, { temperatureC: 133 }),
  ).toContain('is not compressed');
});

test('methane that escapes from a digester or an engine counts 27 times its weight', () => {
  const ofFood = yieldsOf('anaerobic_digester', 'organic.food_waste', {});
  // 0.22 x 0.88 x 400 x 0.9 of methane, of which a hundredth escapes.
  expect(ofFood.directCo2Kg).toBeCloseTo(0.22 * 0.88 * 400 * 0.9 * 0.01 * 0.717 * 27, 6);
  const ofGas = yieldsOf('gas_engine_chp', 'gas.biogas', { methane_percent: exactly(60) });
  expect(ofGas.directCo2Kg).toBeCloseTo(0.6 * 0.01 * 0.717 * 27, 6);
  expect(yieldsOf('gas_engine_chp', 'gas.fuel_gas', { heating_value_mj_m3: exactly(20) }).directCo2Kg).toBe(0);
});

test('a tank is as large as the week asks, not as its longest gap: 72 h on, 24 off, 1 on, 71 off', () => {
  const size = (runs: (hour: number) => boolean) =>
    yieldsOf(
      'hot_water_tank',
      'heat.hot_water',
      { temperature_c: exactly(80) },
      {},
      always.hours.map((_, hour) => runs(hour)),
    ).size;
  const kwhPerM3 = (975 * 4.19 * 30) / 3600;
  const perHour = (73 * 0.97) / 168;
  // Full after 72 h, and empty again at the end of the week: all that left in 96 h less the one hour that came in.
  expect(size((hour) => hour < 72 || hour === 96) * kwhPerM3).toBeCloseTo(96 * perHour - 0.97, 6);
  // One gap a week: what leaves during it.
  expect(size((hour) => hour >= 60) * kwhPerM3).toBeCloseTo((60 * 108 * 0.97) / 168, 6);
});

test('ground slag is slag of the glass that went in, finer than 0.09 mm and dry; it is no fly ash', () => {
  const made = madeOf('fine_grinding', 'material.slag', { glass_percent: exactly(90), moisture_percent: exactly(8) });
  expect(made.flow.type.id).toBe('material.slag');
  expect(made.flow.flow.quality).toEqual({
    glass_percent: exactly(90),
    grain_size_mm: { min: 0, max: 0.09 },
    moisture_percent: { min: null, max: 1 },
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
