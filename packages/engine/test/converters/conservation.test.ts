// No converter makes energy or mass: whatever goes in, and wherever its figures lie within their bands, no more comes out.
import { saturationPressureBar } from '@crg/domain/saturation';
import { type ResourceType, resourceType } from '@crg/domain/taxonomy';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CityIndex } from '../../src/city-index.ts';
import { convert, outputType, yieldsOf } from '../../src/converters/convert.ts';
import type { Converter } from '../../src/converters/converter.ts';
import { type Asked, guaranteedTemperature, nothingAsked, type Yields } from '../../src/converters/models.ts';
import { converters } from '../../src/converters/table.ts';
import { builtInFactors, type FactorValues, valuesOf } from '../../src/economics/factor-table.ts';
import { matchCity } from '../../src/match-city.ts';
import type { PreparedFlow } from '../../src/prepared-flow.ts';
import { flow, smallCity } from '../small-city.ts';
import { converterCity } from './converter-city.ts';

const rounding = 1e-9;

describe.each(converters.map((converter) => [converter.id, converter] as const))('%s', (_, converter) => {
  test('gives no more energy and no more mass than it takes', () => {
    let made = 0;
    fc.assert(
      fc.property(inlets(converter), ({ supply, asked, values }) => {
        const judged = convert({ supply, converter, asked, values: builtInFactors.mids, calendar: index.calendar });
        if ('refused' in judged) return;
        made++;
        const yields = yieldsOf(judged.conversion, values, false);
        if ('refused' in yields) throw new Error(yields.refused);
        const balance = balanceOf(converter, supply, yields, {
          ...judged.flow.flow.quality,
          ...yields.quality,
        });
        expect(balance.energyOut).toBeLessThanOrEqual(balance.energyIn + rounding);
        expect(balance.massOut).toBeLessThanOrEqual(balance.massIn + rounding);
        expect(yields.output).toBeGreaterThan(0);
        for (const { amount } of yields.besides) expect(amount).toBeGreaterThanOrEqual(-rounding);
      }),
      { numRuns: 300, seed: 7 },
    );
    // The limits let a good part of the inputs through, so something was tested.
    expect(made).toBeGreaterThan(30);
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
  const lifts = supply.type.id === 'heat.flue_gas' ? within(-sourceC + 100, 20) : within(-60, 97);
  if (follows === 'steam')
    return lifts.map((lift) => ({ ...nothingAsked, pressureBar: saturationPressureBar(sourceC + lift) ?? 1 }));
  if (follows === 'pressure') return within(0.9, 260).map((ratio) => ({ ...nothingAsked, pressureBar: bar * ratio }));
  if (follows === 'dry_matter')
    return within(10, 95).map((dryMatterPercent) => ({ ...nothingAsked, dryMatterPercent }));
  return fc.constant(nothingAsked);
}

/** Every figure of the converter at its low, middle or high end. */
function factorDraws({ figures }: Converter): fc.Arbitrary<FactorValues> {
  const ids = Object.values(figures);
  return fc.array(fc.constantFrom('low', 'mid', 'high'), { minLength: ids.length, maxLength: ids.length }).map((at) =>
    valuesOf((id) => {
      const place = ids.indexOf(id);
      return builtInFactors.factor(id)[place === -1 ? 'mid' : (at[place] as 'low' | 'mid' | 'high')];
    }),
  );
}

interface Balance {
  readonly energyIn: number;
  readonly energyOut: number;
  readonly massIn: number;
  readonly massOut: number;
}

/** MWh and t for one unit of what goes in. Cold is heat that comes in from the cold side; its reject leaves through the tower. */
function balanceOf(converter: Converter, supply: PreparedFlow, yields: Yields, made: Quality): Balance {
  const output = outputType(converter, supply);
  const given = supply.flow.quality;
  const { unused } = yields;
  const bought = yields.electricityKwh / 1000 + yields.heatMwh;
  const heatAside = sum(yields, 'MWh', () => 1);
  const isTreated = supply.type.family === 'water' && output.family === 'water';
  const inside = isTreated ? 0 : energyOf(supply.type, given);
  const cold = output.family === 'cooling' ? yields.output : 0;
  // Used water leaves an exchanger colder than it came, and digested sludge with less to burn: only what was taken is looked at.
  const isSpent = (supply.type.family === 'water' && output.measure === 'energy') || supply.type.family === 'organic';
  const passing = isSpent ? 0 : unused * inside;
  return {
    energyIn: inside + bought + cold,
    energyOut: (cold > 0 || isTreated ? 0 : yields.output * energyOf(output, made)) + heatAside + passing,
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

/** MWh in one unit: heat above -5 °C in water, burning in gases; 0 where energy is not the matter. */
function energyOf({ id, measure, family }: ResourceType, quality: Quality): number {
  if (measure === 'energy') return 1;
  if (id === 'gas.biogas' || id === 'gas.biomethane') return (methane(id, quality) * 9.97) / 1000;
  if (id === 'gas.fuel_gas') return (quality.heating_value_mj_m3?.min ?? 0) / 3600;
  // Nothing organic holds more than fat: 39 MJ per kg of dry matter.
  if (family === 'organic') return ((dryMatterOf(quality) ?? 0) * 39) / 3.6;
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
