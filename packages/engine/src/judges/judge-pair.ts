// The judges in their fixed order, twice: quickly for every pair that is looked at, in full for every pair that is shown.
import type { JudgeName, Verdict } from '@crg/domain/match';
import type { QualityParameter } from '@crg/domain/taxonomy';
import type { Pair } from '../pair.ts';
import type { PermitAssessment } from '../permit/assess.ts';
import type { PermitDesk } from '../permit/permit-desk.ts';
import { isNearEnough, judgeDistance } from './distance.ts';
import { judgePermit, permitResult } from './permit.ts';
import { isAsked, judgeQuality, parametersJudged, qualityJudge, qualityResult } from './quality.ts';
import { isEnough, judgeQuantity } from './quantity.ts';
import { aloud, silently } from './speak.ts';
import { judgeTime, meetInTime } from './time.ts';
import { judgeType, typeFits } from './type.ts';
import { judgeVisibility } from './visibility.ts';

/**
 * Every judge's verdict: type, distance, quality by parameter that is asked, time, quantity, permit, visibility.
 * @param explain false leaves the verdicts without sentences
 */
export function judgePair(pair: Pair, permit: PermitAssessment, explain = true): readonly Verdict[] {
  const speak = explain ? aloud : silently;
  return [
    judgeType(pair, speak),
    judgeDistance(pair, speak),
    ...pair.demand.type.parameters.flatMap((parameter, index) =>
      isAsked(pair, parameter) ? [judgeQuality(pair, index, speak)] : [],
    ),
    judgeTime(pair, speak),
    judgeQuantity(pair, speak),
    judgePermit(permit, speak),
    judgeVisibility(speak),
  ];
}

/**
 * The judges that reject a pair, by the same conditions as `judgePair` but without a sentence. Empty when it fits.
 * @param most after so many and one more nobody asks for the others
 */
export function failuresOf(pair: Pair, desk: PermitDesk, most = Infinity): readonly JudgeName[] {
  const failures: JudgeName[] = [];
  const { parameters } = pair.demand.type;
  if (!typeFits(pair)) failures.push('type');
  if (!isNearEnough(pair)) failures.push('distance');
  const judged = parametersJudged(pair);
  for (let index = 0; index < judged; index++)
    if (failures.length <= most && qualityResult(pair, index) === 'fail')
      failures.push(qualityJudge(parameters[index] as QualityParameter));
  if (failures.length > most) return failures;
  if (!meetInTime(pair)) failures.push('time');
  if (!isEnough(pair)) failures.push('quantity');
  if (failures.length > most) return failures;
  if (permitResult(desk.assess(pair).outcome) === 'fail') failures.push('permit');
  return failures;
}
