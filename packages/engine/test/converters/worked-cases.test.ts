// Converters worked by hand: what goes in, what comes out, what it takes. Numbers of examples E1.11 and so on are those of the method.
import { hourPatterns } from '@crg/domain/availability';
import type { City, Interval, ResourceFlow } from '@crg/domain/flow';
import type { Chain, Line } from '@crg/domain/match';
import { resourceType } from '@crg/domain/taxonomy';
import { expect, test } from 'vitest';
import { indexOfCity } from '../../src/city-index.ts';
import { convert } from '../../src/converters/convert.ts';
import { nothingAsked } from '../../src/converters/models/model.ts';
import { converterById } from '../../src/converters/table.ts';
import { matchCity } from '../../src/match-city.ts';
import { flow, type SmallCity, smallCity } from '../small-city.ts';

interface Side {
  readonly type: string;
  readonly amount: number;
  readonly unit: string;
  readonly quality?: Readonly<Record<string, Interval>>;
}

const exactly = (value: number): Interval => ({ min: value, max: value });
const atLeast = (value: number): Interval => ({ min: value, max: null });
const atMost = (value: number): Interval => ({ min: null, max: value });

/** Supply in the west, demand in the east, all year, 1 km apart in Denmark in 2023 (8,760 h) unless said otherwise. */
function chainsBetween(
  supply: Side & Partial<ResourceFlow>,
  demand: Side & Partial<ResourceFlow>,
  { factors = [], ...city }: SmallCity & Pick<City, 'factors'> = {},
) {
  const made = ({ type, amount, unit, quality = {}, ...rest }: Side & Partial<ResourceFlow>, id: 'supply' | 'demand') =>
    flow({
      id,
      siteId: id === 'supply' ? 'west' : 'east',
      direction: id,
      type,
      quantity: { amount, unit, precision: 'measured' },
      quality,
      ...rest,
    });
  const flows = [made(supply, 'supply'), made(demand, 'demand')];
  return matchCity({ ...smallCity({ ...city, flows }), factors }, { k: 1 }).chains;
}

function through(id: string, chains: readonly Chain[]): Chain {
  const chain = chains.find(({ converters }) => converters[0]?.id === id);
  if (chain === undefined)
    throw new Error(
      `expected a chain through ${id}, got ${chains.map(({ converters }) => converters[0]?.id).join() || 'none'}`,
    );
  return chain;
}

const useOf = ({ converters: [use] }: Chain) => use as NonNullable<typeof use>;
const moneyOf = (chain: Chain, id: string): number => lineOf(chain.economics.money, id).amount;
const lineOf = (lines: readonly Line[], id: string): Line => {
  const line = lines.find((candidate) => candidate.id === id);
  if (line === undefined) throw new Error(`expected a line ${id} among ${lines.map((other) => other.id).join()}`);
  return line;
};

test('1,000 kW of 40 °C become 75 °C through a heat pump: Lorenz between 72.9 and 35 °C on average, grade 0.45', () => {
  // The demand asks for 70 °C; 5 K of approach make 75; the pipe of 1.27 km takes the rest, so the pump is set higher.
  const chains = chainsBetween(
    { type: 'heat.low_grade', amount: 1000, unit: 'kW', quality: { temperature_c: exactly(40) } },
    { type: 'heat.hot_water', amount: 5000, unit: 'kW', quality: { temperature_c: atLeast(70) } },
  );
  const chain = through('heat_pump_90', chains);
  const use = useOf(chain);
  // All of the source goes in; what comes out is it and the electricity.
  expect(use.input.amount).toBeCloseTo(8760, 6);
  expect(use.output.amount).toBeCloseTo(8760 + use.electricityMwhPerYear, 6);
  const setC = outletOf(chain);
  const sink = meanKelvin(setC, setC - 20);
  const source = meanKelvin(40, 30);
  const cop = (0.45 * sink) / (sink - source);
  expect(use.electricityMwhPerYear).toBeCloseTo(8760 / (cop - 1), 3);
  // 0.3 K lost in 1.27 km of pipe: the pump is set to the next tenth above what is needed.
  expect(setC).toBeGreaterThan(75);
  expect(setC).toBeLessThan(76);
});

