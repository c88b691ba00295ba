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
    ...pair.demand.type.parameters.map((parameter) => judgeQuality(pair, parameter)),
    judgeTime(pair),
    judgeQuantity(pair),
    judgePermit(permit),
    judgeVisibility(),
  ];
}

/**
 * The one judge a pair fails: null when it fits, 'several' when more than one says no. Cheapest questions first, no
 * sentences; by the same conditions as `judgePair`, which a test compares pair by pair.
 */
export function soleFailure(pair: Pair, desk: PermitDesk): JudgeName | 'several' | null {
  let failed: JudgeName | null = null;
  if (!isNearEnough(pair)) failed = 'distance';
  if (!meetInTime(pair)) {
    if (failed !== null) return 'several';
    failed = 'time';
  }
  for (const parameter of pair.demand.type.parameters) {
    if (qualityResult(pair, parameter) !== 'fail') continue;
    if (failed !== null) return 'several';
    failed = `quality.${parameter.id}`;
  }
  if (!isEnough(pair)) {
    if (failed !== null) return 'several';
    failed = 'quantity';
  }
  if (!typeFits(pair)) {
    if (failed !== null) return 'several';
    failed = 'type';
  }
  if (permitResult(desk.assess(pair).outcome) === 'fail') return failed === null ? 'permit' : 'several';
  return failed;
}
