// A service that comes or answers too late: people on call, or an express lane.
import type { FactorValues } from '../economics/factor-table.ts';
import type { Change } from './change.ts';
import { feedOf } from './plant.ts';
import { type QualityGap, stepInWords, treated } from './quality-gap.ts';

/** Dearer by the part of the time that is saved; nobody is there sooner than in half an hour. */
export function fasterService(gap: QualityGap, values: FactorValues): Change | null {
  const { pair, from, to, parameter } = gap;
  if (to < soonestHours / (parameter.unit === 'd' ? 24 : 1)) return null;
  return treated(gap, {
    kind: 'faster_service',
    paidBy: 'receiver',
    costEurPerYear: feedOf(pair).yearly * values['change.faster_service'] * (1 - to / from),
    detail: () => `${parameter.label.toLowerCase()} ${stepInWords(gap, to)}`,
  });
}

const soonestHours = 0.5;
