// When a flow runs, from the short forms of the wire to hours and months that can be compared.
import type { Flow } from '@crg/api-contract/flow';
import { hourPatterns } from '@crg/domain/availability';

/** Hours of the week as 168 characters of 0 and 1 (Monday 00:00 first), months as 12. */
export interface RunningTime {
  readonly hours: string;
  readonly months: string;
}

const everyHour = '1'.repeat(168);
const everyMonth = '1'.repeat(12);

/** Left out means always. */
export function runningTime(availability: Flow['availability']): RunningTime {
  return { hours: hoursOf(availability?.hours), months: availability?.months ?? everyMonth };
}

/** Hours and months in which both run. */
export function commonTime(a: RunningTime, b: RunningTime): RunningTime {
  return { hours: both(a.hours, b.hours), months: both(a.months, b.months) };
}

/** Both sides run in the month and in the hour of the week; null asks nothing. */
export function runsAt(common: RunningTime, month: number | null, hour: number | null): boolean {
  return (month === null || common.months[month - 1] === '1') && (hour === null || common.hours[hour] === '1');
}

function hoursOf(hours: string | null | undefined): string {
  if (!hours) return everyHour;
  const pattern = (hourPatterns as Readonly<Record<string, readonly boolean[]>>)[hours];
  return pattern ? pattern.map((runs) => (runs ? '1' : '0')).join('') : hours;
}

function both(a: string, b: string): string {
  return a === b ? a : [...a].map((runs, index) => (runs === '1' && b[index] === '1' ? '1' : '0')).join('');
}
