// The main job: for every supply of a city the k demands that fit it best, and what nearly fits.
import type { City } from '@crg/domain/flow';
import type { MatchRun } from '@crg/domain/match';
import type { PreparedFlow } from './prepared-flow.ts';
import { defaultWeights, type Weights } from './score.ts';
import { type Found, openSearch, searchDemands } from './search.ts';
import { byId } from './top-k.ts';
import { engineVersion } from './version.ts';

export interface MatchOptions {
  /** Best pairs kept per supply, 1 to 100; a smaller k gives the beginning of the list of a larger one. */
  readonly k: number;
  readonly weights?: Weights;
  /** false: verdicts without sentences, economics without lines. For runs too large to hold every explanation at once. */
  readonly explain?: boolean;
}

/**
 * Matches a city for its year. The same city gives the same run whatever the order of its flows.
 *
 * Judges (`judges/`) say which pairs fit, `score.ts` ranks them, `economics/` prices them.
 * @throws DomainError site_not_found, organization_not_found, unknown_resource_type, unknown_code, unknown_unit, wrong_dimension, invalid_quantity
 */
export function matchCity(city: City, { k, weights = defaultWeights, explain = true }: MatchOptions): MatchRun {
  const search = openSearch(city, weights);
  const foundBySupply = new Map<string, Found>();
  // Type by type, so that the demands of one type stay at hand: 100,000 flows take a third less time than in order of id.
  for (const supply of search.supplies.toSorted(byType)) {
    foundBySupply.set(supply.flow.id, searchDemands(search, supply, { k, explain }));
  }
  const inOrder = search.supplies.map(({ flow }) => foundBySupply.get(flow.id) as Found);
  return {
    engine: engineVersion,
    k,
    matches: inOrder.flatMap(({ matches }) => matches),
    nearMisses: inOrder.flatMap(({ nearMisses }) => nearMisses),
    notices: search.notices.toSorted((a, b) => byId(a.flowId ?? '', b.flowId ?? '') || byId(a.code, b.code)),
  };
}

function byType(a: PreparedFlow, b: PreparedFlow): number {
  return byId(a.type.id, b.type.id);
}
