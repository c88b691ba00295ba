// Random cities in which converters have work: supplies they take, or nearly take, and demands for what they make.
import { always, hourPatterns } from '@crg/domain/availability';
import type { City, Interval, ResourceFlow } from '@crg/domain/flow';
import { type ResourceType, resourceType } from '@crg/domain/taxonomy';
import type { Converter } from '../../src/converters/converter.ts';
import { converters } from '../../src/converters/table.ts';
import { type Dice, diceOf, placeAt } from '../properties/random-city.ts';
import { flow } from '../small-city.ts';

/** Three to seven organizations within a few kilometres, and the flows of two converters; every converter leads in turn. */
export function converterCity(seed: number): City {
  const dice = diceOf(seed);
  const lead = converters[seed % converters.length] as Converter;
  const used = [lead, dice.pick(converters)].map((converter) => ({ converter, usual: dice.pick(converter.inputs) }));
  const count = dice.whole(3, 7);
  const centre = { longitude: 11, latitude: 55 };
  return {
    name: 'Converters',
    year: dice.pick([2023, 2024]),
    currency: 'EUR',
    organizations: Array.from({ length: count }, (_, index) => ({
      id: `o${index}`,
      name: `o${index}`,
      nace: dice.pick([[], ['01.46'], ['10.11'], ['24.10']]),
    })),
    sites: Array.from({ length: count }, (_, index) => ({
      id: `s${index}`,
      organizationId: `o${index}`,
      name: `s${index}`,
      point: placeAt(centre, dice.between(0, 360), dice.between(0, 6)),
      country: dice.pick(['DK', 'DK', 'DE', null]),
      source: null,
    })),
    flows: Array.from({ length: dice.whole(10, 20) }, (_, index) => flowFor(dice, dice.pick(used), index, count)),
  };
}

/** A converter of the city, and what most of it is fed with: of a dozen inputs, few would meet otherwise. */
interface Used {
  readonly converter: Converter;
  readonly usual: string;
}

function flowFor(dice: Dice, { converter, usual }: Used, index: number, sites: number): ResourceFlow {
  const isSupply = dice.chance(0.5);
  const input = resourceType(dice.chance(0.7) ? usual : dice.pick(converter.inputs));
  const type = isSupply || converter.output === 'same' ? input : resourceType(converter.output);
  return flow({
    id: `f${dice.whole(0, 9)}${index}`,
    siteId: `s${dice.whole(0, sites - 1)}`,
    direction: isSupply ? 'supply' : 'demand',
    type: type.id,
    quantity: {
      amount: dice.pick([50, 500, 3000]),
      unit: type.rateUnit,
      precision: dice.pick(['measured', 'archetype']),
    },
    availability: {
      ...always,
      hours: dice.pick([
        hourPatterns.continuous,
        hourPatterns.continuous,
        hourPatterns.weekdays_06_22,
        hourPatterns.weekend,
      ]),
      months: always.months.map((_, month) => month > 2 || dice.chance(0.8)),
    },
    quality: possible(type, isSupply ? taken(dice, converter, type) : wanted(dice, type)),
    codes: { ewc: dice.chance(0.2) ? [dice.pick(['190812', '170101', '100202'])] : [], cpa: null, hs: null },
    limits: {
      maxDistanceKm: dice.chance(0.3) ? dice.pick([0.5, 3, 40]) : null,
      minYearlyAmount: dice.chance(0.2) ? dice.pick([10, 100_000]) : null,
    },
    disposalCost:
      isSupply && dice.chance(0.3)
        ? {
            amount: dice.whole(0, 40),
            currency: 'EUR',
            per: type.measure === 'energy' ? 'MWh' : type.measure === 'mass' ? 't' : 'm3',
          }
        : null,
  });
}

/** No figure outside what is physically possible: the engine takes none. */
function possible({ parameters }: ResourceType, quality: Record<string, Interval>): Record<string, Interval> {
  const kept = ([low, high]: readonly [number, number], value: number | null) =>
    value === null ? null : Math.min(high, Math.max(low, value));
  return Object.fromEntries(
    parameters.flatMap(({ id, range }) => {
      const stated = quality[id];
      return stated === undefined
        ? []
        : [[id, { min: kept(range, stated.min), max: kept(range, stated.max) }] as const];
    }),
  );
}

/** Around the limits of the converter where it has one, mostly inside. */
function taken(dice: Dice, { takes }: Converter, type: ResourceType): Record<string, Interval> {
  const quality = middling(dice, type);
  for (const { parameter, bound, value } of takes) {
    if (!type.parameters.some(({ id }) => id === parameter)) continue;
    const inside = bound === 'above' ? value * dice.between(0.97, 2) : value * dice.between(0.2, 1.03);
    quality[parameter] = { min: inside, max: inside };
  }
  return quality;
}

function wanted(dice: Dice, type: ResourceType): Record<string, Interval> {
  const quality: Record<string, Interval> = {};
  for (const { id, kind, range } of type.parameters.filter(({ optional }) => optional !== true)) {
    if (dice.chance(0.3)) continue;
    const value = usual(dice, id, range);
    quality[id] =
      kind === 'at_least'
        ? { min: value * 0.9, max: null }
        : kind === 'at_most'
          ? { min: null, max: value * 1.5 }
          : windowAround(dice, value);
  }
  return quality;
}

/** Wide, or so narrow that what a converter makes at its utmost lies outside though less of it would fit. */
function windowAround(dice: Dice, value: number): Interval {
  const [from, to] = dice.chance(0.5) ? [0.5, 2] : [0.9, 1.1];
  return { min: value * from, max: value * to };
}

function middling(dice: Dice, type: ResourceType): Record<string, Interval> {
  const stated = type.parameters.filter(({ optional }) => optional !== true && dice.chance(0.9));
  return Object.fromEntries(
    stated.map(({ id, range }) => {
      const value = usual(dice, id, range);
      return [id, { min: value, max: value }];
    }),
  );
}

/** Something that turns up in practice; a share of the range for parameters that are not named here. */
function usual(dice: Dice, id: string, [low, high]: readonly [number, number]): number {
  const known: Readonly<Record<string, readonly [number, number]>> = {
    temperature_c: [20, 160],
    pressure_bar: [1, 12],
    ph: [6, 8],
    conductivity_us_cm: [1, 3000],
    suspended_solids_mg_l: [1, 80],
    cod_mg_l: [20, 400],
    h2s_mg_m3: [10, 400],
    voltage_kv: [0.4, 20],
    heating_value_mj_m3: [10, 40],
    grain_size_mm: [1, 200],
    dry_matter_percent: [4, 95],
    cadmium_mg_kg: [0.1, 5],
    chloride_mg_kg: [5, 200],
    renewable_percent: [0, 50],
  };
  const [from, to] = known[id] ?? [low + 0.02 * (high - low), low + 0.98 * (high - low)];
  return dice.between(from, to);
}
