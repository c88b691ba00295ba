// No converter makes energy or mass: whatever goes in, and wherever its figures lie within their bands, no more comes out.
import { saturationPressureBar, saturationTemperatureC } from '@crg/domain/saturation';
import { type ResourceType, resourceType } from '@crg/domain/taxonomy';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CityIndex } from '../../src/city-index.ts';
import { convert, outputType, yieldsOf } from '../../src/converters/convert.ts';
import type { Converter } from '../../src/converters/converter.ts';
import { type Asked, guaranteedTemperature, nothingAsked, type Yields } from '../../src/converters/models/model.ts';
import { converterById, converters } from '../../src/converters/table.ts';
import { checkFactorOverride } from '../../src/economics/check-factors.ts';
import { builtInFactors, type FactorValues, valuesOf } from '../../src/economics/factor-table.ts';
import type { FactorId } from '../../src/economics/factors.ts';
import { matchCity } from '../../src/match-city.ts';
import type { PreparedFlow } from '../../src/prepared-flow.ts';
import { flow, smallCity } from '../small-city.ts';
import { converterCity } from './converter-city.ts';

const rounding = 1e-9;
/** Of 300 draws for each converter. */
const leastMade = 60;

describe.each(converters.map((converter) => [converter.id, converter] as const))('%s', (_, converter) => {
  test('gives no more energy and no more mass than it takes', () => {
    let tried = 0;
    fc.assert(
      fc.property(inlets(converter), ({ supply, asked, values }) => {
        const judged = convert({ supply, converter, asked, values: builtInFactors.mids, calendar: index.calendar });
        if ('refused' in judged) return;
        tried++;
        const yields = yieldsOf(judged.conversion, values, false);
        if ('refused' in yields) throw new Error(yields.refused);
        const made = { ...judged.flow.flow.quality, ...yields.quality };
        const balance = balanceOf(converter, supply, { yields, made, values });
        expect(balance.energyOut).toBeLessThanOrEqual(balance.energyIn + rounding);
        expect(balance.massOut).toBeLessThanOrEqual(balance.massIn + rounding);
        expect(yields.output).toBeGreaterThan(0);
        for (const { amount } of yields.besides) expect(amount).toBeGreaterThanOrEqual(-rounding);
      }),
      { numRuns: 300, seed: 7 },
    );
    // The limits let most of the inputs through, so something was tested.
    expect(tried).toBeGreaterThan(leastMade);
  });
});

/** The share of a machine's heat that must have been work, after Carnot: nothing lifts heat for less. */
const leastWork = (sourceC: number, outletC: number) => (outletC - sourceC) / (outletC + 273.15);

describe('the second law', () => {
  const judgedDraws = (id: string, check: (supply: PreparedFlow, yields: Yields, values: FactorValues) => void) => {
    const converter = converterById(id) as Converter;
    let tried = 0;
    fc.assert(
      fc.property(inlets(converter), ({ supply, asked, values }) => {
        const judged = convert({ supply, converter, asked, values, calendar: index.calendar });
        if ('refused' in judged) return;
        tried++;
        check(supply, judged.yields, values);
      }),
      { numRuns: 600, seed: 11 },
    );
    expect(tried).toBeGreaterThan(leastMade);
  };
  const has = (supply: PreparedFlow, id: string) => supply.flow.quality[id]?.min as number;
  const gives = (yields: Yields) => yields.quality.temperature_c?.min as number;

  test('an economiser cools its gas no further than its acid dew point, and a boiler no further than its steam', () => {
    const ofHeatAbove = (gasC: number, outC: number) => (gasC - outC) / (gasC - 15);
    judgedDraws('flue_gas_economiser', (supply, { output }, values) => {
      const most = ofHeatAbove(has(supply, 'temperature_c'), values['converter.flue_gas_economiser.dew_point']);
      expect(output).toBeLessThanOrEqual(most + rounding);
    });
    judgedDraws('waste_heat_boiler', (supply, yields) => {
      const most = ofHeatAbove(has(supply, 'temperature_c'), gives(yields));
      expect(yields.output).toBeLessThanOrEqual(most + rounding);
    });
  });

  test('no vapour is compressed for less work than between the temperatures at which it boils', () => {
    judgedDraws('vapour_recompression', (supply, yields) => {
      const boilsAt = saturationTemperatureC(has(supply, 'pressure_bar')) as number;
      const least = yields.output * leastWork(boilsAt, gives(yields));
      expect(yields.electricityKwh / 1000).toBeGreaterThanOrEqual(least - rounding);
    });
  });

  test.each(['heat_pump_90', 'heat_pump_high'])('a %s takes its work between the means of source and sink', (id) => {
    judgedDraws(id, (supply, yields) => {
      // Source cooled by 10 K, sink warmed by 20 K: the arithmetic means lie a hair above the logarithmic ones.
      const least = yields.output * leastWork(has(supply, 'temperature_c') - 4.9, gives(yields) - 10.2);
      expect(yields.electricityKwh / 1000).toBeGreaterThanOrEqual(least - rounding);
    });
  });
});

