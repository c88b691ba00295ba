import type { ChangePosition } from '@crg/stores/ports/change-log';
import type { OrganizationStore } from '@crg/stores/ports/organization-store';
import type { Version } from '@crg/stores/ports/versioned';
import { removed } from './outcomes.ts';

/** Takes the seen version of an organization out of the city; a newer one stays and is an error (StaleVersion). */
export async function removeOrganization(
  { organizations }: { organizations: Pick<OrganizationStore, 'remove'> },
  { id, seen }: { id: string; seen: Version },
): Promise<ChangePosition> {
  return removed(await organizations.remove(id, seen), 'organization', id);
}
