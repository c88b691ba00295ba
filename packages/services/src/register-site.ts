import type { Site } from '@crg/domain/flow';
import type { SiteStore } from '@crg/stores/ports/site-store';
import type { Written } from '@crg/stores/ports/versioned';
import { created } from './outcomes.ts';

/** Adds a site to the city; the record and its entry in the change log are one transaction. */
export async function registerSite({ sites }: { sites: Pick<SiteStore, 'create'> }, site: Site): Promise<Written> {
  return created(await sites.create(site), 'site', site.id);
}
