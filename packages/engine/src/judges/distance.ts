// Is the receiver near enough?
import type { Verdict } from '@crg/domain/match';
import type { Pair } from '../pair.ts';
import { inWords } from '../plain-words.ts';
import { aloud, type Speak } from './speak.ts';

export function isNearEnough({ distanceKm, limitKm }: Pair): boolean {
  return distanceKm <= limitKm;
}

/** Distance over the ground in km against the smaller stated limit, or the reach of the types where none is stated. */
export function judgeDistance(pair: Pair, speak: Speak = aloud): Verdict {
  const near = isNearEnough(pair);
  return {
    judge: 'distance',
    result: near ? 'pass' : 'fail',
    value: pair.distanceKm,
    limit: pair.limitKm,
    unit: 'km',
    text: speak(() => sentence(pair, near)),
  };
}

function sentence(pair: Pair, near: boolean): string {
  const origin = isLimitStated(pair) ? 'the limit the flows state' : `the reach of ${pair.demand.type.label}`;
  return `${inWords(pair.distanceKm, 'km')} apart, ${near ? 'within' : 'beyond'} ${origin} (${inWords(pair.limitKm, 'km')}).`;
}

function isLimitStated({ supply, demand }: Pair): boolean {
  return supply.maxDistanceKm !== null || demand.maxDistanceKm !== null;
}
