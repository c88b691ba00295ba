// Do both run at the same time?
import type { Verdict } from '@crg/domain/match';
import { existOnCommonDay } from '../calendar.ts';
import type { Pair } from '../pair.ts';
import { inWords } from '../plain-words.ts';
import { aloud, type Speak } from './speak.ts';

export function meetInTime({ supply, demand, commonHours }: Pair): boolean {
  return commonHours > 0 && existOnCommonDay(supply.times, demand.times);
}

/** Hours of the year in which both run must be more than 0, and both flows must exist on a common day of the year. */
export function judgeTime(pair: Pair, speak: Speak = aloud): Verdict {
  const result = meetInTime(pair) ? 'pass' : 'fail';
  const text = speak(() => sentence(pair));
  return { judge: 'time', result, value: pair.commonHours, limit: 0, unit: 'h/a', text };
}

function sentence({ supply, demand, commonHours }: Pair): string {
  if (!existOnCommonDay(supply.times, demand.times))
    return 'No day of the year lies within the validity dates of both flows.';
  if (commonHours === 0) return 'Supply and demand never run in the same hour of the week and month of the year.';
  return `Both run in ${inWords(commonHours, 'h/a')} of the supply's ${inWords(supply.hours, 'h/a')} and the demand's ${inWords(demand.hours, 'h/a')}.`;
}