/** °C that the supply of the chain arrives with before losses. */
function outletOf(chain: Chain): number {
  const verdict = chain.verdicts.find(({ judge }) => judge === 'quality.temperature_c');
  const [, guaranteed] = /guarantees ([\d.]+)/.exec(verdict?.text ?? '') ?? [];
  return Number(guaranteed);
}

function meanKelvin(hotC: number, coldC: number): number {
  return (hotC - coldC) / Math.log((hotC + 273.15) / (coldC + 273.15));
}

test('E1.11: a source of 40 °C lifted to 80 °C has COP 4.420; 1,000 kW become 1,292 kW with 292.4 kW of electricity', () => {
  const made = converted('heat_pump_90', { type: 'heat.low_grade', quality: { temperature_c: exactly(40) } }, 80);
  expect(made.output).toBeCloseTo(1.2924, 4);
  expect(made.electricityKwh).toBeCloseTo(292.4, 1);
});

test('E1.12: heat of 140 °C, cooled to 100 °C, makes 0.1027 of electricity', () => {
  expect(converted('orc', { type: 'heat.hot_water', quality: { temperature_c: exactly(140) } }).output).toBeCloseTo(
    0.1027,
    4,
  );
});

test('of flue gas of 300 °C only what lies above 120 °C makes electricity, at the mean of that whole range', () => {
  // (300 - 120) / (300 - 15) = 0.63158 of the heat; mean 180 / ln(573.15/393.15) = 477.5 K; 0.45 x (1 - 303.15/477.5) = 0.1643.
  const made = converted('orc', { type: 'heat.flue_gas', quality: { temperature_c: exactly(300) } });
  expect(made.output).toBeCloseTo(0.63158 * 0.1643, 4);
  // What is left to the tower is what was taken and did not become electricity.
  expect(made.besides[0]?.amount).toBeCloseTo(0.63158 * (1 - 0.1643), 4);
  expect(refusal('orc', { type: 'heat.flue_gas', quality: { temperature_c: exactly(125) } })).toMatch(
    /hardly any heat/,
  );
});

test('water of 140 °C that returns at 50 °C gives the cycle 80 of its 90 K, at the mean of them', () => {
  // Mean 80 / ln(413.15/333.15) = 371.72 K: 0.45 x (1 - 303.15/371.72) x 80/90 = 0.07379.
  const quality = { temperature_c: exactly(140), return_temperature_c: exactly(50) };
  expect(converted('orc', { type: 'heat.hot_water', quality }).output).toBeCloseTo(0.07379, 4);
});

test('E1.13: 500 kW of cold take 714.3 kW of heat and send 1,214 kW to the tower', () => {
  const made = converted('absorption_chiller', { type: 'heat.hot_water', quality: { temperature_c: exactly(90) } });
  expect(500 / made.output).toBeCloseTo(714.3, 1);
  expect((500 / made.output) * (made.besides[0]?.amount ?? 0)).toBeCloseTo(1214.3, 1);
});

test('E3.1: air from 1 to 8 bar takes 0.0975 kWh/m3 in the two stages that 1 : 4 allows', () => {
  const air = { type: 'gas.compressed_air', quality: { pressure_bar: exactly(1) } };
  expect(converted('gas_compressor', air, null, 8).electricityKwh).toBeCloseTo(0.09752, 4);
});

test('E3.2: CO2 from 1 to 20 bar in three stages takes 68.42 kWh/t', () => {
  const made = converted('gas_compressor', { type: 'gas.co2', quality: { pressure_bar: exactly(1) } }, null, 20);
  expect((made.electricityKwh / 1.977) * 1000).toBeCloseTo(68.42, 1);
});

test('E3.4: a tonne of food waste gives 116.2 m3 of biogas; a hundredth escapes, a fifth keeps the digester warm, and 0.858 t of digestate', () => {
  const made = converted('anaerobic_digester', { type: 'organic.food_waste' });
  expect(made.output).toBeCloseTo(116.16 * 0.99 * 0.8, 2);
  expect(made.besides.find(({ label }) => label === 'Digestate')?.amount).toBeCloseTo(0.858, 3);
  // 0.115 kWh for every m3 that arises.
  expect(made.electricityKwh).toBeCloseTo(116.16 * 0.115, 2);
});

