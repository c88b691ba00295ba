// `/api/v1/matches/facets`: how the matches under a filter spread, for the rail beside the list.
import { FacetQuerySchema, type Facets, FacetsSchema } from '@crg/api-contract/facets';
import { AfterChangeHeadersSchema } from '@crg/api-contract/list';
import { type MatchFacets, type MatchStore, scoreBuckets } from '@crg/stores/ports/match-store';
import type { Api } from '../api.ts';
import { awaitChangeOf } from '../changes.ts';
import { matchFilterOf } from '../match-filter.ts';
import { answerHeaders } from '../openapi.ts';

export function facetRoutes(app: Api, { matches }: { matches: Pick<MatchStore, 'facets' | 'currentRun'> }): void {
  app.get(
    '/api/v1/matches/facets',
    {
      schema: {
        tag: 'Matches',
        summary: 'Count the matches under a filter by family, score and value',
        querystring: FacetQuerySchema,
        headers: AfterChangeHeadersSchema,
        response: { 200: FacetsSchema },
        answerHeaders: answerHeaders.caughtUp,
      },
    },
    async (request, reply) => {
      await awaitChangeOf(request, reply, matches);
      return facetsResource(await matches.facets(matchFilterOf(request.query), valueEdges));
    },
  );
}

/** EUR a year; round numbers about three apart, so that a histogram with equal bars reads like a logarithmic scale. */
const valueEdges = [0, 1e3, 3e3, 1e4, 3e4, 1e5, 3e5, 1e6, 3e6, 1e7];

function facetsResource({ matches, families, scores, values, precisions, months, hours }: MatchFacets): Facets {
  return {
    matches,
    families: families.map(({ family, matches: count, marginEurPerYear, co2TonnesPerYear }) => ({
      family: family as Facets['families'][number]['family'],
      matches: count,
      margin_eur_per_year: marginEurPerYear,
      co2_t_per_year: co2TonnesPerYear,
    })),
    score: scores.map((count, bucket) => ({
      from: bucket / scoreBuckets,
      to: (bucket + 1) / scoreBuckets,
      matches: count,
    })),
    value_eur: values.map((count, bucket) => ({
      from: valueEdges[bucket - 1] ?? null,
      to: valueEdges[bucket] ?? null,
      matches: count,
    })),
    precisions,
    months: [...months],
    hours: [...hours],
  };
}
