// Who owns what in a city.
import type { City, Organization, Site } from '@crg/domain/flow';

export interface Owners {
  readonly organizations: ReadonlyMap<string, Organization>;
  /** By organization, in the order of the city; absent where it has none. */
  readonly sitesOf: ReadonlyMap<string, readonly Site[]>;
}

export function ownersOf({ organizations, sites }: City): Owners {
  return {
    organizations: new Map(organizations.map((one) => [one.id, one])),
    sitesOf: Map.groupBy(sites, ({ organizationId }) => organizationId),
  };
}