test('over whole chains, heat and electricity out are never more than heat and electricity in', () => {
  let chains = 0;
  for (let seed = 1; seed <= 2 * converters.length; seed++) {
    const city = converterCity(seed);
    const types = new Map(city.flows.map(({ id, type }) => [id, resourceType(type)]));
    for (const {
      supplyId,
      demandId,
      converters: [use],
    } of matchCity(city, { k: 1, explain: false }).chains) {
      const [input, output] = [supplyId, demandId].map((id) => types.get(id) as ResourceType);
      if (
        use === undefined ||
        input?.measure !== 'energy' ||
        output?.measure !== 'energy' ||
        output.family === 'cooling'
      )
        continue;
      expect(use.output.amount, `seed ${seed}`).toBeLessThanOrEqual(
        (use.input.amount + use.electricityMwhPerYear) * (1 + rounding),
      );
      chains++;
    }
  }
  expect(chains).toBeGreaterThan(20);
});

const index = new CityIndex(2023);

interface Inlet {
  readonly supply: PreparedFlow;
  readonly asked: Asked;
  readonly values: FactorValues;
}

function inlets(converter: Converter): fc.Arbitrary<Inlet> {
  return supplies(converter).chain((supply) =>
    fc.record({ supply: fc.constant(supply), asked: asks(converter, supply), values: factorDraws(converter) }),
  );
}

function supplies(converter: Converter): fc.Arbitrary<PreparedFlow> {
  const [site] = smallCity().sites;
  const [organization] = smallCity().organizations;
  return fc.constantFrom(...converter.inputs).chain((id) => {
    const type = resourceType(id);
    return fc
      .record(Object.fromEntries(type.parameters.map((parameter) => [parameter.id, ends(converter, type, parameter)])))
      .map((quality) => {
        const { flow: prepared } = index.prepare(
          flow({
            id: 'supply',
            siteId: 'west',
            direction: 'supply',
            type: id,
            quality,
            quantity: { amount: 1000, unit: type.rateUnit, precision: 'measured' },
            availability: week(converter),
          }),
          { site: site as NonNullable<typeof site>, organization: organization as NonNullable<typeof organization> },
        );
        return prepared as PreparedFlow;
      });
  });
}

function week({ model }: Converter) {
  const hours = Array.from({ length: 168 }, (_, hour) => model !== 'storage' || hour % 24 < 10);
  return { hours, months: Array<boolean>(12).fill(true), validFrom: null, validTo: null };
}

/** Evenly spread; as doubles, most draws would lie next to 0. */
function within(low: number, high: number): fc.Arbitrary<number> {
  return fc.noBias(fc.integer({ min: 0, max: 10_000 })).map((step) => low + ((high - low) * step) / 10_000);
}

