// Matches the whole city anew and puts the result in place of the last one.
import type { City } from '@crg/domain/flow';
import type { MatchRun } from '@crg/domain/match';
import { resourceType } from '@crg/domain/taxonomy';
import type { ChangePosition } from '@crg/stores/ports/change-log';
import type { CityStore } from '@crg/stores/ports/city-store';
import type { GraphStore } from '@crg/stores/ports/graph-store';
import type { MatchStore } from '@crg/stores/ports/match-store';

/** The engine, wherever it runs. Rejects with the signal's reason when that is aborted. */
export type MatchCity = (city: City, options: { k: number }, signal: AbortSignal) => Promise<MatchRun>;

export type MatchingOutcome =
  | { readonly outcome: 'no_city' }
  /** Another run has read a newer city and was written first. */
  | { readonly outcome: 'outdated' }
  | {
      readonly outcome: 'replaced';
      readonly reflects: ChangePosition;
      readonly matches: number;
      readonly nearMisses: number;
    };

/** @param k best pairs to keep per supply, 1 to 100 */
export async function runMatching(
  {
    city,
    matches,
    graph,
  }: { city: Pick<CityStore, 'snapshot'>; matches: Pick<MatchStore, 'replace'>; graph: Pick<GraphStore, 'rebuild'> },
  { matchCity, k, signal }: { matchCity: MatchCity; k: number; signal: AbortSignal },
): Promise<MatchingOutcome> {
  const snapshot = await city.snapshot();
  if (snapshot === null) return { outcome: 'no_city' };
  const run = await matchCity(snapshot.city, { k }, signal);
  const shownAs = familyBySupply(snapshot.city);
  const written = await matches.replace({
    engine: run.engine,
    k: run.k,
    basedOn: snapshot.reflects,
    matches: run.matches.map((match) => ({ match, ...shownAs(match.supplyId) })),
    nearMisses: run.nearMisses.map((nearMiss) => ({ nearMiss, ...shownAs(nearMiss.supplyId) })),
    notices: run.notices,
  });
  if (written === 'outdated') return { outcome: 'outdated' };
  await graph.rebuild();
  return {
    outcome: 'replaced',
    reflects: snapshot.reflects,
    matches: run.matches.length,
    nearMisses: run.nearMisses.length,
  };
}

/** A pair is shown under the type of its supply: what flows is what the supplier has. */
function familyBySupply(city: City): (supplyId: string) => { family: string; type: string } {
  const typeOf = new Map(city.flows.map(({ id, type }) => [id, type]));
  return (supplyId) => {
    const type = typeOf.get(supplyId);
    if (type === undefined)
      throw new Error(`The engine answered with the supply "${supplyId}", which the city does not have`);
    return { family: resourceType(type).family, type };
  };
}
