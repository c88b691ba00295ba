// `/api/v1/organizations`: plain reads ask the store, writes go through the use cases.
import { randomUUID } from 'node:crypto';
import { ChangeHeadersSchema, IdParamsSchema, ReadHeadersSchema } from '@crg/api-contract/list';
import {
  NewOrganizationSchema,
  OrganizationListSchema,
  OrganizationQuerySchema,
  OrganizationSchema,
} from '@crg/api-contract/organization';
import { organizationToWire } from '@crg/city-format/organization-wire';
import { changeOrganization } from '@crg/services/change-organization';
import { notFound } from '@crg/services/outcomes';
import { registerOrganization } from '@crg/services/register-organization';
import { removeOrganization } from '@crg/services/remove-organization';
import type { OrganizationStore } from '@crg/stores/ports/organization-store';
import { readOrganization } from '../../resources/organization.ts';
import { type Api, noBody } from '../api.ts';
import { changeHeader } from '../changes.ts';
import { checkSameId, etagOf, readerHas, versionToChange } from '../etags.ts';
import { answerHeaders } from '../openapi.ts';
import { pageRequest } from '../paging.ts';

const tag = 'Organizations';

export function organizationRoutes(app: Api, { organizations }: { organizations: OrganizationStore }): void {
  app.get(
    '/api/v1/organizations',
    {
      schema: {
        tag,
        summary: 'List organizations, by id',
        querystring: OrganizationQuerySchema,
        response: { 200: OrganizationListSchema },
      },
    },
    async (request) => {
      const page = await organizations.page({ nameContains: request.query.name_contains }, pageRequest(request.query));
      return { data: page.items.map(({ value }) => organizationToWire(value)), next_cursor: page.nextCursor };
    },
  );

  app.get(
    '/api/v1/organizations/:id',
    {
      schema: {
        tag,
        summary: 'Read one organization',
        params: IdParamsSchema,
        headers: ReadHeadersSchema,
        response: { 200: OrganizationSchema, 304: noBody },
        answerHeaders: answerHeaders.version,
        problems: [404],
      },
    },
    async (request, reply) => {
      const stored = await organizations.get(request.params.id);
      if (stored === null) throw notFound('organization', request.params.id);
      reply.header('etag', etagOf(stored.version));
      if (readerHas(stored.version, request.headers['if-none-match'])) return reply.code(304).send();
      return reply.code(200).send(organizationToWire(stored.value));
    },
  );

  app.post(
    '/api/v1/organizations',
    {
      schema: {
        tag,
        summary: 'Register an organization; without an id it is given one',
        body: NewOrganizationSchema,
        response: { 201: OrganizationSchema },
        answerHeaders: { ...answerHeaders.location, ...answerHeaders.version, ...answerHeaders.change },
        problems: [409],
      },
    },
    async (request, reply) => {
      const id = request.body.id ?? randomUUID();
      const organization = readOrganization(request.body, id);
      const { version, change } = await registerOrganization({ organizations }, organization);
      reply.header('location', `/api/v1/organizations/${encodeURIComponent(id)}`);
      reply.header('etag', etagOf(version)).header(changeHeader, change);
      return reply.code(201).send(organizationToWire(organization));
    },
  );

  app.put(
    '/api/v1/organizations/:id',
    {
      schema: {
        tag,
        summary: 'Replace one organization',
        params: IdParamsSchema,
        headers: ChangeHeadersSchema,
        body: NewOrganizationSchema,
        response: { 200: OrganizationSchema },
        answerHeaders: { ...answerHeaders.version, ...answerHeaders.change },
        problems: [404, 412, 428],
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const seen = await versionToChange(request.headers['if-match'], () => organizations.get(request.params.id));
      checkSameId(request.body.id, id);
      const organization = readOrganization(request.body, id);
      const { version, change } = await changeOrganization({ organizations }, { organization, seen });
      reply.header('etag', etagOf(version)).header(changeHeader, change);
      return reply.code(200).send(organizationToWire(organization));
    },
  );

  app.delete(
    '/api/v1/organizations/:id',
    {
      schema: {
        tag,
        summary: 'Remove one organization',
        params: IdParamsSchema,
        headers: ChangeHeadersSchema,
        response: { 204: noBody },
        answerHeaders: answerHeaders.change,
        problems: [404, 409, 412, 428],
      },
    },
    async (request, reply) => {
      const seen = await versionToChange(request.headers['if-match'], () => organizations.get(request.params.id));
      const change = await removeOrganization({ organizations }, { id: request.params.id, seen });
      return reply.header(changeHeader, change).code(204).send();
    },
  );
}
