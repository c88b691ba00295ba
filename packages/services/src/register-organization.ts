import type { Organization } from '@crg/domain/flow';
import type { OrganizationStore } from '@crg/stores/ports/organization-store';
import type { Written } from '@crg/stores/ports/versioned';
import { created } from './outcomes.ts';

/** Adds an organization to the city; the record and its entry in the change log are one transaction. */
export async function registerOrganization(
  { organizations }: { organizations: Pick<OrganizationStore, 'create'> },
  organization: Organization,
): Promise<Written> {
  return created(await organizations.create(organization), 'organization', organization.id);
}
