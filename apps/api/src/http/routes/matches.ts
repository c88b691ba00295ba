// `/api/v1/matches`: what the last matching suggested, listed, for one organization, and explained pair by pair.
import { AfterChangeHeadersSchema, IdParamsSchema } from '@crg/api-contract/list';
import {
  DirectMatchQuerySchema,
  MatchDetailSchema,
  MatchListSchema,
  type MatchQuery,
  MatchQuerySchema,
} from '@crg/api-contract/match';
import { notFound } from '@crg/services/outcomes';
import type { CityStore } from '@crg/stores/ports/city-store';
import type { FlowStore } from '@crg/stores/ports/flow-store';
import type { MatchSort, MatchStore } from '@crg/stores/ports/match-store';
import type { OrganizationStore } from '@crg/stores/ports/organization-store';
import { endsOf, withEnds } from '../../resources/ends.ts';
import { explanation, matchResource } from '../../resources/match.ts';
import type { Api } from '../api.ts';
import { awaitChangeOf } from '../changes.ts';
import { matchFilterOf } from '../match-filter.ts';
import { answerHeaders } from '../openapi.ts';
import { pageRequest } from '../paging.ts';
import { noMatch, pairOf } from '../pair-address.ts';

const tag = 'Matches';

export interface MatchRouteStores {
  readonly matches: MatchStore;
  readonly flows: Pick<FlowStore, 'getPlaced'>;
  readonly organizations: Pick<OrganizationStore, 'get'>;
  readonly city: Pick<CityStore, 'metadata'>;
}

export function matchRoutes(app: Api, { matches, flows, organizations, city }: MatchRouteStores): void {
  app.get(
    '/api/v1/matches',
    {
      schema: {
        tag,
        summary: 'List the suggested matches of the city',
        querystring: MatchQuerySchema,
        headers: AfterChangeHeadersSchema,
        response: { 200: MatchListSchema },
        answerHeaders: answerHeaders.caughtUp,
      },
    },
    async (request, reply) => {
      await awaitChangeOf(request, reply, matches);
      return listMatches(request.query, request.query.organization_id);
    },
  );

  app.get(
    '/api/v1/organizations/:id/matching/direct',
    {
      schema: {
        tag,
        summary: 'List the suggested matches of one organization, as supplier or receiver',
        params: IdParamsSchema,
        querystring: DirectMatchQuerySchema,
        headers: AfterChangeHeadersSchema,
        response: { 200: MatchListSchema },
        answerHeaders: answerHeaders.caughtUp,
        problems: [404],
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      if ((await organizations.get(id)) === null) throw notFound('organization', id);
      await awaitChangeOf(request, reply, matches);
      return listMatches(request.query, id);
    },
  );

  app.get(
    '/api/v1/matches/:id',
    {
      schema: {
        tag,
        summary: 'Read one match with the way every number was made',
        params: IdParamsSchema,
        headers: AfterChangeHeadersSchema,
        response: { 200: MatchDetailSchema },
        answerHeaders: answerHeaders.caughtUp,
        problems: [404],
      },
    },
    async (request, reply) => {
      await awaitChangeOf(request, reply, matches);
      const pair = pairOf(request.params.id);
      const [suggestion, run, metadata] = await Promise.all([matches.get(pair), matches.currentRun(), city.metadata()]);
      const ends = endsOf(pair, await flows.getPlaced([pair.supplyId, pair.demandId]));
      if (suggestion === null || ends === null || run === null || metadata === null) throw noMatch(request.params.id);
      const { match } = suggestion;
      const made = explanation(match, ends, { engine: run.engine, year: metadata.year });
      return { ...matchResource(match, ends), explanation: made };
    },
  );

  async function listMatches(query: Omit<MatchQuery, 'organization_id'>, organizationId: string | undefined) {
    const page = await matches.page(
      { ...matchFilterOf(query), organizationId },
      sortOf(query.sort),
      pageRequest(query),
    );
    const items = await withEnds(
      flows,
      page.items.map(({ match }) => match),
    );
    return { data: items.map(([match, ends]) => matchResource(match, ends)), next_cursor: page.nextCursor };
  }
}

function sortOf(sort: MatchQuery['sort']): MatchSort {
  return sort === 'supply' ? 'id' : (sort ?? 'value');
}
