// Suggested matches, near misses and the what-if question.
import { setTimeout as sleep } from 'node:timers/promises';
import { AfterChangeHeadersSchema, IdParamsSchema } from '@crg/api-contract/list';
import {
  DirectMatchQuerySchema,
  MatchDetailSchema,
  MatchListSchema,
  type MatchQuery,
  MatchQuerySchema,
} from '@crg/api-contract/match';
import { pairOfMatchId } from '@crg/api-contract/match-id';
import { NearMissListSchema, NearMissQuerySchema, NearMissSchema } from '@crg/api-contract/near-miss';
import { WhatIfAnswerSchema, WhatIfSchema } from '@crg/api-contract/what-if';
import { noticeToWire } from '@crg/city-format/match-wire';
import { DomainError } from '@crg/domain/errors';
import { answerWhatIf } from '@crg/services/answer-what-if';
import { awaitChange } from '@crg/services/await-change';
import type { CurrentCity } from '@crg/services/current-city';
import { notFound } from '@crg/services/outcomes';
import type { CityStore } from '@crg/stores/ports/city-store';
import type { FlowStore } from '@crg/stores/ports/flow-store';
import type { MatchFilter, MatchSort, MatchStore, Pair } from '@crg/stores/ports/match-store';
import type { OrganizationStore } from '@crg/stores/ports/organization-store';
import type { FastifyReply } from 'fastify';
import { readFlow } from '../../resources/flow.ts';
import { type Ends, endsOf, explanation, matchResource, nearMissResource } from '../../resources/match.ts';
import type { Api } from '../api.ts';
import { changeToAwait } from '../changes.ts';
import { answerHeaders } from '../openapi.ts';
import { pageRequest } from '../paging.ts';
import { RequestError, shortened } from '../request-error.ts';

const tag = 'Matches';
/** How long a read waits for the matching to reach the change it names. */
const patienceMilliseconds = 1000;
const defaultPairs = 20;

export interface MatchRouteStores {
  readonly matches: MatchStore;
  readonly flows: Pick<FlowStore, 'getPlaced'>;
  readonly organizations: Pick<OrganizationStore, 'get'>;
  readonly city: Pick<CityStore, 'metadata'>;
  readonly currentCity: CurrentCity;
}

