// The first, cheapest look at a candidate: most of them fail here.
import { existOnCommonDay, shareAnHour } from '../calendar.ts';
import { mendableParameter } from '../near-misses/mendable.ts';
import type { PreparedFlow } from '../prepared-flow.ts';
import { insideAtGate, type QualityEnds } from '../quality-ends.ts';
import { codesMeet } from './type.ts';

/**
 * Whether a pair fails a judge that neither distance nor a near miss can change: a quality that no converter here mends, no
 * hour or day in common, other waste codes. Such a pair is neither a match nor a near miss, so nothing more is worked out.
 */
export function isHopeless(supply: PreparedFlow, demand: PreparedFlow, offered: QualityEnds): boolean {
  return (
    isOutsideForGood(demand, offered) ||
    !shareAnHour(supply.times, demand.times) ||
    !existOnCommonDay(supply.times, demand.times) ||
    !codesMeet(supply.flow.codes.ewc, demand.flow.codes.ewc)
  );
}

function isOutsideForGood({ type, ends }: PreparedFlow, offered: QualityEnds): boolean {
  const { parameters } = type;
  for (let index = 0; index < parameters.length; index++) {
    const parameter = parameters[index] as (typeof parameters)[number];
    if (parameter.id !== mendableParameter && insideAtGate(offered, ends, parameter, index) < 0) return true;
  }
  return false;
}
