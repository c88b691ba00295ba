// `/api/v1/sites`: plain reads ask the store, writes go through the use cases.
import { randomUUID } from 'node:crypto';
import { ChangeHeadersSchema, IdParamsSchema, ReadHeadersSchema } from '@crg/api-contract/list';
import { NewSiteSchema, SiteListSchema, SiteQuerySchema, SiteSchema } from '@crg/api-contract/site';
import { siteToWire } from '@crg/city-format/site-wire';
import { changeSite } from '@crg/services/change-site';
import { notFound } from '@crg/services/outcomes';
import { registerSite } from '@crg/services/register-site';
import { removeSite } from '@crg/services/remove-site';
import type { SiteStore } from '@crg/stores/ports/site-store';
import { readSite } from '../../resources/site.ts';
import { type Api, noBody } from '../api.ts';
import { changeHeader } from '../changes.ts';
import { checkSameId, etagOf, readerHas, versionToChange } from '../etags.ts';
import { boundingBox } from '../match-filter.ts';
import { answerHeaders } from '../openapi.ts';
import { pageRequest } from '../paging.ts';

const tag = 'Sites';

export function siteRoutes(app: Api, { sites }: { sites: SiteStore }): void {
  app.get(
    '/api/v1/sites',
    {
      schema: {
        tag,
        summary: 'List sites, by id',
        querystring: SiteQuerySchema,
        response: { 200: SiteListSchema },
      },
    },
    async (request) => {
      const page = await sites.page(
        { organizationId: request.query.organization_id, within: boundingBox(request.query.bbox) },
        pageRequest(request.query),
      );
      return { data: page.items.map(({ value }) => siteToWire(value)), next_cursor: page.nextCursor };
    },
  );

  app.get(
    '/api/v1/sites/:id',
    {
      schema: {
        tag,
        summary: 'Read one site',
        params: IdParamsSchema,
        headers: ReadHeadersSchema,
        response: { 200: SiteSchema, 304: noBody },
        answerHeaders: answerHeaders.version,
        problems: [404],
      },
    },
    async (request, reply) => {
      const stored = await sites.get(request.params.id);
      if (stored === null) throw notFound('site', request.params.id);
      reply.header('etag', etagOf(stored.version));
      if (readerHas(stored.version, request.headers['if-none-match'])) return reply.code(304).send();
      return reply.code(200).send(siteToWire(stored.value));
    },
  );

  app.post(
    '/api/v1/sites',
    {
      schema: {
        tag,
        summary: 'Register a site; without an id it is given one',
        body: NewSiteSchema,
        response: { 201: SiteSchema },
        answerHeaders: { ...answerHeaders.location, ...answerHeaders.version, ...answerHeaders.change },
        problems: [409],
      },
    },
    async (request, reply) => {
      const id = request.body.id ?? randomUUID();
      const site = readSite(request.body, id);
      const { version, change } = await registerSite({ sites }, site);
      reply.header('location', `/api/v1/sites/${encodeURIComponent(id)}`);
      reply.header('etag', etagOf(version)).header(changeHeader, change);
      return reply.code(201).send(siteToWire(site));
    },
  );

  app.put(
    '/api/v1/sites/:id',
    {
      schema: {
        tag,
        summary: 'Replace one site',
        params: IdParamsSchema,
        headers: ChangeHeadersSchema,
        body: NewSiteSchema,
        response: { 200: SiteSchema },
        answerHeaders: { ...answerHeaders.version, ...answerHeaders.change },
        problems: [404, 412, 428],
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const seen = await versionToChange(request.headers['if-match'], () => sites.get(request.params.id));
      checkSameId(request.body.id, id);
      const site = readSite(request.body, id);
      const { version, change } = await changeSite({ sites }, { site, seen });
      reply.header('etag', etagOf(version)).header(changeHeader, change);
      return reply.code(200).send(siteToWire(site));
    },
  );

  app.delete(
    '/api/v1/sites/:id',
    {
      schema: {
        tag,
        summary: 'Remove one site',
        params: IdParamsSchema,
        headers: ChangeHeadersSchema,
        response: { 204: noBody },
        answerHeaders: answerHeaders.change,
        problems: [404, 409, 412, 428],
      },
    },
    async (request, reply) => {
      const seen = await versionToChange(request.headers['if-match'], () => sites.get(request.params.id));
      const change = await removeSite({ sites }, { id: request.params.id, seen });
      return reply.header(changeHeader, change).code(204).send();
    },
  );
}
