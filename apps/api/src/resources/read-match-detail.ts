// One match with the way every number was made, as the city is now.
import type { MatchDetail } from '@crg/api-contract/match';
import { explainedMatch } from '@crg/services/explained-pairs';
import type { LivingCity } from '@crg/services/living-city';
import type { MatchStore, Pair } from '@crg/stores/ports/match-store';
import { explanation, matchResource } from './match.ts';

/** null: the pair does not fit, or one of its flows is not there any more. */
export async function readMatchDetail(
  { matches, city }: { matches: Pick<MatchStore, 'get'>; city: LivingCity },
  pair: Pair,
): Promise<{ detail: MatchDetail; cityName: string } | null> {
  const [suggestion, now] = await Promise.all([matches.get(pair), city.now()]);
  const found = now === null ? null : explainedMatch(now.records, pair, suggestion?.rank ?? null);
  if (now === null || found === null) return null;
  const { match, ends, ...run } = found;
  const { year, name } = now.records.metadata;
  return {
    detail: { ...matchResource(match, ends), explanation: explanation(match, ends, { ...run, year }) },
    cityName: name,
  };
}
