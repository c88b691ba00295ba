import type { Direction, Organization, ResourceFlow, Site } from '@crg/domain/flow';
import type {
  Created,
  MissingReference,
  Page,
  PageRequest,
  Removed,
  Replaced,
  Version,
  Versioned,
} from './versioned.ts';

/** The resource flows of the city. Text rules and change log as in OrganizationStore. */
export interface FlowStore {
  get(id: string): Promise<Versioned<ResourceFlow> | null>;
  /** Flows with the site they stand at and its owner, by flow id; an id that is not there is absent from the map. */
  getPlaced(ids: readonly string[]): Promise<ReadonlyMap<string, PlacedFlow>>;
  /** Ordered by id (Unicode code points). */
  page(filter: FlowFilter, request: PageRequest): Promise<Page<Versioned<ResourceFlow>>>;
  /** `missing_reference` names the site that is not there. */
  create(flow: ResourceFlow): Promise<Created | MissingReference>;
  /** Writes only if the stored version is `expected`. */
  replace(flow: ResourceFlow, expected: Version): Promise<Replaced | MissingReference>;
  /** Suggestions that name the flow go with the next matching: they are derived. */
  remove(id: string, expected: Version): Promise<Removed>;
}

export interface FlowFilter {
  readonly organizationId?: string | undefined;
  readonly siteId?: string | undefined;
  readonly direction?: Direction | undefined;
  /** Any of these taxonomy ids; a family is asked for by naming its types. An empty list finds nothing. */
  readonly types?: readonly string[] | undefined;
}

export interface PlacedFlow {
  readonly flow: ResourceFlow;
  readonly version: Version;
  readonly site: Site;
  readonly organization: Organization;
}
