// Seven judges in a fixed order, each as one mark: the strip that stands wherever a pair is shown.
import type { Verdict } from '@crg/api-contract/match';

export type VerdictMark = 'pass' | 'near' | 'needs_permit' | 'unknown' | 'fail' | 'none';

export const strip = ['type', 'distance', 'quality', 'time', 'quantity', 'permit', 'visibility'] as const;

/** @param fixable a change is known that would turn the failure */
export function markOf(verdicts: readonly Verdict[], judge: string, fixable: boolean): VerdictMark {
  const asked = verdicts.filter((verdict) => verdict.judge === judge || verdict.judge.startsWith(`${judge}.`));
  if (asked.some((verdict) => verdict.result === 'fail')) return fixable ? 'near' : 'fail';
  if (asked.some((verdict) => verdict.permit === 'needs_permit')) return 'needs_permit';
  if (asked.some((verdict) => verdict.result === 'unknown')) return 'unknown';
  return asked.length === 0 ? 'none' : 'pass';
}
