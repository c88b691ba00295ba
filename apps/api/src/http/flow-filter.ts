// What a query asks of flows, as the store understands it.
import { type Family, resourceTypes } from '@crg/domain/taxonomy';
import type { FlowFilter } from '@crg/stores/ports/flow-store';
import { familiesOf } from './match-filter.ts';

export interface FlowFilterQuery {
  readonly organization_id?: string;
  readonly site_id?: string;
  readonly direction?: FlowFilter['direction'];
  readonly type?: string;
  readonly family?: Family;
  readonly families?: string;
}

/** The store filters by types: a family is asked for by naming its types, a type that is not of the family finds nothing. */
export function flowFilterOf(query: FlowFilterQuery): FlowFilter {
  const { organization_id, site_id, direction, type } = query;
  const families = familiesOf(query);
  const types = resourceTypes.filter(({ family }) => families?.includes(family) ?? true).map(({ id }) => id);
  const isEveryType = type === undefined && families === undefined;
  return {
    organizationId: organization_id,
    siteId: site_id,
    direction,
    types: isEveryType ? undefined : type === undefined ? types : types.filter((id) => id === type),
  };
}
