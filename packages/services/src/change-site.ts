import type { Site } from '@crg/domain/flow';
import type { SiteStore } from '@crg/stores/ports/site-store';
import type { Version, Written } from '@crg/stores/ports/versioned';
import { replaced } from './outcomes.ts';

/** Puts a site in the place of the version its author has seen; anything newer stays and is an error (StaleVersion). */
export async function changeSite(
  { sites }: { sites: Pick<SiteStore, 'replace'> },
  { site, seen }: { site: Site; seen: Version },
): Promise<Written> {
  return replaced(await sites.replace(site, seen), 'site', site.id);
}
