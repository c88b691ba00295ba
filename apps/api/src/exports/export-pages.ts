// The pages of each export: read from the store one after the other, and joined with what the city in memory knows.
import type {
  FlowExportQuery,
  MatchExportQuery,
  OrganizationExportQuery,
  SiteExportQuery,
} from '@crg/api-contract/export';
import type { FlowInPlace } from '@crg/services/flow-in-place';
import type { LivingCity } from '@crg/services/living-city';
import type { Owners } from '@crg/services/owners';
import type { FlowStore } from '@crg/stores/ports/flow-store';
import type { MatchStore } from '@crg/stores/ports/match-store';
import type { OrganizationStore } from '@crg/stores/ports/organization-store';
import type { SiteStore } from '@crg/stores/ports/site-store';
import { flowFilterOf } from '../http/flow-filter.ts';
import { boundingBox, matchFilterOf } from '../http/match-filter.ts';
import { pairsWithEnds } from '../resources/ends.ts';
import type { ExportedMatch } from './exported-matches.ts';
import type { ExportedOrganization, ExportedSite } from './exported-records.ts';
import { paged } from './paged.ts';

export interface ExportParts {
  readonly matches: Pick<MatchStore, 'page'>;
  readonly sites: Pick<SiteStore, 'page'>;
  readonly flows: Pick<FlowStore, 'page' | 'getPlaced'>;
  readonly organizations: Pick<OrganizationStore, 'page'>;
  readonly living: Pick<LivingCity, 'now' | 'newest'>;
  /** Of the same city. */
  readonly owners: () => Promise<Owners | null>;
}

/** Most valuable first. A pair whose flow has been removed since it was suggested is left out. */
export async function* matchPages(
  parts: ExportParts,
  query: MatchExportQuery,
): AsyncGenerator<readonly ExportedMatch[]> {
  const filter = matchFilterOf(query);
  await parts.living.newest();
  for await (const page of paged((request) => parts.matches.page(filter, 'value', request))) {
    const ids = new Set(page.flatMap(({ supplyId, demandId }) => [supplyId, demandId]));
    yield pairsWithEnds(page, await placed(parts, ids));
  }
}

/** By id. One that was removed while its page was read is left out. */
export async function* flowPages(parts: ExportParts, query: FlowExportQuery): AsyncGenerator<readonly FlowInPlace[]> {
  const filter = flowFilterOf(query);
  await parts.living.newest();
  for await (const page of paged((request) => parts.flows.page(filter, request))) {
    const places = await placed(
      parts,
      page.map(({ value }) => value.id),
    );
    yield page.flatMap(({ value }) => places.get(value.id) ?? []);
  }
}

/** By id. */
export async function* sitePages(
  { sites, living, owners }: ExportParts,
  query: SiteExportQuery,
): AsyncGenerator<readonly ExportedSite[]> {
  const filter = { organizationId: query.organization_id, within: boundingBox(query.bbox) };
  await living.newest();
  const known = await owners();
  for await (const page of paged((request) => sites.page(filter, request))) {
    yield page.map(({ value: site }) => ({
      site,
      organizationName: known?.organizations.get(site.organizationId)?.name ?? null,
    }));
  }
}

/** By id. */
export async function* organizationPages(
  { organizations, living, owners }: ExportParts,
  query: OrganizationExportQuery,
): AsyncGenerator<readonly ExportedOrganization[]> {
  const filter = { nameContains: query.name_contains };
  await living.newest();
  const known = await owners();
  for await (const page of paged((request) => organizations.page(filter, request))) {
    yield page.map(({ value: organization }) => ({
      organization,
      sites: known?.sitesOf.get(organization.id) ?? [],
    }));
  }
}

/** From memory; what a large import has just brought is asked of the store, which takes ten times as long. */
async function placed(
  { living, flows }: Pick<ExportParts, 'living' | 'flows'>,
  ids: Iterable<string>,
): Promise<ReadonlyMap<string, FlowInPlace>> {
  const now = await living.now();
  const found = new Map<string, FlowInPlace>();
  const missing: string[] = [];
  for (const id of ids) {
    const place = now?.records.flow(id) ?? null;
    if (place === null) missing.push(id);
    else found.set(id, place);
  }
  const stored = missing.length === 0 ? [] : await flows.getPlaced(missing);
  for (const [id, place] of stored) found.set(id, place);
  return found;
}
