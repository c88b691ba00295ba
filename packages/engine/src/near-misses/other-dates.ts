// One flow ends before the other begins: the later one begins on the last day of the earlier one.
import type { Calendar } from '../calendar.ts';
import { existOnCommonDay } from '../calendar.ts';
import { annuityIn } from '../economics/finance.ts';
import type { Pair } from '../pair.ts';
import { type PreparedFlow, restated } from '../prepared-flow.ts';
import type { Change, Workshop } from './change.ts';

export function otherDates({ supply, demand, commonHours }: Pair, { values, calendar }: Workshop): Change | null {
  if (existOnCommonDay(supply.times, demand.times) || commonHours === 0) return null;
  const side = supply.times.lastDay < demand.times.firstDay ? 'demand' : 'supply';
  const [earlier, later] = side === 'demand' ? [supply, demand] : [demand, supply];
  const { validTo } = earlier.flow.availability;
  const { validFrom } = later.flow.availability;
  if (validTo === null || validFrom === null) return null;
  const days = (Date.parse(validFrom) - Date.parse(validTo)) / millisecondsPerDay;
  return {
    kind: 'other_dates',
    judge: 'time',
    paidBy: side === 'supply' ? 'supplier' : 'receiver',
    costEurPerYear: days * values['change.other_dates'] * annuityIn(values),
    detail: () => `the ${side} begins on ${validTo} instead of ${validFrom}`,
    changed: () => ({ supply, demand, [side]: beginning(later, validTo, calendar) }),
  };
}

function beginning(prepared: PreparedFlow, validFrom: string, calendar: Calendar): PreparedFlow {
  return restated(prepared, { availability: { ...prepared.flow.availability, validFrom } }, calendar);
}

const millisecondsPerDay = 86_400_000;
