// The first, cheapest looks at a candidate: most of them end here. All ask what neither distance nor a near miss can change.
import type { QualityParameter } from '@crg/domain/taxonomy';
import { existOnCommonDay, shareAnHour } from '../calendar.ts';
import type { PreparedFlow } from '../prepared-flow.ts';
import { insideAtGate, type QualityEnds } from '../quality-ends.ts';
import { codesMeet, skillsMeet } from './type.ts';

/**
 * How many qualities are outside at the gate; more than any allowance as soon as one of them can never be mended.
 * @param mendable by parameter, for the supply's type
 * @param from where the demand's ends begin in `asked`
 */
export function countOutside(
  parameters: readonly QualityParameter[],
  mendable: readonly boolean[],
  offered: QualityEnds,
  asked: QualityEnds,
  from: number,
): number {
  let outside = 0;
  for (let index = 0; index < parameters.length; index++) {
    const parameter = parameters[index] as QualityParameter;
    if (insideAtGate(offered, asked, parameter, index, from) < 0) {
      if (mendable[index] !== true) return Infinity;
      outside++;
    }
  }
  return outside;
}

/** Whether two flows share no hour or no day. */
export function neverAtOnce(supply: PreparedFlow, demand: PreparedFlow): boolean {
  return !shareAnHour(supply.times, demand.times) || !existOnCommonDay(supply.times, demand.times);
}

/** Whether two flows state waste codes or skills that do not meet: they are of different kinds, and no change makes one the other. */
export function areOfOtherKinds(supply: PreparedFlow, demand: PreparedFlow): boolean {
  return !codesMeet(supply.ewc, demand.ewc) || !skillsMeet(supply.skills, demand.skills);
}