test('gas of a digester has 21.5 MJ a m3: no taker of 35 to 60 MJ is offered it, and one that states nothing is', () => {
  expect(converted('anaerobic_digester', { type: 'organic.food_waste' }).quality.heating_value_mj_m3?.min).toBeCloseTo(
    21.535,
    3,
  );
  const food = { type: 'organic.food_waste', amount: 20_000, unit: 't/a' };
  const burner = (quality: Side['quality'] = {}) => ({ type: 'gas.fuel_gas', amount: 500, unit: 'm3/h', quality });
  const through = (taker: Side) =>
    chainsBetween(food, taker).flatMap(({ converters }) => converters.map(({ id }) => id));
  expect(through(burner())).toEqual(['anaerobic_digester']);
  expect(through(burner({ heating_value_mj_m3: { min: 35, max: 60 } }))).toEqual([]);
});

test('digested sludge is still sludge: what has not become gas goes the way it goes today', () => {
  const made = converted('anaerobic_digester', {
    type: 'organic.biosludge',
    quality: { dry_matter_percent: exactly(5) },
  });
  // 0.05 x 0.7 x 270 x 0.9 / 0.6 = 14.175 m3 of biogas a tonne, 1.221 kg each.
  expect(made.unused).toBeCloseTo(1 - (14.175 * 1.221) / 1000, 6);
  expect(made.besides.map(({ label }) => label)).toEqual(['Gas that keeps the digester warm']);
});

test('E3.5: upgrading 1,162,000 m3 of biogas takes 290.4 MWh and lets methane of 134.9 t CO2e escape', () => {
  const made = converted('biogas_upgrading', { type: 'gas.biogas', quality: { methane_percent: exactly(60) } });
  expect((made.electricityKwh * 1_161_600) / 1000).toBeCloseTo(290.4, 1);
  expect((made.directCo2Kg * 1_161_600) / 1000).toBeCloseTo(134.9, 1);
  // 0.6 x 0.99 of methane, thinned to 97 %.
  expect(made.output).toBeCloseTo((0.6 * 0.99) / 0.97, 9);
});

test('E4.3: a tonne of sludge dried from 20 to 90 % loses 777.8 kg of water for 723.3 kWh of heat', () => {
  const made = converted('belt_dryer', { type: 'organic.sewage_sludge', quality: { dry_matter_percent: exactly(20) } });
  expect((1 - made.output) * 1000).toBeCloseTo(777.8, 1);
  expect(made.heatMwh * 1000).toBeCloseTo(723.3, 1);
});

test('E4.4: slag ground to 30 µm takes 32.04 kWh/t after Bond, and 1.35 times that in a real mill', () => {
  const made = converted('fine_grinding', { type: 'material.slag', quality: { glass_percent: exactly(90) } });
  expect(made.electricityKwh).toBeCloseTo(32.04 * 1.35, 1);
});

test('reverse osmosis gives 75 of 100 m3 with 3 % of the salts; the brine goes where all of it went', () => {
  const made = converted('reverse_osmosis', {
    type: 'water.wastewater',
    quality: { suspended_solids_mg_l: exactly(30) },
  });
  expect([made.output, made.unused]).toEqual([0.75, 0.25]);
  const salty = converted('reverse_osmosis', { type: 'water.cooling', quality: { conductivity_us_cm: exactly(2000) } });
  expect(salty.quality.conductivity_us_cm).toEqual({ min: null, max: 60 });
});

test('water of 30 °C cooled by 10 K gives 998 x 4.19 x 10 / 3,600 x 0.98 = 11.38 kWh a m3, at 27 °C, and goes on', () => {
  const made = converted('plate_heat_exchanger', { type: 'water.wastewater', quality: { temperature_c: exactly(30) } });
  expect(made.output * 1000).toBeCloseTo(11.383, 3);
  expect([made.unused, made.quality.temperature_c?.min]).toEqual([1, 27]);
});

