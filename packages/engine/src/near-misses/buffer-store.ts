// Both run in other hours of the week: a store takes in while one runs and gives out while the other does.
import type { Interval } from '@crg/domain/flow';
import type { Calendar, RunTimes } from '../calendar.ts';
import type { FactorValues } from '../economics/factor-table.ts';
import type { FactorId } from '../economics/factors.ts';
import { spreadOf } from '../economics/transport/heat-spread.ts';
import { ringCapacity, storeWeek, tankCapacityKwh } from '../formulas/time.ts';
import type { Pair } from '../pair.ts';
import { inWords } from '../plain-words.ts';
import { type PreparedFlow, restated } from '../prepared-flow.ts';
import type { Change, Workshop } from './change.ts';
import { converterEur, plantEurPerYear } from './plant.ts';
import { isWithinReach } from './smaller-lot.ts';

/** What the resource is kept in: how large for so much of it, what that costs, what gets lost. */
interface Store {
  readonly label: string;
  readonly unit: string;
  /** In `unit`, for an amount of the resource (rate unit x h). */
  readonly sizeFor: (amount: number) => number;
  readonly eurFor: (size: number, values: FactorValues) => number;
  readonly upkeep: FactorId;
  readonly lossPerHour: (values: FactorValues) => number;
  /** Lost on the way in and out. */
  readonly lossPerCycle: (values: FactorValues) => number;
}

/**
 * As large as it takes to lose nothing of what both could exchange in a week; seasons are not bridged.
 * null for what cannot be kept: steam, flue gas, people's time, space, what rots; water above 95 °C and gas under pressure,
 * for which the tanks and holders here are not built.
 */
export function bufferStore(pair: Pair, workshop: Workshop): Change | null {
  return pair.commonHours > 0 ? null : storeBetween(pair, workshop, 'time');
}

/** Both run at the same time for too few hours to reach a lot: the store carries the rest from one to the other. */
export function bufferForLot(pair: Pair, workshop: Workshop): Change | null {
  const { supply, demand } = pair;
  if (!isWithinReach(pair, Math.min(supply.yearly, demand.yearly), workshop.values)) return null;
  return storeBetween(pair, workshop, 'quantity');
}

function storeBetween(pair: Pair, { values, calendar, dearest }: Workshop, judge: Change['judge']): Change | null {
  const { supply, demand } = pair;
  const store = storeFor(pair);
  const sameMonths = (supply.times.months & demand.times.months) !== 0;
  if (store === null || !sameMonths) return null;
  const week = weekOf(pair, store, values);
  const size = store.sizeFor(week.capacity);
  const costEurPerYear = plantEurPerYear(
    { investmentEur: store.eurFor(size, values), upkeep: store.upkeep, runningEur: 0 },
    values,
  );
  if (week.out <= pair.commonRate * week.hoursInCommon * worthwhile || costEurPerYear > dearest) return null;
  return {
    kind: 'buffer_store',
    judge,
    paidBy: 'both',
    share: Math.min(1, week.rateOut / pair.commonRate),
    costEurPerYear,
    detail: () =>
      `${store.label} of ${inWords(size, store.unit)}, so that what comes in one part of the week goes out in another`,
    changed: () => ({ supply: givingWhen(demand, { supply, rate: week.rateOut, calendar }), demand }),
  };
}

interface StoredWeek {
  /** In the rate unit x h: room, and what comes out, of the store or past it. */
  readonly capacity: number;
  readonly out: number;
  /** While the demand runs, in the rate unit. */
  readonly rateOut: number;
  readonly hoursInCommon: number;
}

/** Given evenly while the supply runs, taken evenly while the demand does, and the same every week. */
function weekOf({ supply, demand }: Pair, store: Store, values: FactorValues): StoredWeek {
  const { hoursIn, hoursOut, hoursInCommon, capacity, recovered } = rhythmOf(supply, demand, store.lossPerHour(values));
  const amount = Math.min(supply.rate * hoursIn * (1 - store.lossPerCycle(values)), demand.rate * hoursOut);
  const out = amount * recovered;
  return { capacity: amount * capacity, out, rateOut: out / hoursOut, hoursInCommon };
}

/** What a week asks of a store for each unit that is exchanged: hours of giving and taking, room, and what arrives. */
interface Rhythm {
  readonly hoursIn: number;
  readonly hoursOut: number;
  readonly hoursInCommon: number;
  readonly capacity: number;
  readonly recovered: number;
}

/** Thousands of pairs run at the same times; the records of a calendar are one for each of them. */
const rhythmsKnown = new WeakMap<RunTimes, WeakMap<RunTimes, Map<number, Rhythm>>>();

function rhythmOf(supply: PreparedFlow, demand: PreparedFlow, lossPerHour: number): Rhythm {
  const ofSupply = rhythmsKnown.get(supply.times) ?? new WeakMap<RunTimes, Map<number, Rhythm>>();
  const byLoss = ofSupply.get(demand.times) ?? new Map<number, Rhythm>();
  const known = byLoss.get(lossPerHour);
  if (known !== undefined) return known;
  const rhythm = rhythmBetween(supply, demand, lossPerHour);
  rhythmsKnown.set(supply.times, ofSupply.set(demand.times, byLoss.set(lossPerHour, rhythm)));
  return rhythm;
}

