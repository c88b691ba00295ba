// A flow with the site it stands at and its owner, for answers that show both ends of a pair.
import type { Organization, ResourceFlow, Site } from '@crg/domain/flow';

export interface FlowInPlace {
  readonly flow: ResourceFlow;
  readonly site: Site;
  readonly organization: Organization;
}
