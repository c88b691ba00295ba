// `/api/v1/flows`: plain reads ask the store, writes go through the use cases.
import { randomUUID } from 'node:crypto';
import { FlowListSchema, FlowQuerySchema, FlowSchema, NewFlowSchema } from '@crg/api-contract/flow';
import { ChangeHeadersSchema, IdParamsSchema, ReadHeadersSchema } from '@crg/api-contract/list';
import { flowToWire } from '@crg/city-format/flow-wire';
import { changeFlow } from '@crg/services/change-flow';
import { notFound } from '@crg/services/outcomes';
import { registerFlow } from '@crg/services/register-flow';
import { removeFlow } from '@crg/services/remove-flow';
import type { CityStore } from '@crg/stores/ports/city-store';
import type { FlowStore } from '@crg/stores/ports/flow-store';
import { readFlow } from '../../resources/flow.ts';
import { type Api, noBody } from '../api.ts';
import { changeHeader } from '../changes.ts';
import { checkSameId, etagOf, readerHas, versionToChange } from '../etags.ts';
import { flowFilterOf } from '../flow-filter.ts';
import { answerHeaders } from '../openapi.ts';
import { pageRequest } from '../paging.ts';

const tag = 'Flows';

export function flowRoutes(app: Api, { flows, city }: { flows: FlowStore; city: CityStore }): void {
  app.get(
    '/api/v1/flows',
    {
      schema: {
        tag,
        summary: 'List flows, by id',
        querystring: FlowQuerySchema,
        response: { 200: FlowListSchema },
      },
    },
    async (request) => {
      const page = await flows.page(flowFilterOf(request.query), pageRequest(request.query));
      return { data: page.items.map(({ value }) => flowToWire(value)), next_cursor: page.nextCursor };
    },
  );

  app.get(
    '/api/v1/flows/:id',
    {
      schema: {
        tag,
        summary: 'Read one flow',
        params: IdParamsSchema,
        headers: ReadHeadersSchema,
        response: { 200: FlowSchema, 304: noBody },
        answerHeaders: answerHeaders.version,
        problems: [404],
      },
    },
    async (request, reply) => {
      const stored = await flows.get(request.params.id);
      if (stored === null) throw notFound('flow', request.params.id);
      reply.header('etag', etagOf(stored.version));
      if (readerHas(stored.version, request.headers['if-none-match'])) return reply.code(304).send();
      return reply.code(200).send(flowToWire(stored.value));
    },
  );

  app.post(
    '/api/v1/flows',
    {
      schema: {
        tag,
        summary: 'Register a flow; without an id it is given one',
        body: NewFlowSchema,
        response: { 201: FlowSchema },
        answerHeaders: { ...answerHeaders.location, ...answerHeaders.version, ...answerHeaders.change },
        problems: [409],
      },
    },
    async (request, reply) => {
      const id = request.body.id ?? randomUUID();
      const flow = await readFlow({ city }, request.body, { id });
      const { version, change } = await registerFlow({ flows }, flow);
      reply.header('location', `/api/v1/flows/${encodeURIComponent(id)}`);
      reply.header('etag', etagOf(version)).header(changeHeader, change);
      return reply.code(201).send(flowToWire(flow));
    },
  );

  app.put(
    '/api/v1/flows/:id',
    {
      schema: {
        tag,
        summary: 'Replace one flow',
        params: IdParamsSchema,
        headers: ChangeHeadersSchema,
        body: NewFlowSchema,
        response: { 200: FlowSchema },
        answerHeaders: { ...answerHeaders.version, ...answerHeaders.change },
        problems: [404, 412, 428],
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const seen = await versionToChange(request.headers['if-match'], () => flows.get(request.params.id));
      checkSameId(request.body.id, id);
      const flow = await readFlow({ city }, request.body, { id });
      const { version, change } = await changeFlow({ flows }, { flow, seen });
      reply.header('etag', etagOf(version)).header(changeHeader, change);
      return reply.code(200).send(flowToWire(flow));
    },
  );

  app.delete(
    '/api/v1/flows/:id',
    {
      schema: {
        tag,
        summary: 'Remove one flow',
        params: IdParamsSchema,
        headers: ChangeHeadersSchema,
        response: { 204: noBody },
        answerHeaders: answerHeaders.change,
        problems: [404, 412, 428],
      },
    },
    async (request, reply) => {
      const seen = await versionToChange(request.headers['if-match'], () => flows.get(request.params.id));
      const change = await removeFlow({ flows }, { id: request.params.id, seen });
      return reply.header(changeHeader, change).code(204).send();
    },
  );
}
