// `/api/v1/matches`: what the last matching suggested, listed, for one organization, and explained pair by pair.
import { AfterChangeHeadersSchema, IdParamsSchema } from '@crg/api-contract/list';
import { DirectMatchQuerySchema, MatchDetailSchema, MatchListSchema, MatchQuerySchema } from '@crg/api-contract/match';
import { directMatches } from '@crg/services/direct-matches';
import { explainedMatches } from '@crg/services/explained-pairs';
import type { LivingCity } from '@crg/services/living-city';
import { notFound } from '@crg/services/outcomes';
import { usualK } from '@crg/services/run-matching';
import type { MatchStore } from '@crg/stores/ports/match-store';
import { matchResource } from '../../resources/match.ts';
import { readMatchDetail } from '../../resources/read-match-detail.ts';
import type { Api } from '../api.ts';
import { awaitChangeOf, cityAsItIs } from '../changes.ts';
import { matchFilterOf, sortOf } from '../match-filter.ts';
import { answerHeaders } from '../openapi.ts';
import { pageRequest } from '../paging.ts';
import { noMatch, pairOf } from '../pair-address.ts';

const tag = 'Matches';

export interface MatchRouteParts {
  readonly matches: Pick<MatchStore, 'page' | 'get' | 'currentRun'>;
  readonly city: LivingCity;
}

export function matchRoutes(app: Api, { matches, city }: MatchRouteParts): void {
  app.get(
    '/api/v1/matches',
    {
      schema: {
        tag,
        summary: 'List the suggested matches of the city; a pair that an edit has just ended is left out of its page',
        querystring: MatchQuerySchema,
        headers: AfterChangeHeadersSchema,
        response: { 200: MatchListSchema },
        answerHeaders: answerHeaders.caughtUp,
      },
    },
    async (request, reply) => {
      await awaitChangeOf(request, reply, matches);
      const { sort, organization_id: organizationId } = request.query;
      const filter = { ...matchFilterOf(request.query), organizationId };
      const [page, now] = await Promise.all([
        matches.page(filter, sortOf(sort), pageRequest(request.query)),
        city.now(),
      ]);
      const items = now === null ? [] : explainedMatches(now.records, page.items);
      return { data: items.map(([match, ends]) => matchResource(match, ends)), next_cursor: page.nextCursor };
    },
  );

  app.get(
    '/api/v1/organizations/:id/matching/direct',
    {
      schema: {
        tag,
        summary:
          'List who could exchange with one organization now: the best partners of each of its flows, ranked among them',
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
      await awaitChangeOf(request, reply, cityAsItIs(city));
      const now = await city.now();
      if (now === null || now.records.organization(id) === null) throw notFound('organization', id);
      const question = {
        organizationId: id,
        k: usualK,
        filter: matchFilterOf(request.query),
        sort: sortOf(request.query.sort),
      };
      const page = directMatches(now.records, question, pageRequest(request.query));
      return { data: page.items.map(([match, ends]) => matchResource(match, ends)), next_cursor: page.nextCursor };
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
      await awaitChangeOf(request, reply, cityAsItIs(city));
      const found = await readMatchDetail({ matches, city }, pairOf(request.params.id));
      if (found === null) throw noMatch(request.params.id);
      return found.detail;
    },
  );
}
