// The judges in their fixed order, twice: quickly for every pair that is looked at, in full for every pair that is shown.
import type { JudgeName, Verdict } from '@crg/domain/match';
import type { Pair } from '../pair.ts';
import type { PermitAssessment } from '../permit/assess.ts';
import type { PermitDesk } from '../permit/permit-desk.ts';
import { isNearEnough, judgeDistance } from './distance.ts';
import { judgePermit, permitResult } from './permit.ts';
import { judgeQuality, qualityResult } from './quality.ts';
import { isEnough, judgeQuantity } from './quantity.ts';
import { judgeTime, meetInTime } from './time.ts';
import { judgeType, typeFits } from './type.ts';
import { judgeVisibility } from './visibility.ts';

/** Every judge's verdict: type, distance, quality by parameter, time, quantity, permit, visibility. */
export function judgePair(pair: Pair, permit: PermitAssessment): readonly Verdict[] {
  return [
    judgeType(pair),
    judgeDistance(pair),
    ...pair.demand.type.parameters.map((_, index) => judgeQuality(pair, index)),
    judgeTime(pair),
    judgeQuantity(pair),
    judgePermit(permit),
    judgeVisibility(),
  ];
}

/** The one judge a pair fails: null when it fits, 'several' when more than one says no. */
export function soleFailure(pair: Pair, desk: PermitDesk): JudgeName | 'several' | null {
  let sole: JudgeName | null = null;
  for (const judge of failuresOf(pair, desk)) {
    if (sole !== null) return 'several';
    sole = judge;
  }
  return sole;
}

/** By the same conditions as `judgePair`, without a sentence, one at a time. */
function* failuresOf(pair: Pair, desk: PermitDesk): Iterable<JudgeName> {
  if (!typeFits(pair)) yield 'type';
  if (!isNearEnough(pair)) yield 'distance';
  for (const [index, { id }] of pair.demand.type.parameters.entries())
    if (qualityResult(pair, index) === 'fail') yield `quality.${id}`;
  if (!meetInTime(pair)) yield 'time';
  if (!isEnough(pair)) yield 'quantity';
  if (permitResult(desk.assess(pair).outcome) === 'fail') yield 'permit';
}