test('an economiser warms water to 25 K below its gas, and to 110 °C at most', () => {
  const warmed = (degrees: number) =>
    converted('flue_gas_economiser', { type: 'heat.flue_gas', quality: { temperature_c: exactly(degrees) } });
  expect([warmed(134), warmed(300)].map(({ quality }) => quality.temperature_c?.min)).toEqual([109, 110]);
});

test('flue gas of 400 °C makes steam of 10 bar (179.9 °C) of (400 - 179.9 - 25) / 385 of its heat', () => {
  const gas = (degrees: number) => ({ type: 'heat.flue_gas', quality: { temperature_c: exactly(degrees) } });
  expect(converted('waste_heat_boiler', gas(400), null, 10).output).toBeCloseTo(0.5068, 4);
  // Twice 25 K below 210 °C no steam of 163 °C boils.
  expect(refusal('waste_heat_boiler', gas(210), 163)).toMatch(/outside 100 to 160 °C/);
});

test('an evaporator leaves 0.05 m3 of concentrate a m3; a still 0.2653 t of residue a tonne of 80 % solvent', () => {
  expect(converted('evaporator', { type: 'water.wastewater' }).besides[0]?.amount).toBeCloseTo(0.05, 9);
  const made = converted('distillation', { type: 'material.solvent', quality: { purity_percent: exactly(80) } });
  // 0.80 x 0.90 / 0.98.
  expect(made.output).toBeCloseTo(0.7347, 4);
  expect(made.besides[0]?.amount).toBeCloseTo(0.2653, 4);
});

test('purifying a m3 of CO2 takes 1.977 kg x 0.93 x 200 kWh/t', () => {
  const made = converted('co2_purification', { type: 'gas.co2', quality: { purity_percent: exactly(98) } });
  expect(made.electricityKwh).toBeCloseTo(0.36772, 4);
});

test('a digester of 40,000 t a year costs 2 to the power of 0.6 times one of 20,000', () => {
  const grain = {
    type: 'organic.spent_grain',
    amount: 40_000,
    unit: 't/a',
    quality: { dry_matter_percent: exactly(23) },
  };
  const chain = through('anaerobic_digester', chainsBetween(grain, { type: 'gas.biogas', amount: 1000, unit: 'm3/h' }));
  expect(useOf(chain).investmentEur.mid).toBeCloseTo(7_578_583, 0);
});

test('limits hold: heat above 90 °C, 300 bar, slag of unknown glass, a tank over six days', () => {
  const warm = { type: 'heat.low_grade', quality: { temperature_c: exactly(40) } };
  expect(refusal('heat_pump_90', warm, 95)).toMatch(/beyond 90 °C/);
  expect(refusal('gas_compressor', { type: 'gas.hydrogen', quality: { pressure_bar: exactly(2) } }, null, 300)).toMatch(
    /250 bar/,
  );
  expect(refusal('fine_grinding', { type: 'material.slag' })).toMatch(/not stated/);
  const mondays = Array.from({ length: 168 }, (_, hour) => hour < 24);
  expect(
    refusal('hot_water_tank', { type: 'heat.hot_water', quality: { temperature_c: exactly(80) } }, null, null, mondays),
  ).toMatch(/144 h is longer than 72 h/);
});

/** What a converter makes of one unit, at the middles of the factors. */
function converted(...question: Parameters<typeof asked>) {
  const made = asked(...question);
  if ('refused' in made) throw new Error(made.refused);
  return made.yields;
}

function refusal(...question: Parameters<typeof asked>): string {
  const made = asked(...question);
  if ('refused' in made) return made.refused;
  throw new Error('expected the converter to refuse');
}

function asked(
  id: string,
  { type, quality = {} }: Pick<Side, 'type' | 'quality'>,
  temperatureC: number | null = null,
  pressureBar: number | null = null,
  hours: readonly boolean[] = hourPatterns.continuous,
) {
  const supplied = supplyOf(type, quality);
  const availability = { ...supplied.availability, hours };
  const index = indexOfCity(smallCity({ flows: [{ ...supplied, availability }] }));
  const supply = index.get('supply');
  const converter = converterById(id);
  if (supply === null || converter === null) throw new Error(`expected a supply and a converter ${id}`);
  const set = { ...nothingAsked, temperatureC, pressureBar };
  return convert({ supply, converter, asked: set, values: index.factors.mids, calendar: index.calendar });
}

