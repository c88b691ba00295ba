import type { ChangePosition } from '@crg/stores/ports/change-log';
import type { SiteStore } from '@crg/stores/ports/site-store';
import type { Version } from '@crg/stores/ports/versioned';
import { removed } from './outcomes.ts';

/** Takes the seen version of a site out of the city; a newer one stays and is an error (StaleVersion). */
export async function removeSite(
  { sites }: { sites: Pick<SiteStore, 'remove'> },
  { id, seen }: { id: string; seen: Version },
): Promise<ChangePosition> {
  return removed(await sites.remove(id, seen), 'site', id);
}
