// May each side learn that the other exists?
import type { Verdict } from '@crg/domain/match';

/** Passes for every pair: a flow of a city states nothing that is sealed, so there is nothing to hold back. */
export function judgeVisibility(): Verdict {
  return {
    judge: 'visibility',
    result: 'pass',
    value: null,
    limit: null,
    unit: null,
    text: 'Neither side has sealed anything about its flow.',
  };
}