export function matchRoutes(app: Api, { matches, flows, organizations, city, currentCity }: MatchRouteStores): void {
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
      await waitFor(request.headers['x-crg-change'], reply);
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
      await waitFor(request.headers['x-crg-change'], reply);
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
      await waitFor(request.headers['x-crg-change'], reply);
      const pair = pairOf(request.params.id);
      const [suggestion, run, metadata] = await Promise.all([matches.get(pair), matches.currentRun(), city.metadata()]);
      const ends = endsOf(pair, await flows.getPlaced([pair.supplyId, pair.demandId]));
      if (suggestion === null || ends === null || run === null || metadata === null) throw noMatch(request.params.id);
      const { match } = suggestion;
      const made = explanation(match, ends, { engine: run.engine, year: metadata.year });
      return { ...matchResource(match, ends), explanation: made };
    },
  );

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
      await waitFor(request.headers['x-crg-change'], reply);
      const { family, organization_id, site_id, flow_id } = request.query;
      const filter = { family, organizationId: organization_id, siteId: site_id, flowId: flow_id };
      const page = await matches.nearMisses(filter, pageRequest(request.query));
      const items = await withEnds(page.items.map(({ nearMiss }) => nearMiss));
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
      // A supply has a handful of near misses, so its first page has them all.
      const { items } = await matches.nearMisses({ flowId: pair.supplyId }, { cursor: null, limit: 200 });
      const found = items.find(
        ({ nearMiss: { supplyId, demandId } }) => supplyId === pair.supplyId && demandId === pair.demandId,
      );
      const [resolved] = found === undefined ? [] : await withEnds([found.nearMiss]);
      if (resolved === undefined) throw noMatch(request.params.id);
      return nearMissResource(...resolved);
    },
  );

  app.post(
    '/api/v1/match',
    {
      schema: {
        tag,
        summary: 'Ask what would fit a flow that is not stored; nothing is written',
        body: WhatIfSchema,
        response: { 200: WhatIfAnswerSchema },
        problems: [503],
      },
    },
    async (request) => {
      const { flow: body, site, k } = request.body;
      if (body.site_id === undefined && site === undefined) throw noPlace();
      if (body.site_id !== undefined && site !== undefined) throw twoPlaces();
      const identified = { ...body, id: body.id ?? 'what-if', site_id: body.site_id ?? 'what-if' };
      const flow = await readFlow({ city }, identified, { id: identified.id, path: 'flow' });
      const place =
        site === undefined
          ? null
          : {
              point: { longitude: site.longitude, latitude: site.latitude },
              country: site.country ?? null,
              organizationId: site.organization_id ?? null,
            };
      const answer = await answerWhatIf({ currentCity }, { flow, site: place, k: k ?? defaultPairs });
      return {
        matches: resolve(answer.matches, answer.flows).map(([match, ends]) => matchResource(match, ends)),
        near_misses: resolve(answer.nearMisses, answer.flows).map(([miss, ends]) => nearMissResource(miss, ends)),
        notices: answer.notices.map(noticeToWire),
      };
    },
  );

  async function listMatches(query: Omit<MatchQuery, 'organization_id'>, organizationId: string | undefined) {
    const page = await matches.page(matchFilter(query, organizationId), sortOf(query.sort), pageRequest(query));
    const items = await withEnds(page.items.map(({ match }) => match));
    return { data: items.map(([match, ends]) => matchResource(match, ends)), next_cursor: page.nextCursor };
  }

  async function withEnds<P extends Pair>(pairs: readonly P[]): Promise<readonly (readonly [P, Ends])[]> {
    const ids = new Set(pairs.flatMap(({ supplyId, demandId }) => [supplyId, demandId]));
    return resolve(pairs, await flows.getPlaced([...ids]));
  }

  async function waitFor(header: string | undefined, reply: FastifyReply): Promise<void> {
    const change = changeToAwait(header);
    if (change === null) return;
    const reached = await awaitChange({ matches }, { change, milliseconds: patienceMilliseconds, sleep });
    reply.header('x-crg-caught-up', String(reached));
  }
}

/** Pairs with both ends; one whose flow was removed in this moment is left out. */
function resolve<P extends Pair>(
  pairs: readonly P[],
  placed: Parameters<typeof endsOf>[1],
): readonly (readonly [P, Ends])[] {
  return pairs.flatMap((pair) => {
    const ends = endsOf(pair, placed);
    return ends === null ? [] : [[pair, ends] as const];
  });
}

function matchFilter(query: Omit<MatchQuery, 'organization_id'>, organizationId: string | undefined): MatchFilter {
  return {
    family: query.family,
    type: query.type,
    minScore: query.min_score,
    minValueEurPerYear: query.min_margin_eur,
    organizationId,
    siteId: query.site_id,
    flowId: query.flow_id,
    month: query.month,
    hourOfWeek: query.hour_of_week,
  };
}

function sortOf(sort: MatchQuery['sort']): MatchSort {
  return sort === 'supply' ? 'id' : (sort ?? 'value');
}

function pairOf(id: string): Pair {
  const pair = pairOfMatchId(id);
  if (pair === null) throw noMatch(id);
  return pair;
}

function noMatch(id: string): DomainError {
  return new DomainError('match_not_found', {
    expected: 'the id of a pair that the last matching suggested, <supply_id>~<demand_id>',
    got: `"${shortened(id)}"`,
    next: 'List the pairs with GET /api/v1/matches or GET /api/v1/near-misses; a change of the city can end a suggestion.',
  });
}

function noPlace(): RequestError {
  return new RequestError('invalid_input', {
    field: 'flow.site_id',
    expected: 'the id of a site, or a place as site: { longitude, latitude }',
    got: 'neither',
    next: 'Say where the flow would stand.',
  });
}

function twoPlaces(): RequestError {
  return new RequestError('invalid_input', {
    field: 'site',
    expected: 'either flow.site_id or site',
    got: 'both',
    next: 'Keep one of the two.',
  });
}
