// Flows of a city with the site they stand at and its owner, for answers that show both ends of a pair.
import type { City, Organization, ResourceFlow, Site } from '@crg/domain/flow';

export interface FlowInPlace {
  readonly flow: ResourceFlow;
  readonly site: Site;
  readonly organization: Organization;
}

/** By flow id; ids that the city does not have are absent. Reads each list of the city once. */
export function placedFlows(city: City, ids: Iterable<string>): ReadonlyMap<string, FlowInPlace> {
  const wanted = new Set(ids);
  const flows = city.flows.filter(({ id }) => wanted.has(id));
  const sites = byId(city.sites, new Set(flows.map(({ siteId }) => siteId)));
  const organizations = byId(city.organizations, new Set([...sites.values()].map((site) => site.organizationId)));
  const placed = new Map<string, FlowInPlace>();
  for (const flow of flows) {
    const site = sites.get(flow.siteId);
    const organization = site && organizations.get(site.organizationId);
    if (site !== undefined && organization !== undefined) placed.set(flow.id, { flow, site, organization });
  }
  return placed;
}

function byId<Item extends { readonly id: string }>(
  items: readonly Item[],
  wanted: ReadonlySet<string>,
): ReadonlyMap<string, Item> {
  return new Map(items.filter(({ id }) => wanted.has(id)).map((item) => [item.id, item]));
}
