// Both never run at the same time: one side begins earlier or later, by as little as it takes. Seasons stay where they are.
import { hoursOfWeek, monthsOfYear } from '@crg/domain/availability';
import type { Family } from '@crg/domain/taxonomy';
import type { Calendar, RunTimes } from '../calendar.ts';
import type { Pair } from '../pair.ts';
import { type PreparedFlow, restated } from '../prepared-flow.ts';
import type { Change, Workshop } from './change.ts';

/**
 * The side that has to work the fewest hours at another time moves; the receiver where it is the same for both.
 * null where a season would have to move: only what is planned moves to another month, and only to the next one.
 */
export function otherHours(pair: Pair, { values, calendar, dearest }: Workshop): Change | null {
  if (pair.commonHours > 0) return null;
  const move = moveFor(pair, calendar);
  const { side, shift, hoursMoved } = move;
  if (Math.abs(shift.months) > (isPlanned(pair) ? furthestMonths : 0)) return null;
  const costEurPerYear = hoursMoved * values['change.other_hours'];
  if (costEurPerYear > dearest) return null;
  const { supply, demand } = pair;
  return {
    kind: 'other_hours',
    judge: 'time',
    paidBy: side === 'supply' ? 'supplier' : 'receiver',
    // A yearly amount flows more slowly in a longer month.
    share: Math.min(1, pair[side].hours / move.hoursAfter),
    costEurPerYear,
    detail: () => sentence(side, shift),
    changed: () => ({ supply, demand, [side]: moved(pair[side], move, calendar.year) }),
  };
}

/** Heat, cold, power and water follow the weather, gas its process, what grows its harvest; a campaign, a crew or a hall is planned. */
function isPlanned({ supply, demand }: Pair): boolean {
  return planned.has(supply.type.family) && planned.has(demand.type.family);
}

/** Later (or, below 0, earlier) by so much. */
interface Shift {
  readonly hours: number;
  readonly months: number;
}

interface Move {
  readonly side: 'supply' | 'demand';
  readonly shift: Shift;
  /** h/a run at a time at which that side did not run before, and all it runs then. */
  readonly hoursMoved: number;
  readonly hoursAfter: number;
  readonly hours: readonly boolean[];
  readonly months: readonly boolean[];
  readonly times: RunTimes;
}

/** Thousands of pairs run at the same times; the records of a calendar are one for each of them. */
const movesKnown = new WeakMap<RunTimes, WeakMap<RunTimes, Move>>();

function moveFor({ supply, demand }: Pair, calendar: Calendar): Move {
  const ofSupply = movesKnown.get(supply.times) ?? new WeakMap<RunTimes, Move>();
  movesKnown.set(supply.times, ofSupply);
  const known = ofSupply.get(demand.times);
  if (known !== undefined) return known;
  const move = smallestMove(supply, demand, calendar);
  ofSupply.set(demand.times, move);
  return move;
}

function smallestMove(supply: PreparedFlow, demand: PreparedFlow, calendar: Calendar): Move {
  const [one, other] = [supply.flow.availability, demand.flow.availability];
  // From the supply to the demand: the supply would run that much later, the demand that much earlier.
  const hours = smallestShift(one.hours, other.hours, hoursOfWeek);
  const months = smallestShift(one.months, other.months, monthsOfYear);
  const bySupply = moveOf('supply', supply, { hours, months }, calendar);
  const byDemand = moveOf('demand', demand, { hours: -hours, months: -months }, calendar);
  return bySupply.hoursMoved < byDemand.hoursMoved ? bySupply : byDemand;
}

function moveOf(side: Move['side'], { flow, times: before }: PreparedFlow, shift: Shift, calendar: Calendar): Move {
  const { availability } = flow;
  const hours = turned(availability.hours, shift.hours);
  const months = turned(availability.months, shift.months);
  const times = calendar.runTimes({ ...availability, hours, months });
  const hoursAfter = calendar.commonHours(times, times);
  return {
    side,
    shift,
    hoursMoved: hoursAfter - calendar.commonHours(before, times),
    hoursAfter,
    hours,
    months,
    times,
  };
}

function moved(prepared: PreparedFlow, { hours, months, times }: Move, year: number): PreparedFlow {
  const availability = { ...prepared.flow.availability, hours, months };
  return restated(prepared, { availability }, { year, runTimes: () => times });
}

/** Of least size, by which the first ring has to be turned so that both are marked somewhere; forwards where both ways are as far. */
function smallestShift(one: readonly boolean[], other: readonly boolean[], length: number): number {
  const forwards = nearestAhead(one, other, length);
  const backwards = nearestAhead(other, one, length);
  return forwards <= backwards ? forwards : -backwards;
}

/** Fewest steps ahead from a mark of the first ring to one of the second. */
function nearestAhead(one: readonly boolean[], other: readonly boolean[], length: number): number {
  let nearest = length;
  let lastMark = -length;
  for (let at = 0; at < 2 * length; at++) {
    if (one[at % length]) lastMark = at;
    if (other[at % length]) nearest = Math.min(nearest, at - lastMark);
  }
  return nearest;
}

function turned(ring: readonly boolean[], by: number): readonly boolean[] {
  return by === 0 ? ring : ring.map((_, at) => ring[(at - by + ring.length) % ring.length] === true);
}

function sentence(side: 'supply' | 'demand', { hours, months }: Shift): string {
  const parts = [step(hours, 'h', 'h'), step(months, 'month', 'months')].filter((part) => part !== '');
  return `the ${side} runs ${parts.join(' and ')}`;
}

function step(by: number, one: string, many: string): string {
  if (by === 0) return '';
  const size = Math.abs(by);
  return `${size} ${size === 1 ? one : many} ${by > 0 ? 'later' : 'earlier'}`;
}

const planned: ReadonlySet<Family> = new Set(['material', 'service', 'logistics', 'space']);
/** Holidays and campaigns move by so much; more is another season. Judgement. */
const furthestMonths = 1;
