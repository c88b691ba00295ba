// Pairs as they stand in an address: `/api/v1/matches/<supply_id>~<demand_id>`.
import { pairOfMatchId } from '@crg/api-contract/match-id';
import { DomainError } from '@crg/domain/errors';
import type { Pair } from '@crg/stores/ports/match-store';
import { shortened } from './request-error.ts';

/** Throws match_not_found when the text is the id of no pair at all. */
export function pairOf(id: string): Pair {
  const pair = pairOfMatchId(id);
  if (pair === null) throw noMatch(id);
  return pair;
}

export function noMatch(id: string): DomainError {
  return new DomainError('match_not_found', {
    expected: 'the id of a pair that the last matching suggested, <supply_id>~<demand_id>',
    got: `"${shortened(id)}"`,
    next: 'List the pairs with GET /api/v1/matches or GET /api/v1/near-misses; a change of the city can end a suggestion.',
  });
}
