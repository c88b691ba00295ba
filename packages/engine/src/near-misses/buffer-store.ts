// Both run in other hours of the week: a store takes in while one runs and gives out while the other does.
import { hoursOfWeek } from '@crg/domain/availability';
import type { ResourceType } from '@crg/domain/taxonomy';
import type { Calendar, RunTimes } from '../calendar.ts';
import type { FactorValues } from '../economics/factor-table.ts';
import { annuityIn } from '../economics/finance.ts';
import { spreadOf } from '../economics/transport/heat-spread.ts';
import { storeWeek, tankCapacityKwh } from '../formulas/time.ts';
import type { Pair } from '../pair.ts';
import { inWords } from '../plain-words.ts';
import { type PreparedFlow, restated } from '../prepared-flow.ts';
import type { Change, Workshop } from './change.ts';

/** What the resource is kept in: how large for so much of it, what that costs, what gets lost. */
interface Store {
  readonly label: string;
  readonly unit: string;
  /** In `unit`, for an amount of the resource (rate unit x h). */
  readonly sizeFor: (amount: number) => number;
  readonly eurFor: (size: number, values: FactorValues) => number;
  readonly lossPerHour: (values: FactorValues) => number;
  /** Lost on the way in and out. */
  readonly lossPerCycle: (values: FactorValues) => number;
}

/**
 * As large as it takes to lose nothing of what both could exchange in a week; seasons are not bridged.
 * null for what cannot be kept: steam, flue gas, people's time, space.
 */
export function bufferStore(pair: Pair, { values, calendar, dearest }: Workshop): Change | null {
  const { supply, demand } = pair;
  const store = storeFor(supply.type);
  const sameMonths = (supply.times.months & demand.times.months) !== 0;
  if (pair.commonHours > 0 || store === null || !sameMonths) return null;
  const week = weekOf(pair, store, values);
  const size = store.sizeFor(week.capacity);
  const costEurPerYear = store.eurFor(size, values) * (annuityIn(values) + values['converter.hot_water_tank.opex']);
  if (costEurPerYear > dearest) return null;
  return {
    kind: 'buffer_store',
    judge: 'time',
    paidBy: 'both',
    share: Math.min(1, week.rateOut / pair.commonRate),
    costEurPerYear,
    detail: () =>
      `${store.label} of ${inWords(size, store.unit)}, so that what comes in one part of the week goes out in another`,
    changed: () => ({ supply: givingWhen(demand, { supply, rate: week.rateOut, calendar }), demand }),
  };
}

interface StoredWeek {
  /** In the rate unit x h. */
  readonly capacity: number;
  /** While the demand runs, in the rate unit. */
  readonly rateOut: number;
}

/** Filled evenly while the supply runs, emptied evenly while the demand does, and the same every week. */
function weekOf({ supply, demand }: Pair, store: Store, values: FactorValues): StoredWeek {
  const { hoursIn, hoursOut, capacity, recovered } = rhythmOf(supply, demand, store.lossPerHour(values));
  const amount = Math.min(supply.rate * hoursIn * (1 - store.lossPerCycle(values)), demand.rate * hoursOut);
  return { capacity: amount * capacity, rateOut: (amount * recovered) / hoursOut };
}

/** What a week asks of a store for each unit that goes through it: hours of filling and emptying, room, and what comes out again. */
interface Rhythm {
  readonly hoursIn: number;
  readonly hoursOut: number;
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
  const surplusKwh = inHours.map((runs) => (runs ? 1 / hoursIn : 0));
  const deficitKwh = outHours.map((runs) => (runs ? 1 / hoursOut : 0));
  const capacity = ringCapacity(surplusKwh, deficitKwh);
  const { recoveredKwh } = storeWeek({ surplusKwh, deficitKwh, capacityKwh: capacity, lossPerHour });
  return { hoursIn, hoursOut, capacity, recovered: recoveredKwh };
}

/** Between the fullest and the emptiest hour of a week that ends as it began. */
function ringCapacity(into: readonly number[], out: readonly number[]): number {
  let content = 0;
  let fullest = 0;
  let emptiest = 0;
  for (let hour = 0; hour < hoursOfWeek; hour++) {
    content += (into[hour] as number) - (out[hour] as number);
    fullest = Math.max(fullest, content);
    emptiest = Math.min(emptiest, content);
  }
  return fullest - emptiest;
}

function givingWhen(
  demand: PreparedFlow,
  { supply, rate, calendar }: { supply: PreparedFlow; rate: number; calendar: Calendar },
): PreparedFlow {
  const availability = { ...supply.flow.availability, hours: demand.flow.availability.hours };
  const quantity = { ...supply.flow.quantity, amount: rate, unit: supply.type.rateUnit };
  return restated(supply, { availability, quantity }, calendar);
}

function storeFor(type: ResourceType): Store | null {
  if (type.transport === 'visit' || type.family === 'steam' || type.id === 'heat.flue_gas') return null;
  const spread = spreadOf(type.id);
  if (spread !== null)
    return tankFor(
      (kwh) => kwh / tankCapacityKwh(1, spread),
      (values) => values['change.tank_loss'],
    );
  if (type.family === 'water') return tankFor((m3) => m3, nothing);
  if (type.family === 'gas') return priced({ label: 'a gas holder', unit: 'm3' }, 'change.gas_holder', nothing);
  if (type.family === 'electricity')
    return priced({ label: 'a battery', unit: 'kWh' }, 'change.battery', (values) => values['change.battery_loss']);
  return type.measure === 'count'
    ? priced({ label: 'a buffer', unit: 'pcs' }, 'change.heap', nothing)
    : priced({ label: 'a silo or heap', unit: 't' }, 'change.heap', nothing);
}

/** Small tanks cost more per m3: twice as much at a tenth of the size. */
function tankFor(sizeFor: Store['sizeFor'], lossPerHour: Store['lossPerHour']): Store {
  const eurFor = (m3: number, values: FactorValues) =>
    values['converter.hot_water_tank.capex'] * referenceM3 * (m3 / referenceM3) ** scaleExponent;
  return { label: 'a tank', unit: 'm3', sizeFor, eurFor, lossPerHour, lossPerCycle: nothing };
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
    lossPerHour: nothing,
    lossPerCycle,
  };
}

const nothing = (): number => 0;
const referenceM3 = 100;
const scaleExponent = 0.7;
