// The main job: for every supply of a city the k demands that fit it best, and what nearly fits.
import type { City } from '@crg/domain/flow';
import type { Match, MatchRun, NearMiss } from '@crg/domain/match';
import { defaultWeights, type Weights } from './score.ts';
import { openSearch, searchDemands } from './search.ts';
import { byId } from './top-k.ts';
import { engineVersion } from './version.ts';

export interface MatchOptions {
  /** Best pairs kept per supply, 1 to 100; a smaller k gives the beginning of the list of a larger one. */
  readonly k: number;
  readonly weights?: Weights;
}

/**
 * Matches a city for its year. The same city gives the same run whatever the order of its flows.
 *
 * Judges (`judges/`) say which pairs fit, `score.ts` ranks them, `economics/` prices them.
 * @throws DomainError site_not_found, organization_not_found, unknown_resource_type, unknown_unit, wrong_dimension, invalid_quantity
 */
export function matchCity(city: City, { k, weights = defaultWeights }: MatchOptions): MatchRun {
  const search = openSearch(city, weights);
  const matches: Match[] = [];
  const nearMisses: NearMiss[] = [];
  for (const supply of search.supplies) {
    const found = searchDemands(search, supply, k);
    for (const match of found.matches) matches.push(match);
    for (const nearMiss of found.nearMisses) nearMisses.push(nearMiss);
  }
  const notices = search.notices.toSorted((a, b) => byId(a.flowId ?? '', b.flowId ?? '') || byId(a.code, b.code));
  return { engine: engineVersion, k, matches, nearMisses, notices };
}
