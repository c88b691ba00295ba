// Both run in other months: what keeps lies on a heap, or raw water in a pond, from the one season to the other.
import { monthsOfYear } from '@crg/domain/availability';
import { yearlyPerRate } from '@crg/domain/quantity';
import type { ResourceType } from '@crg/domain/taxonomy';
import type { Calendar } from '../calendar.ts';
import type { FactorValues } from '../economics/factor-table.ts';
import { storedYear } from '../formulas/time.ts';
import type { Pair } from '../pair.ts';
import { inWords } from '../plain-words.ts';
import { type PreparedFlow, restated } from '../prepared-flow.ts';
import type { Change, Workshop } from './change.ts';
import { plantEurPerYear } from './plant.ts';
import { isWithinReach } from './smaller-lot.ts';

interface SeasonStore {
  readonly label: string;
  /** Of what is put in. */
  readonly lost: number;
  /** EUR/a for the most that lies there at once and what it comes to over the year, in units and unit x months, and what goes through. */
  readonly eurPerYear: (lying: { readonly most: number; readonly months: number; readonly through: number }) => number;
}

/**
 * What both could exchange in a year, put in while the supply runs and taken out while the demand does.
 * null where months are in common, and for what does not keep over months: heat, cold, power, gas, treated water, what rots.
 */
export function seasonStore(pair: Pair, workshop: Workshop): Change | null {
  const { supply, demand } = pair;
  return (supply.times.months & demand.times.months) === 0 ? keptOver(pair, workshop, 'time') : null;
}

/** Goods that keep, of which too little comes while both run: all of them lie on a heap until they are wanted. */
export function heapForLot(pair: Pair, workshop: Workshop): Change | null {
  const { supply, demand } = pair;
  if (
    supply.type.family !== 'material' ||
    !isWithinReach(pair, Math.min(supply.yearly, demand.yearly), workshop.values)
  )
    return null;
  return keptOver(pair, workshop, 'quantity');
}

function keptOver(pair: Pair, { values, calendar, dearest }: Workshop, judge: Change['judge']): Change | null {
  const { supply, demand, commonYearly } = pair;
  const store = storeFor(supply.type, values);
  if (store === null) return null;
  const through = Math.min(supply.yearly, demand.yearly / (1 - store.lost));
  const left = through * (1 - store.lost);
  const year = storedYear(daysOf(supply, calendar), daysOf(demand, calendar));
  const lying = { most: through * year.most, months: through * year.mean * monthsOfYear, through };
  const costEurPerYear = store.eurPerYear(lying);
  if (left <= commonYearly * worthwhile || costEurPerYear > dearest) return null;
  return {
    kind: 'buffer_store',
    judge,
    paidBy: 'both',
    costEurPerYear,
    detail: () =>
      `${store.label} for ${inWords(through, supply.type.yearlyUnit)}, of which up to ${inWords((100 * lying.most) / through, '%')} lies there at once`,
    changed: () => ({ supply: givingInSeason(demand, { supply, yearly: left, calendar }), demand }),
  };
}

/** On which it runs, by month. */
function daysOf({ flow }: PreparedFlow, { year }: Calendar): readonly number[] {
  return flow.availability.months.map((runs, month) =>
    runs ? new Date(Date.UTC(year, month + 1, 0)).getUTCDate() : 0,
  );
}

function givingInSeason(
  demand: PreparedFlow,
  { supply, yearly, calendar }: { supply: PreparedFlow; yearly: number; calendar: Calendar },
): PreparedFlow {
  const { hours, months } = demand.flow.availability;
  const amount = yearly / yearlyPerRate(supply.type.measure, demand.hours);
  return restated(
    supply,
    {
      availability: { ...supply.flow.availability, hours, months },
      quantity: { ...supply.flow.quantity, amount, unit: supply.type.rateUnit },
    },
    calendar,
  );
}

function storeFor({ id, family, measure, transport }: ResourceType, values: FactorValues): SeasonStore | null {
  if (family === 'material' && transport === 'truck' && measure === 'mass')
    return {
      label: 'a heap or silo',
      lost: 0,
      eurPerYear: ({ months, through }) =>
        through * values['change.heap_handling'] + months * values['change.heap_month'],
    };
  if (!keepsInPond.has(id)) return null;
  return {
    label: 'a lined pond',
    lost: values['change.pond_loss'],
    eurPerYear: ({ most }) => plantEurPerYear({ investmentEur: most * values['change.pond'], runningEur: 0 }, values),
  };
}

/** What has been cleaned would not stay clean in the open, and warm water not warm. */
const keepsInPond: ReadonlySet<string> = new Set(['water.raw', 'water.stormwater']);
/** Times as much as without it; less is no reason to build. */
const worthwhile = 1.01;
