// May each side learn that the other exists?
import type { Verdict } from '@crg/domain/match';
import { aloud, type Speak } from './speak.ts';

/** Passes for every pair: a flow of a city states nothing that is sealed, so there is nothing to hold back. */
export function judgeVisibility(speak: Speak = aloud): Verdict {
  return {
    judge: 'visibility',
    result: 'pass',
    value: null,
    limit: null,
    unit: null,
    text: speak(() => 'Neither side has sealed anything about its flow.'),
  };
}
