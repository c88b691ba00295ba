// `/api/v1/registrations`: an organization, its site and a flow in one step.
import { randomUUID } from 'node:crypto';
import { type NewRegistration, NewRegistrationSchema, RegistrationSchema } from '@crg/api-contract/registration';
import { flowToWire } from '@crg/city-format/flow-wire';
import { organizationToWire } from '@crg/city-format/organization-wire';
import { siteToWire } from '@crg/city-format/site-wire';
import { registerTogether, type Together } from '@crg/services/register-together';
import type { CityStore } from '@crg/stores/ports/city-store';
import type { Transactions } from '@crg/stores/ports/transactions';
import { readFlow } from '../../resources/flow.ts';
import { readOrganization } from '../../resources/organization.ts';
import { readSite } from '../../resources/site.ts';
import type { Api } from '../api.ts';
import { changeHeader } from '../changes.ts';
import { answerHeaders } from '../openapi.ts';
import { RequestError } from '../request-error.ts';

export interface RegistrationParts {
  readonly transactions: Transactions;
  readonly city: Pick<CityStore, 'metadata'>;
}

export function registrationRoutes(app: Api, { transactions, city }: RegistrationParts): void {
  app.post(
    '/api/v1/registrations',
    {
      schema: {
        tag: 'Flows',
        summary: 'Register an organization, its site and a flow there as one; all of it is written, or nothing',
        body: NewRegistrationSchema,
        response: { 201: RegistrationSchema },
        answerHeaders: answerHeaders.change,
        problems: [409, 503],
      },
    },
    async (request, reply) => {
      if (Object.keys(request.body).length === 0) throw nothingGiven();
      const together = await readTogether({ city }, request.body);
      const change = await registerTogether({ transactions }, together);
      if (change !== null) reply.header(changeHeader, change);
      const { organization, site, flow } = together;
      return reply.code(201).send({
        organization: organization && organizationToWire(organization),
        site: site && siteToWire(site),
        flow: flow && flowToWire(flow),
      });
    },
  );
}

function nothingGiven(): RequestError {
  return new RequestError('invalid_input', {
    expected: 'an organization, a site or a flow to register',
    got: 'none of them',
    next: 'Send at least one of organization, site and flow.',
  });
}

/** Gives ids to what has none, and lets each record belong to the one before it. */
async function readTogether(
  stores: { city: Pick<CityStore, 'metadata'> },
  { organization, site, flow }: NewRegistration,
): Promise<Together> {
  const owner = organization === undefined ? null : readOrganization(organization, organization.id ?? randomUUID());
  const ownerOf = { field: 'site.organization_id', owner: 'organization' } as const;
  const place =
    site === undefined
      ? null
      : readSite(
          { ...site, organization_id: belongsTo(owner?.id, site.organization_id, ownerOf) },
          site.id ?? randomUUID(),
        );
  if (flow === undefined) return { organization: owner, site: place, flow: null };
  const siteId = belongsTo(place?.id, flow.site_id, { field: 'flow.site_id', owner: 'site' });
  const id = flow.id ?? randomUUID();
  return {
    organization: owner,
    site: place,
    flow: await readFlow(stores, { ...flow, site_id: siteId }, { id, path: 'flow' }),
  };
}

/** The id of the owner: of the one that comes with it, or of the one that is named; both only if they are the same. */
function belongsTo(
  beside: string | undefined,
  named: string | undefined,
  { field, owner }: { field: string; owner: 'organization' | 'site' },
): string {
  const id = beside ?? named;
  if (id !== undefined && (named === undefined || named === id)) return id;
  throw new RequestError('invalid_input', {
    field,
    expected: `the id of ${owner === 'site' ? 'a site' : 'an organization'}, or the ${owner} itself beside it`,
    got: id === undefined ? 'neither' : 'one beside it and the id of another',
    next:
      id === undefined
        ? `Name the ${owner} it belongs to, or register it in the same step.`
        : `Leave one of the two out.`,
  });
}
