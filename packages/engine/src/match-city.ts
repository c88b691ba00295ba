// The main job: for every supply of a city the k demands that fit it best, and what nearly fits.
import type { City } from '@crg/domain/flow';
import type { MatchRun } from '@crg/domain/match';
import { indexOfCity } from './city-index.ts';
import { chainShown } from './converters/chain-of.ts';
import { chainsOfSupply } from './converters/chains.ts';
import { nearMissOf } from './near-misses/near-miss-collector.ts';
import type { PreparedFlow } from './prepared-flow.ts';
import { matchOf } from './ranked-pair.ts';
import { defaultWeights, type Weights } from './score.ts';
import { searchPartners } from './search.ts';
import { byId } from './top-k.ts';
import { engineVersion } from './version.ts';

export interface MatchOptions {
  /** Best pairs kept per supply, 1 to 100; a smaller k gives the beginning of the list of a larger one. */
  readonly k: number;
  readonly weights?: Weights;
  /** false: nothing is looked for through a converter, and `chains` is empty. */
  readonly chains?: boolean;
  /** false: verdicts without sentences, economics without lines. For runs too large to hold every explanation at once. */
  readonly explain?: boolean;
}

/**
 * Matches a city for its year. The same city gives the same run whatever the order of its flows.
 *
 * Judges (`judges/`) say which pairs fit, `score.ts` ranks them, `economics/` prices them; `converters/` finds what fits through one.
 * @throws DomainError site_not_found, organization_not_found, unknown_resource_type, unknown_code, unknown_unit, wrong_dimension, invalid_quantity
 */
export function matchCity(
  city: City,
  { k, weights = defaultWeights, chains = true, explain = true }: MatchOptions,
): MatchRun {
  const index = indexOfCity(city, weights);
  const supplies = index.allSupplies();
  const answers = new Map<string, Answer>();
  for (const supply of typeByType(supplies)) {
    const { best, nearMisses } = searchPartners(index, supply, k);
    const found = chains ? chainsOfSupply(index, supply) : [];
    // Made at once: what the search holds of a pair is several times as large.
    answers.set(supply.flow.id, {
      matches: best.map((ranked, place) => matchOf(ranked, place + 1, index.factors, explain)),
      chains: found.map((ranked, place) => chainShown(ranked, place + 1, index.factors, explain)),
      nearMisses: nearMisses.map((mended) => nearMissOf(mended, index.desk, explain)),
    });
  }
  const inOrder = supplies.map(({ flow }) => answers.get(flow.id) as Answer);
  return {
    engine: engineVersion,
    k,
    matches: inOrder.flatMap(({ matches }) => matches),
    chains: inOrder.flatMap((answer) => answer.chains),
    nearMisses: inOrder.flatMap(({ nearMisses }) => nearMisses),
    notices: index.notices(),
  };
}

type Answer = Pick<MatchRun, 'matches' | 'chains' | 'nearMisses'>;

/** The demands of one type stay at hand: 100,000 flows take a third less time than in order of id. */
export function typeByType(supplies: readonly PreparedFlow[]): readonly PreparedFlow[] {
  return supplies.toSorted((a, b) => byId(a.type.id, b.type.id));
}
