// The first, cheapest looks at a candidate: most of them end here. Both ask what neither distance nor a near miss can change.
import type { QualityParameter } from '@crg/domain/taxonomy';
import { existOnCommonDay, shareAnHour } from '../calendar.ts';
import { mendableParameter } from '../near-misses/mendable.ts';
import type { PreparedFlow } from '../prepared-flow.ts';
import { insideAtGate, type QualityEnds } from '../quality-ends.ts';
import { codesMeet, skillsMeet } from './type.ts';

/** Whether a quality that no near miss mends is outside at the gate. `from`: where the demand's ends begin in `asked`. */
export function isOutsideForGood(
  parameters: readonly QualityParameter[],
  offered: QualityEnds,
  asked: QualityEnds,
  from: number,
): boolean {
  for (let index = 0; index < parameters.length; index++) {
    const parameter = parameters[index] as QualityParameter;
    if (parameter.id !== mendableParameter && insideAtGate(offered, asked, parameter, index, from) < 0) return true;
  }
  return false;
}

/** Whether two flows share no hour or no day, or state waste codes or skills that do not meet. */
export function neverMeet(supply: PreparedFlow, demand: PreparedFlow): boolean {
  return (
    !shareAnHour(supply.times, demand.times) ||
    !existOnCommonDay(supply.times, demand.times) ||
    !codesMeet(supply.ewc, demand.ewc) ||
    !skillsMeet(supply.skills, demand.skills)
  );
}
