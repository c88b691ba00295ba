// How many matches run in each month and in each hour of the week: the bars and the strip of the time panel.
import type { Entry } from './entry.ts';
import { runsAt } from './filter-entries.ts';

export interface TimeLoad {
  /** 12 counts, at the chosen hour. */
  readonly months: readonly number[];
  /** 168 counts, in the chosen month. */
  readonly hours: readonly number[];
}

export function timeLoad(entries: readonly Entry[], month: number | null, hour: number | null): TimeLoad {
  const matches = entries.filter(({ kind }) => kind === 'match');
  const count = (inMonth: number | null, inHour: number | null) =>
    matches.filter(({ common }) => runsAt(common, inMonth, inHour)).length;
  return {
    months: Array.from({ length: 12 }, (_, index) => count(index + 1, hour)),
    hours: Array.from({ length: 168 }, (_, index) => count(month, index)),
  };
}

/** One of the six steps of the sequential scale: 0 for nothing, 5 for the most. */
export function loadStep(count: number, most: number): number {
  return count === 0 || most === 0 ? 0 : Math.max(1, Math.round((count / most) * 5));
}
