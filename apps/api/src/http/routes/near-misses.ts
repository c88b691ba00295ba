// `/api/v1/near-misses`: rejected pairs with the smallest change that makes them fit.
import { AfterChangeHeadersSchema, IdParamsSchema } from '@crg/api-contract/list';
import { NearMissListSchema, NearMissQuerySchema, NearMissSchema } from '@crg/api-contract/near-miss';
import type { FlowStore } from '@crg/stores/ports/flow-store';
import type { MatchStore } from '@crg/stores/ports/match-store';
import { withEnds } from '../../resources/ends.ts';
import { nearMissResource } from '../../resources/match.ts';
import type { Api } from '../api.ts';
import { awaitChangeOf } from '../changes.ts';
import { answerHeaders } from '../openapi.ts';
import { pageRequest } from '../paging.ts';
import { noMatch, pairOf } from '../pair-address.ts';

const tag = 'Matches';

export function nearMissRoutes(
  app: Api,
  { matches, flows }: { matches: MatchStore; flows: Pick<FlowStore, 'getPlaced'> },
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
      const page = await matches.nearMisses(filter, pageRequest(request.query));
      const items = await withEnds(
        flows,
        page.items.map(({ nearMiss }) => nearMiss),
      );
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
      const found = await matches.getNearMiss(pair);
      const [resolved] = found === null ? [] : await withEnds(flows, [found.nearMiss]);
      if (resolved === undefined) throw noMatch(request.params.id);
      return nearMissResource(...resolved);
    },
  );
}
