// Both never run at the same time: one side begins earlier or later, by as little as it takes.
import { hoursOfWeek, monthsOfYear } from '@crg/domain/availability';
import type { Calendar } from '../calendar.ts';
import type { FactorValues } from '../economics/factor-table.ts';
import type { Pair } from '../pair.ts';
import { type PreparedFlow, restated } from '../prepared-flow.ts';
import type { Change } from './change.ts';

/** Later (or, below 0, earlier) by so much. */
interface Shift {
  readonly hours: number;
  readonly months: number;
}

/** The side that has to work the fewest hours at another time moves; the receiver where it is the same for both. */
export function otherHours(pair: Pair, values: FactorValues, calendar: Calendar): Change | null {
  if (pair.commonHours > 0) return null;
  const { supply, demand } = pair;
  // From the supply to the demand: the supply would run that much later, the demand that much earlier.
  const gap: Shift = {
    hours: smallestShift(supply.flow.availability.hours, demand.flow.availability.hours, hoursOfWeek),
    months: smallestShift(supply.flow.availability.months, demand.flow.availability.months, monthsOfYear),
  };
  const moved = {
    supply: shifted(supply, gap, calendar),
    demand: shifted(demand, { hours: -gap.hours, months: -gap.months }, calendar),
  };
  const hours = {
    supply: hoursMoved(supply, moved.supply, calendar),
    demand: hoursMoved(demand, moved.demand, calendar),
  };
  const side = hours.supply < hours.demand ? 'supply' : 'demand';
  return {
    kind: 'other_hours',
    judge: 'time',
    paidBy: side === 'supply' ? 'supplier' : 'receiver',
    costEurPerYear: hours[side] * values['change.other_hours'],
    detail: () => sentence(side, gap),
    changed: () => ({ supply, demand, [side]: moved[side] }),
  };
}

/** Of least size, by which the first ring has to be turned so that both are marked somewhere; forwards where both ways are as far. */
function smallestShift(one: readonly boolean[], other: readonly boolean[], length: number): number {
  for (let shift = 0; shift <= length / 2; shift++) {
    if (meet(one, other, shift, length)) return shift;
    if (meet(one, other, -shift, length)) return -shift;
  }
  return 0;
}

function meet(one: readonly boolean[], other: readonly boolean[], shift: number, length: number): boolean {
  for (let at = 0; at < length; at++) if (one[at] && other[(at + shift + length) % length]) return true;
  return false;
}

function shifted(prepared: PreparedFlow, { hours, months }: Shift, calendar: Calendar): PreparedFlow {
  const { availability } = prepared.flow;
  return restated(
    prepared,
    {
      availability: {
        ...availability,
        hours: turned(availability.hours, hours),
        months: turned(availability.months, months),
      },
    },
    calendar,
  );
}

function turned(ring: readonly boolean[], by: number): readonly boolean[] {
  return ring.map((_, at) => ring[(at - by + ring.length) % ring.length] === true);
}

/** h/a run at a time at which the flow did not run before. */
function hoursMoved(before: PreparedFlow, after: PreparedFlow, calendar: Calendar): number {
  return after.hours - calendar.commonHours(before.times, after.times);
}

function sentence(side: 'supply' | 'demand', gap: Shift): string {
  const sign = side === 'supply' ? 1 : -1;
  const parts = [step(gap.hours * sign, 'h', 'h'), step(gap.months * sign, 'month', 'months')].filter(
    (part) => part !== '',
  );
  return `the ${side} runs ${parts.join(' and ')}`;
}

function step(by: number, one: string, many: string): string {
  if (by === 0) return '';
  const size = Math.abs(by);
  return `${size} ${size === 1 ? one : many} ${by > 0 ? 'later' : 'earlier'}`;
}