function supplyOf(type: string, quality: Side['quality'] = {}): ResourceFlow {
  const quantity = { amount: 10, unit: resourceType(type).rateUnit, precision: 'measured' } as const;
  return flow({ id: 'supply', siteId: 'west', direction: 'supply', type, quality, quantity });
}

test('a brewery’s spent grain feeds a burner next door through a digester: the whole sum by hand', () => {
  const chains = chainsBetween(
    {
      type: 'organic.spent_grain',
      amount: 20_000,
      unit: 't/a',
      quality: { dry_matter_percent: exactly(23) },
      disposalCost: { amount: 10, currency: 'EUR', per: 't' },
    },
    { type: 'gas.biogas', amount: 1000, unit: 'm3/h', quality: { methane_percent: atLeast(55) } },
  );
  const chain = through('anaerobic_digester', chains);
  // 0.23 x 0.95 x 310 x 0.9 = 60.96 m3 of methane a tonne, 101.6 of biogas; a hundredth escapes, and four fifths of the rest are to be had.
  const biogas = (0.23 * 0.95 * 310 * 0.9) / 0.6;
  const given = 20_000 * biogas * 0.99 * 0.8;
  expect(chain.commonQuantity.amount).toBeCloseTo(given, 6);
  expect(useOf(chain).input.amount).toBeCloseTo(20_000, 9);
  // Reference size: 20,000 t/a at 250 EUR.
  expect(useOf(chain).investmentEur.mid).toBeCloseTo(5_000_000, 6);
  expect(moneyOf(chain, 'avoided_disposal')).toBeCloseTo(200_000, 6);
  // Raw biogas is worth the gas it replaces: 40 EUR/MWh x 9.97 kWh/m3 x 0.6.
  expect(moneyOf(chain, 'avoided_purchase')).toBeCloseTo(given * 0.04 * 9.97 * 0.6, 6);
  expect(moneyOf(chain, 'converter_upkeep')).toBeCloseTo(-300_000, 6);
  const electricity = (20_000 * biogas * 0.115) / 1000;
  expect(useOf(chain).electricityMwhPerYear).toBeCloseTo(electricity, 6);
  expect(moneyOf(chain, 'converter_electricity')).toBeCloseTo(-electricity * 120, 6);
  // Digestate: what of the mass has not become gas of 0.6 x 0.717 + 0.4 x 1.977 = 1.221 kg/m3, at 5 EUR/t.
  const digestate = 20_000 * (1 - (biogas * 1.221) / 1000);
  expect(moneyOf(chain, 'converter_besides_2')).toBeCloseTo(-digestate * 5, 3);
  const saved = 200_000 + given * 0.04 * 9.97 * 0.6;
  const converterCosts = 300_000 + electricity * 120 + digestate * 5;
  const transport = -moneyOf(chain, 'upkeep') - moneyOf(chain, 'electricity');
  const pipe = moneyOf(chain, 'pipe');
  const annuity = (5_000_000 + pipe) * (0.08 / (1 - 1.08 ** -10));
  expect(chain.economics.marginEurPerYear).toBeCloseTo(saved - converterCosts - transport - annuity, 2);
  // CO2: natural gas replaced and the grid's share of the electricity of digester and pipe (Denmark 0.152).
  const gas = (given * 0.2027 * 9.97 * 0.6) / 1000;
  expect(lineOf(chain.economics.co2, 'avoided_purchase').amount).toBeCloseTo(gas, 3);
  expect(lineOf(chain.economics.co2, 'converter_electricity').amount).toBeCloseTo(-electricity * 0.152, 3);
  // Methane that escapes: a hundredth of 60.96 m3 a tonne, 0.717 kg and 27 times as harmful as CO2.
  const escaped = (20_000 * biogas * 0.6 * 0.01 * 0.717 * 27) / 1000;
  expect(lineOf(chain.economics.co2, 'converter_escape').amount).toBeCloseTo(-escaped, 3);
});

