// `/api/v1/chains`: supplies that serve a demand of another kind through one converter.
import {
  ChainDetailSchema,
  ChainListSchema,
  type ChainQuery,
  ChainQuerySchema,
  DirectChainQuerySchema,
} from '@crg/api-contract/chain';
import { AfterChangeHeadersSchema, IdParamsSchema } from '@crg/api-contract/list';
import { partsOfChainId } from '@crg/api-contract/match-id';
import { DomainError } from '@crg/domain/errors';
import { directChains } from '@crg/services/direct-chains';
import { explainedChain, explainedChains } from '@crg/services/explained-pairs';
import type { LivingCity } from '@crg/services/living-city';
import { notFound } from '@crg/services/outcomes';
import type { ChainFilter, ChainIds, MatchStore } from '@crg/stores/ports/match-store';
import { chainResource } from '../../resources/chain.ts';
import { explanation } from '../../resources/match.ts';
import type { Api } from '../api.ts';
import { awaitChangeOf, cityAsItIs } from '../changes.ts';
import { sortOf } from '../match-filter.ts';
import { answerHeaders } from '../openapi.ts';
import { pageRequest } from '../paging.ts';
import { shortened } from '../request-error.ts';

const tag = 'Matches';

export interface ChainRouteParts {
  readonly matches: Pick<MatchStore, 'chains' | 'getChain' | 'currentRun'>;
  readonly city: LivingCity;
}

export function chainRoutes(app: Api, { matches, city }: ChainRouteParts): void {
  app.get(
    '/api/v1/chains',
    {
      schema: {
        tag,
        summary: 'List what fits through one converter; a chain that an edit has just ended is left out of its page',
        querystring: ChainQuerySchema,
        headers: AfterChangeHeadersSchema,
        response: { 200: ChainListSchema },
        answerHeaders: answerHeaders.caughtUp,
      },
    },
    async (request, reply) => {
      await awaitChangeOf(request, reply, matches);
      const filter = { ...chainFilterOf(request.query), organizationId: request.query.organization_id };
      const sort = sortOf(request.query.sort);
      const [page, now] = await Promise.all([matches.chains(filter, sort, pageRequest(request.query)), city.now()]);
      const items = now === null ? [] : explainedChains(now.records, page.items);
      return { data: items.map(([chain, ends]) => chainResource(chain, ends)), next_cursor: page.nextCursor };
    },
  );

  app.get(
    '/api/v1/organizations/:id/matching/chains',
    {
      schema: {
        tag,
        summary:
          'List who could exchange with one organization now through a converter: the best chains of each of its flows',
        params: IdParamsSchema,
        querystring: DirectChainQuerySchema,
        headers: AfterChangeHeadersSchema,
        response: { 200: ChainListSchema },
        answerHeaders: answerHeaders.caughtUp,
        problems: [404],
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      await awaitChangeOf(request, reply, cityAsItIs(city));
      const now = await city.now();
      if (now === null || now.records.organization(id) === null) throw notFound('organization', id);
      const { query } = request;
      const question = { organizationId: id, filter: chainFilterOf(query), sort: sortOf(query.sort) };
      const page = directChains(now.records, question, pageRequest(query));
      return { data: page.items.map(([chain, ends]) => chainResource(chain, ends)), next_cursor: page.nextCursor };
    },
  );

  app.get(
    '/api/v1/chains/:id',
    {
      schema: {
        tag,
        summary: 'Read one chain with the way every number was made',
        params: IdParamsSchema,
        headers: AfterChangeHeadersSchema,
        response: { 200: ChainDetailSchema },
        answerHeaders: answerHeaders.caughtUp,
        problems: [404],
      },
    },
    async (request, reply) => {
      await awaitChangeOf(request, reply, cityAsItIs(city));
      const ids = idsOf(request.params.id);
      const [suggestion, now] = await Promise.all([matches.getChain(ids), city.now()]);
      const found = now === null ? null : explainedChain(now.records, ids, suggestion?.rank ?? null);
      if (now === null || found === null) throw noChain(request.params.id);
      const { match: chain, ends, ...run } = found;
      const { year } = now.records.metadata;
      return { ...chainResource(chain, ends), explanation: explanation(chain, ends, { ...run, year }) };
    },
  );
}

function chainFilterOf(query: Omit<ChainQuery, 'organization_id'>): ChainFilter {
  return {
    families: query.family === undefined ? undefined : [query.family],
    siteId: query.site_id,
    flowId: query.flow_id,
    converterId: query.converter,
  };
}

function idsOf(id: string): ChainIds {
  const parts = partsOfChainId(id);
  if (parts === null) throw noChain(id);
  return parts;
}

function noChain(id: string): DomainError {
  return new DomainError('match_not_found', {
    expected: 'the id of a chain that fits, <supply_id>~<converter>~<demand_id>',
    got: `"${shortened(id)}"`,
    next: 'List them with GET /api/v1/chains; a change of the city can end a suggestion.',
  });
}
