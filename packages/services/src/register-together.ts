// A new organization, its site and a flow there as one: all of it is in the city, or nothing.
import type { Organization, ResourceFlow, Site } from '@crg/domain/flow';
import type { ChangePosition } from '@crg/stores/ports/change-log';
import type { Transactions } from '@crg/stores/ports/transactions';
import { registerFlow } from './register-flow.ts';
import { registerOrganization } from './register-organization.ts';
import { registerSite } from './register-site.ts';

export interface Together {
  readonly organization: Organization | null;
  readonly site: Site | null;
  readonly flow: ResourceFlow | null;
}

/**
 * The last change of it, null when there was nothing to register.
 *
 * @throws DomainError duplicate_id, or invalid_input when an owner is neither registered here nor stored
 */
export async function registerTogether(
  { transactions }: { transactions: Transactions },
  { organization, site, flow }: Together,
): Promise<ChangePosition | null> {
  return transactions.inTransaction(async ({ organizations, sites, flows }) => {
    let change: ChangePosition | null = null;
    if (organization !== null) ({ change } = await registerOrganization({ organizations }, organization));
    if (site !== null) ({ change } = await registerSite({ sites }, site));
    if (flow !== null) ({ change } = await registerFlow({ flows }, flow));
    return change;
  });
}
