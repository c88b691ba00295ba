// The city at a glance and the taxonomy it speaks.
import { type City, CitySchema } from '@crg/api-contract/city';
import { TaxonomySchema } from '@crg/api-contract/taxonomy';
import { noticeToWire } from '@crg/city-format/match-wire';
import { noCity } from '@crg/services/answer-what-if';
import { type CityOverview, cityOverview, type FamilyOverview, potentialRule } from '@crg/services/city-overview';
import type { CurrentCity } from '@crg/services/current-city';
import { type ChangeLog, compareChangePositions } from '@crg/stores/ports/change-log';
import type { CitySnapshot, CityStore } from '@crg/stores/ports/city-store';
import type { MatchStore, RunSummary } from '@crg/stores/ports/match-store';
import { taxonomy } from '../../resources/taxonomy.ts';
import type { Api } from '../api.ts';

const tag = 'City';

export interface CityRouteStores {
  readonly city: Pick<CityStore, 'metadata'>;
  readonly matches: MatchStore;
  readonly changes: Pick<ChangeLog, 'latest'>;
  readonly currentCity: CurrentCity;
}

export function cityRoutes(app: Api, { city, matches, changes, currentCity }: CityRouteStores): void {
  const overviewOf = keptOverview(matches);

  app.get(
    '/api/v1/city',
    {
      schema: {
        tag,
        summary: 'Read what is in the city and what is possible',
        response: { 200: CitySchema },
        problems: [503],
      },
    },
    async (): Promise<City> => {
      const [metadata, run, latest, snapshot] = await Promise.all([
        city.metadata(),
        matches.currentRun(),
        changes.latest(),
        currentCity(),
      ]);
      if (metadata === null || snapshot === null) throw noCity();
      const overview = await overviewOf(snapshot, run);
      return {
        name: metadata.name,
        year: metadata.year,
        currency: metadata.currency,
        counts: {
          ...overview.counts,
          matches: run?.matches ?? 0,
          chains: run?.chains ?? 0,
          near_misses: run?.nearMisses ?? 0,
        },
        sources: [...metadata.sources],
        notices: (run?.notices ?? []).map(noticeToWire),
        matching: {
          engine: run?.engine ?? null,
          k: run?.k ?? null,
          up_to_date: run !== null && compareChangePositions(run.basedOn, latest) >= 0,
        },
        totals: totals(overview),
      };
    },
  );

  app.get(
    '/api/v1/taxonomy',
    {
      schema: {
        tag,
        summary: 'Read the resource types with their units, reach and quality parameters',
        response: { 200: TaxonomySchema },
      },
    },
    async () => taxonomy,
  );
}

/** The overview reads every suggestion, so it is made once per run and state of the city. */
function keptOverview(matches: MatchStore) {
  let key = '';
  let kept: Promise<CityOverview> | null = null;
  return (snapshot: CitySnapshot, run: RunSummary | null): Promise<CityOverview> => {
    const wanted = `${snapshot.reflects} ${run?.storedAt ?? ''}`;
    if (kept === null || key !== wanted) {
      key = wanted;
      kept = cityOverview({ matches }, snapshot.city);
      kept.catch(() => {
        kept = null;
      });
    }
    return kept;
  };
}

function totals(overview: CityOverview): City['totals'] {
  return {
    potential_eur_per_year: overview.potentialEurPerYear,
    co2_t_per_year: overview.co2TonnesPerYear,
    pairs: overview.pairs,
    how: potentialRule,
    by_precision: { potential: overview.potentialShares, flows: overview.flowShares },
    by_family: overview.families.map(familyTotals),
  };
}

function familyTotals(of: FamilyOverview): City['totals']['by_family'][number] {
  return {
    family: of.family,
    supplies: of.supplies,
    demands: of.demands,
    matches: of.matches,
    near_misses: of.nearMisses,
    potential_eur_per_year: of.potentialEurPerYear,
    co2_t_per_year: of.co2TonnesPerYear,
  };
}