function rhythmBetween(supply: PreparedFlow, demand: PreparedFlow, lossPerHour: number): Rhythm {
  const inHours = supply.flow.availability.hours;
  const outHours = demand.flow.availability.hours;
  const hoursIn = inHours.filter(Boolean).length;
  const hoursOut = outHours.filter(Boolean).length;
  const given = inHours.map((runs) => (runs ? 1 / hoursIn : 0));
  const taken = outHours.map((runs) => (runs ? 1 / hoursOut : 0));
  const surplusKwh = given.map((amount, hour) => Math.max(0, amount - (taken[hour] as number)));
  const deficitKwh = taken.map((amount, hour) => Math.max(0, amount - (given[hour] as number)));
  const capacity = ringCapacity(surplusKwh, deficitKwh);
  const { recoveredKwh } = storeWeek({ surplusKwh, deficitKwh, capacityKwh: capacity, lossPerHour });
  const direct = taken.reduce((sum, amount, hour) => sum + Math.min(amount, given[hour] as number), 0);
  const hoursInCommon = inHours.filter((runs, hour) => runs && outHours[hour]).length;
  return { hoursIn, hoursOut, hoursInCommon, capacity, recovered: direct + recoveredKwh };
}

function givingWhen(
  demand: PreparedFlow,
  { supply, rate, calendar }: { supply: PreparedFlow; rate: number; calendar: Calendar },
): PreparedFlow {
  const availability = { ...supply.flow.availability, hours: demand.flow.availability.hours };
  const quantity = { ...supply.flow.quantity, amount: rate, unit: supply.type.rateUnit };
  return restated(supply, { availability, quantity }, calendar);
}

function storeFor({ supply, demand }: Pair): Store | null {
  const { type } = supply;
  if (type.transport === 'visit' || type.family === 'steam' || notKept.has(type.id)) return null;
  const spread = spreadOf(type.id);
  if (spread !== null || type.family === 'water') {
    if (highest(supply, 'temperature_c') > hottestTankC) return null;
    return spread === null
      ? tankFor((m3) => m3, nothing)
      : tankFor(
          (kwh) => kwh / tankCapacityKwh(1, spread),
          (values) => values['change.tank_loss'],
        );
  }
  if (type.family === 'gas') {
    const bar = Math.max(highest(supply, 'pressure_bar'), lowest(demand, 'pressure_bar'));
    if (bar > holderBar || type.id === 'gas.compressed_air') return null;
    return priced({ label: 'a gas holder', unit: 'm3' }, 'change.gas_holder', nothing);
  }
  if (type.family === 'electricity')
    return priced({ label: 'a battery', unit: 'kWh' }, 'change.battery', (values) => values['change.battery_loss']);
  return type.measure === 'count'
    ? priced({ label: 'a buffer', unit: 'pcs' }, 'change.heap', nothing)
    : priced({ label: 'a silo or heap', unit: 't' }, 'change.heap', nothing);
}

/** -Infinity where nothing is stated. */
function highest({ flow }: PreparedFlow, parameter: string): number {
  const { min, max }: Interval = flow.quality[parameter] ?? { min: null, max: null };
  return max ?? min ?? -Infinity;
}

function lowest({ flow }: PreparedFlow, parameter: string): number {
  return flow.quality[parameter]?.min ?? -Infinity;
}

/** As the converter of the same name. */
function tankFor(sizeFor: Store['sizeFor'], lossPerHour: Store['lossPerHour']): Store {
  return {
    label: 'a tank',
    unit: 'm3',
    sizeFor,
    eurFor: (m3, values) => converterEur('hot_water_tank', m3, values),
    upkeep: 'converter.hot_water_tank.opex',
    lossPerHour,
    lossPerCycle: nothing,
  };
}

function priced(
  named: Pick<Store, 'label' | 'unit'>,
  id: 'change.gas_holder' | 'change.battery' | 'change.heap',
  lossPerCycle: Store['lossPerCycle'],
): Store {
  return {
    ...named,
    sizeFor: (amount) => amount,
    eurFor: (size, values) => size * values[id],
    upkeep: 'change.upkeep',
    lossPerHour: nothing,
    lossPerCycle,
  };
}

const nothing = (): number => 0;
/** Flue gas has no store; food waste rots, and used fat turns rancid and sets. */
const notKept: ReadonlySet<string> = new Set(['heat.flue_gas', 'organic.food_waste', 'organic.fat']);
/** Of a tank without pressure. */
const hottestTankC = 95;
/** Absolute, of a low-pressure gas holder; compressed air that states no pressure has more. */
const holderBar = 1.1;
/** Times as much as without it; less is no reason to build. */
const worthwhile = 1.01;
