// Matches the whole city anew and puts the result in place of the last one.
import type { City } from '@crg/domain/flow';
import type { Notice } from '@crg/domain/match';
import type { PairLists } from '@crg/domain/pair-columns';
import { engineVersion } from '@crg/engine/version';
import type { ChangePosition } from '@crg/stores/ports/change-log';
import type { GraphStore } from '@crg/stores/ports/graph-store';
import type { MatchStore } from '@crg/stores/ports/match-store';
import type { LivingCity } from './living-city.ts';

/** Best pairs kept per supply where nobody says otherwise. */
export const usualK = 20;

/** The engine over a whole city, wherever it runs. The lists end with the signal's reason when that is aborted. */
export type MatchCity = (city: City, options: { k: number }, signal: AbortSignal) => CityMatching;

export interface CityMatching {
  /** Of all supplies, some at a time. */
  readonly lists: AsyncIterable<PairLists>;
  /** Known when the lists have come to their end. */
  notices(): readonly Notice[];
}

export type MatchingOutcome =
  | { readonly outcome: 'no_city' }
  /** Another run has read a newer city and was written first. */
  | { readonly outcome: 'outdated' }
  | {
      readonly outcome: 'replaced';
      readonly reflects: ChangePosition;
      readonly matches: number;
      readonly chains: number;
      readonly nearMisses: number;
    }
  | { readonly outcome: 'patched'; readonly reflects: ChangePosition; readonly supplies: number };

/** @param k best pairs to keep per supply, 1 to 100 */
export async function runMatching(
  {
    city,
    matches,
    graph,
  }: {
    city: Pick<LivingCity, 'takeTouched'>;
    matches: Pick<MatchStore, 'replace'>;
    graph: Pick<GraphStore, 'matchesChanged'>;
  },
  { matchCity, k, signal }: { matchCity: MatchCity; k: number; signal: AbortSignal },
): Promise<MatchingOutcome> {
  // From here on the city remembers what later changes touch, so that they can be matched alone.
  const now = await city.takeTouched();
  if (now === null) return { outcome: 'no_city' };
  const { reflects, records } = now;
  const matching = matchCity(records.city(), { k }, signal);
  const counted = { matches: 0, chains: 0, nearMisses: 0 };
  const run = { engine: engineVersion, k, basedOn: reflects };
  const end = () => ({ notices: matching.notices() });
  if ((await matches.replace(run, counting(matching.lists, counted), end)) === 'outdated')
    return { outcome: 'outdated' };
  await graph.matchesChanged();
  return { outcome: 'replaced', reflects, ...counted };
}

async function* counting(
  lists: AsyncIterable<PairLists>,
  counted: { matches: number; chains: number; nearMisses: number },
): AsyncGenerator<PairLists> {
  for await (const list of lists) {
    counted.matches += list.matches.supply.length;
    counted.chains += list.chains.supply.length;
    counted.nearMisses += list.nearMisses.supply.length;
    yield list;
  }
}
