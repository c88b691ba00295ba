import type { Site } from '@crg/domain/flow';
import type {
  Created,
  MissingReference,
  Page,
  PageRequest,
  Removed,
  Replaced,
  StillReferenced,
  Version,
  Versioned,
} from './versioned.ts';

/** The sites of the city. Text rules and change log as in OrganizationStore. */
export interface SiteStore {
  get(id: string): Promise<Versioned<Site> | null>;
  /** Ordered by id (Unicode code points). */
  page(filter: SiteFilter, request: PageRequest): Promise<Page<Versioned<Site>>>;
  /** `missing_reference` names the organization that is not there. */
  create(site: Site): Promise<Created | MissingReference>;
  /** Writes only if the stored version is `expected`. */
  replace(site: Site, expected: Version): Promise<Replaced | MissingReference>;
  /** `still_referenced` while flows stand at it. */
  remove(id: string, expected: Version): Promise<Removed | StillReferenced>;
}

export interface SiteFilter {
  readonly organizationId?: string | undefined;
  /** Sites on or inside this box; sites without a place are never inside. */
  readonly within?: BoundingBox | undefined;
}

/** WGS-84 degrees, west <= east, south <= north. */
export interface BoundingBox {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}