/** What the converter takes or a little beyond, else anything that is physically possible. */
function ends({ takes }: Converter, type: ResourceType, { id, range }: ResourceType['parameters'][number]) {
  const above = takes.find(({ parameter, bound }) => parameter === id && bound === 'above')?.value ?? range[0];
  const below = takes.find(({ parameter, bound }) => parameter === id && bound === 'below')?.value ?? range[1];
  const [low, high] = [
    Math.max(range[0], above - 0.02 * (below - above)),
    Math.min(range[1], below + 0.02 * (below - above)),
  ];
  return within(low, Math.min(high, usualTop(type, id))).map((value) => ({ min: value, max: value }));
}

/** Beyond this nothing is supplied in practice, and most draws would be refused. */
function usualTop(type: ResourceType, id: string): number {
  if (id === 'pressure_bar') return 15;
  if (id !== 'temperature_c') return Number.POSITIVE_INFINITY;
  return type.id === 'heat.flue_gas' ? 600 : type.family === 'steam' ? 180 : 110;
}

/** Mostly more than the supply has, so that there is something to do. */
function asks({ follows }: Converter, supply: PreparedFlow): fc.Arbitrary<Asked> {
  const sourceC = guaranteedTemperature(supply) ?? 0;
  const bar = supply.flow.quality.pressure_bar?.min ?? 1;
  if (follows === 'temperature')
    return within(2, 97).map((lift) => ({ ...nothingAsked, temperatureC: sourceC + lift }));
  const pumped = supply.type.family === 'steam' ? within(-5, 60) : within(-60, 97);
  const lifts = supply.type.id === 'heat.flue_gas' ? within(-sourceC + 100, 20) : pumped;
  if (follows === 'steam')
    return lifts.map((lift) => ({ ...nothingAsked, pressureBar: saturationPressureBar(sourceC + lift) ?? 1 }));
  if (follows === 'pressure') return within(0.9, 80).map((ratio) => ({ ...nothingAsked, pressureBar: bar * ratio }));
  if (follows === 'dry_matter')
    return within(10, 95).map((dryMatterPercent) => ({ ...nothingAsked, dryMatterPercent }));
  return fc.constant(nothingAsked);
}

/** Every figure of the converter in its band, and now and then anywhere a city may put it. */
function factorDraws({ figures }: Converter): fc.Arbitrary<FactorValues> {
  const ids = [...new Set(Object.values(figures))];
  return fc.tuple(...ids.map(figureDraw)).map((drawn) =>
    valuesOf((id) => {
      const place = ids.indexOf(id);
      return place === -1 ? builtInFactors.factor(id).mid : (drawn[place] as number);
    }),
  );
}

function figureDraw(id: FactorId): fc.Arbitrary<number> {
  const { low, mid, high, unit } = builtInFactors.factor(id);
  const stated = { id, unit, source: 'Somebody', year: 2024, geography: 'Denmark' };
  const wild = [1e-6, 0.01, low / 10, low, mid, high, 0.5, 0.99, 1, 10 * high, 1000 * high].filter(
    (value) => checkFactorOverride({ ...stated, low: value, mid: value, high: value }).length === 0,
  );
  return fc.oneof({ weight: 2, arbitrary: within(low, high) }, { weight: 1, arbitrary: fc.constantFrom(...wild) });
}

interface Balance {
  readonly energyIn: number;
  readonly energyOut: number;
  readonly massIn: number;
  readonly massOut: number;
}

/** MWh and t for one unit of what goes in. Cold is heat that comes in from the cold side; its reject leaves through the tower. */
function balanceOf(
  converter: Converter,
  supply: PreparedFlow,
  { yields, made, values }: { yields: Yields; made: Quality; values: FactorValues },
): Balance {
  const output = outputType(converter, supply);
  const given = supply.flow.quality;
  const { unused } = yields;
  const bought = yields.electricityKwh / 1000 + yields.heatMwh;
  const heatAside = sum(yields, 'MWh', () => 1);
  const isTreated = supply.type.family === 'water' && output.family === 'water';
  const inside = isTreated ? 0 : energyOf(supply.type, given, values);
  const cold = output.family === 'cooling' ? yields.output : 0;
  // Used water leaves an exchanger colder than it came, and digested sludge with less to burn: only what was taken is looked at.
  const isSpent = (supply.type.family === 'water' && output.measure === 'energy') || supply.type.family === 'organic';
  const passing = isSpent ? 0 : unused * inside;
  return {
    energyIn: inside + bought + cold,
    energyOut: (cold > 0 || isTreated ? 0 : yields.output * energyOf(output, made, values)) + heatAside + passing,
    massIn: massOf(supply.type, given),
    massOut:
      yields.output * massOf(output, made) +
      unused * massOf(supply.type, given) +
      sum(yields, 't', () => 1) +
      sum(yields, 'm3', (label) => densityAside(label, made)),
  };
}