test('the supplier pays for what stands on its site, and society is both parties together', () => {
  const [chain] = chainsBetween(
    { type: 'heat.low_grade', amount: 1000, unit: 'kW', quality: { temperature_c: exactly(40) } },
    { type: 'heat.hot_water', amount: 800, unit: 'kW', quality: { temperature_c: atLeast(70) } },
  );
  const { parties, investmentEur } = (chain as Chain).economics;
  const of = (name: string) => parties.find(({ party }) => party === name);
  const use = useOf(chain as Chain);
  expect(of('supplier')?.investmentEur).toBeCloseTo(use.investmentEur.mid, 6);
  expect((of('supplier')?.investmentEur ?? 0) + (of('receiver')?.investmentEur ?? 0)).toBeCloseTo(investmentEur.mid, 6);
  expect((of('supplier')?.marginEurPerYear ?? 0) + (of('receiver')?.marginEurPerYear ?? 0)).toBeCloseTo(
    (chain as Chain).economics.marginEurPerYear,
    6,
  );
});

test('a tank lets a works of five days heat a bath that opens at weekends only', () => {
  const weekdays = {
    hours: hourPatterns.weekdays_06_22,
    months: Array<boolean>(12).fill(true),
    validFrom: null,
    validTo: null,
  };
  const chains = chainsBetween(
    {
      type: 'heat.hot_water',
      amount: 420,
      unit: 'kW',
      quality: { temperature_c: exactly(85) },
      availability: weekdays,
    },
    {
      type: 'heat.hot_water',
      amount: 5000,
      unit: 'kW',
      quality: { temperature_c: atLeast(60) },
      availability: { ...weekdays, hours: hourPatterns.weekend },
    },
  );
  const chain = through('hot_water_tank', chains);
  // 80 of 168 hours at 420 kW, 97 % of it around the clock: 194 kW; 48 hours a week are the bath's.
  const rate = (420 * 80 * 0.97) / 168;
  expect(chain.commonQuantity.amount).toBeCloseTo((rate * 48 * 365) / 7 / 1000, 6);
  expect(useOf(chain).input.amount).toBeCloseTo(chain.commonQuantity.amount / 0.97, 6);
});

test('nonsense is refused: too cold, too dirty, too small, or the wrong waste', () => {
  const ids = (chains: readonly Chain[]) => chains.map(({ converters }) => converters[0]?.id);
  // 40 °C drives no absorption chiller.
  const cold = { type: 'cooling.chilled_water', amount: 500, unit: 'kW', quality: { temperature_c: atMost(10) } };
  const warm = (degrees: number) => ({
    type: 'heat.hot_water',
    amount: 800,
    unit: 'kW',
    quality: { temperature_c: exactly(degrees) },
  });
  expect(ids(chainsBetween(warm(40), cold))).toEqual([]);
  expect(ids(chainsBetween(warm(95), cold))).toEqual(['absorption_chiller']);
  // 500 t a year fill no digester of this table.
  const gas = { type: 'gas.biogas', amount: 500, unit: 'm3/h' };
  const food = (tonnes: number, foreign: number) => ({
    type: 'organic.food_waste',
    amount: tonnes,
    unit: 't/a',
    quality: { contaminant_percent: atMost(foreign) },
  });
  expect(ids(chainsBetween(food(500, 0.5), gas))).toEqual([]);
  expect(ids(chainsBetween(food(10_000, 8), gas))).toEqual([]);
  expect(ids(chainsBetween(food(10_000, 0.5), gas))).toEqual(['anaerobic_digester']);
  // Rubble with asbestos (17 06 05*) is not broken.
  const aggregate = {
    type: 'material.mineral_rubble',
    amount: 20_000,
    unit: 't/a',
    quality: { grain_size_mm: { min: 0, max: 45 } },
  };
  const rubble = (code: string) => ({
    type: 'material.mineral_rubble',
    amount: 20_000,
    unit: 't/a',
    quality: { grain_size_mm: { min: 100, max: 800 } },
    codes: { ewc: [code], cpa: null, hs: null },
  });
  expect(ids(chainsBetween(rubble('170605'), aggregate))).toEqual([]);
  expect(ids(chainsBetween(rubble('170101'), aggregate))).toEqual(['crusher']);
});

