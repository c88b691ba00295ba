// `/api/v1/near-misses`: rejected pairs with the smallest change that makes them fit.
import { AfterChangeHeadersSchema, IdParamsSchema } from '@crg/api-contract/list';
import { NearMissListSchema, NearMissQuerySchema, NearMissSchema } from '@crg/api-contract/near-miss';
import { explainedNearMisses } from '@crg/services/explained-pairs';
import type { LivingCity } from '@crg/services/living-city';
import type { MatchStore } from '@crg/stores/ports/match-store';
import { nearMissResource } from '../../resources/match.ts';
import type { Api } from '../api.ts';
import { awaitChangeOf } from '../changes.ts';
import { answerHeaders } from '../openapi.ts';
import { pageRequest } from '../paging.ts';
import { noMatch, pairOf } from '../pair-address.ts';

const tag = 'Matches';

export function nearMissRoutes(
  app: Api,
  { matches, city }: { matches: Pick<MatchStore, 'nearMisses' | 'currentRun'>; city: LivingCity },
): void {
  app.get(
    '/api/v1/near-misses',
    {
      schema: {
        tag,
        summary: 'List rejected pairs with the smallest change that makes them fit',
        querystring: NearMissQuerySchema,
        headers: AfterChangeHeadersSchema,
        response: { 200: NearMissListSchema },
        answerHeaders: answerHeaders.caughtUp,
      },
    },
    async (request, reply) => {
      await awaitChangeOf(request, reply, matches);
      const { family, organization_id, site_id, flow_id } = request.query;
      const families = family === undefined ? undefined : [family];
      const filter = { families, organizationId: organization_id, siteId: site_id, flowId: flow_id };
      const [page, now] = await Promise.all([matches.nearMisses(filter, pageRequest(request.query)), city.now()]);
      const items = now === null ? [] : explainedNearMisses(now.records, page.items);
      return { data: items.map(([nearMiss, ends]) => nearMissResource(nearMiss, ends)), next_cursor: page.nextCursor };
    },
  );

  app.get(
    '/api/v1/near-misses/:id',
    {
      schema: {
        tag,
        summary: 'Read one near miss',
        params: IdParamsSchema,
        response: { 200: NearMissSchema },
        problems: [404],
      },
    },
    async (request) => {
      const pair = pairOf(request.params.id);
      const now = await city.now();
      const [found] = now === null ? [] : explainedNearMisses(now.records, [pair]);
      if (found === undefined) throw noMatch(request.params.id);
      return nearMissResource(...found);
    },
  );
}