function sum({ besides }: Yields, unit: string, weight: (label: string) => number): number {
  return besides
    .filter((other) => other.unit === unit)
    .reduce((total, { label, amount }) => total + amount * weight(label), 0);
}

type Quality = PreparedFlow['flow']['quality'];

/** MWh of a tonne: the methane of its volatile solids in the laboratory, 35.9 MJ a m3, at the potential that is assumed. */
function organicMwh(id: string, quality: Quality, values: FactorValues): number {
  const [dryMatter, volatile, methaneM3] = digested[id] ?? [0, 0, 0];
  const potential = values['converter.anaerobic_digester.potential'];
  return ((dryMatterOf(quality) ?? dryMatter) * volatile * methaneM3 * potential * 35.9) / 3600;
}

/** Dry matter, volatile solids in it, m3 of methane per t of them: the substrates of the method, by hand. */
const digested: Readonly<Record<string, readonly [number, number, number]>> = {
  'organic.food_waste': [0.22, 0.88, 400],
  'organic.spent_grain': [0.23, 0.95, 310],
  'organic.yeast_slurry': [0.06, 0.9, 380],
  'organic.manure': [0.085, 0.8, 210],
  'organic.biosludge': [0.05, 0.7, 270],
  'organic.sewage_sludge': [0.05, 0.7, 270],
  'organic.fat': [0.25, 0.93, 750],
  'organic.biomass_residue': [0.15, 0.85, 370],
};

/** MWh in one unit: heat above -5 °C in water, burning in gases; 0 where energy is not the matter. */
function energyOf({ id, measure, family }: ResourceType, quality: Quality, values: FactorValues): number {
  if (measure === 'energy') return 1;
  if (id === 'gas.biogas' || id === 'gas.biomethane') return (methane(id, quality) * 9.97) / 1000;
  if (id === 'gas.fuel_gas') return (quality.heating_value_mj_m3?.min ?? 0) / 3600;
  if (family === 'organic') return organicMwh(id, quality, values);
  return family === 'water' ? (0.998 * 4.19 * ((quality.temperature_c?.min ?? 20) + 5)) / 3600 : 0;
}

function dryMatterOf({ dry_matter_percent: dry, water_percent: wet }: Quality): number | null {
  const water = wet?.max ?? null;
  return dry?.min != null ? dry.min / 100 : water === null ? null : 1 - water / 100;
}

/** t in one unit. */
function massOf({ id, measure, family }: ResourceType, quality: Quality): number {
  if (measure === 'mass') return 1;
  if (family === 'water') return 0.998;
  if (measure === 'volume') return densityOf(id, quality) / 1000;
  return 0;
}

/** kg per normal m3: methane 0.717, carbon dioxide 1.977; of gases that stay what they are, anything. */
function densityOf(id: string, quality: Quality): number {
  if (id !== 'gas.biogas' && id !== 'gas.biomethane') return 1.977;
  const share = methane(id, quality);
  return share * 0.717 + (1 - share) * 1.977;
}

function methane(id: string, quality: Quality): number {
  return (quality.methane_percent?.min ?? (id === 'gas.biogas' ? 60 : 97)) / 100;
}

function densityAside(label: string, quality: Quality): number {
  if (label === 'Concentrate') return 0.998;
  return (label === 'Carbon dioxide' || label === 'Vented off-gas' ? 1.977 : densityOf('gas.biogas', quality)) / 1000;
}