test('sludge of 22 % is dried for a burner that takes 30 to 45 %, though the dryer could make 90 % of it', () => {
  const sludge = (dryMatter: Interval) => ({
    type: 'organic.biosludge',
    amount: 5,
    unit: 't/h',
    quality: { dry_matter_percent: dryMatter },
  });
  const chain = through('belt_dryer', chainsBetween(sludge(exactly(22)), sludge({ min: 30, max: 45 })));
  // 22/30 of every tonne is left.
  expect(chain.commonQuantity.amount).toBeCloseTo((5 * 8760 * 22) / 30, 6);
  // 0.93 MWh for every tonne of water, from a boiler that burns gas of 40 EUR/MWh with 0.9: it is bought, so it lowers the benefit.
  const heat = ((5 * 8760 * 8) / 30) * 0.93 * (40 / 0.9);
  expect(moneyOf(chain, 'converter_heat')).toBeCloseTo(-heat, 6);
  const others = ['avoided_purchase', 'avoided_disposal', 'converter_upkeep', 'converter_electricity', 'trucks'];
  const withoutHeat = others.reduce((sum, id) => sum + moneyOf(chain, id), 0);
  expect(chain.economics.benefitEurPerYear).toBeCloseTo(withoutHeat - heat, 3);
});

test.each([300, 400, 600])(
  'flue gas of %i °C makes steam of 6 bar, though hardly any of the hottest it could',
  (gasC) => {
    const gas = { type: 'heat.flue_gas', amount: 3000, unit: 'kW', quality: { temperature_c: exactly(gasC) } };
    const steam = { type: 'heat.steam', amount: 5000, unit: 'kW', quality: { pressure_bar: atLeast(6) } };
    expect(useOf(through('waste_heat_boiler', chainsBetween(gas, steam))).input.amount).toBeCloseTo(3 * 8760, 6);
  },
);

test('a weak pump lifts 25 °C to 90 °C, though not to the 120 °C that its limit of 95 K would allow', () => {
  const grade = { low: 0.3, mid: 0.33, high: 0.36, unit: '1', source: 'Its maker', year: 2024, geography: 'Denmark' };
  const city = { factors: [{ id: 'heat_pump.quality_grade', ...grade }] };
  const source = { type: 'heat.low_grade', amount: 1000, unit: 'kW', quality: { temperature_c: exactly(25) } };
  const wanted = { type: 'heat.hot_water', amount: 1000, unit: 'kW', quality: { temperature_c: atLeast(90) } };
  expect(through('heat_pump_high', chainsBetween(source, wanted, city)).score).toBeGreaterThan(0);
});

test('no heat pump makes 150 °C of 20 °C, and none is needed where the heat is hot enough', () => {
  const source = (degrees: number) => ({
    type: 'heat.hot_water',
    amount: 800,
    unit: 'kW',
    quality: { temperature_c: exactly(degrees) },
  });
  const wanted = (degrees: number) => ({
    type: 'heat.hot_water',
    amount: 500,
    unit: 'kW',
    quality: { temperature_c: atLeast(degrees) },
  });
  expect(chainsBetween(source(20), wanted(150))).toEqual([]);
  expect(chainsBetween(source(90), wanted(60))).toEqual([]);
  expect(chainsBetween(source(90), wanted(110)).map(({ converters }) => converters[0]?.id)).toEqual(['heat_pump_high']);
});

test('manure of animals of category 1 is not digested: its treatment is prohibited, though gas is not', () => {
  const gas = { type: 'gas.biogas', amount: 500, unit: 'm3/h' };
  const manure = { type: 'organic.manure', amount: 30_000, unit: 't/a' };
  const [allowed] = chainsBetween(manure, gas);
  expect(allowed?.verdicts.find(({ judge }) => judge === 'permit')?.rules?.map(({ rule }) => rule)).toContain('AB-1');
  expect(chainsBetween({ ...manure, papers: { animal_category_1: true } }, gas)).toEqual([]);
});
