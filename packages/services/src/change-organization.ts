import type { Organization } from '@crg/domain/flow';
import type { OrganizationStore } from '@crg/stores/ports/organization-store';
import type { Version, Written } from '@crg/stores/ports/versioned';
import { replaced } from './outcomes.ts';

/** Puts an organization in the place of the version its author has seen; anything newer stays and is an error (StaleVersion). */
export async function changeOrganization(
  { organizations }: { organizations: Pick<OrganizationStore, 'replace'> },
  { organization, seen }: { organization: Organization; seen: Version },
): Promise<Written> {
  return replaced(await organizations.replace(organization, seen), 'organization', organization.id);
}
