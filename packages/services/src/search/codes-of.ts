// The codes somebody may look for, with how many flows of the city carry each.
import type { City } from '@crg/domain/flow';
import { naceClasses } from '@crg/domain/nace';
import { resourceTypes } from '@crg/domain/taxonomy';
import { wasteCodes } from '@crg/domain/waste-codes';

export interface CarriedCode {
  /** `ewc:100102`, `nace:35.11`, `type:heat.hot_water`. */
  readonly id: string;
  readonly code: string;
  readonly label: string;
  readonly system: string;
  /** An activity is carried by the flows at the sites of its organizations. */
  readonly flows: number;
}

/** Every code of the three systems, also those that no flow carries. */
export function codesOf(city: City): readonly CarriedCode[] {
  const { types, wastes, activities } = countsOf(city);
  return [
    ...resourceTypes.map(({ id, label }) => carried('type', id, label, 'resource type', types)),
    ...wasteCodes.map(({ code, label }) => carried('ewc', code, label, 'List of Waste', wastes)),
    ...naceClasses().map(({ code, title }) => carried('nace', code, title, 'NACE', activities)),
  ];
}

type Counts = Map<string, number>;

function carried(prefix: string, code: string, label: string, system: string, counts: Counts): CarriedCode {
  return { id: `${prefix}:${code}`, code, label, system, flows: counts.get(code) ?? 0 };
}

function countsOf({ organizations, sites, flows }: City): { types: Counts; wastes: Counts; activities: Counts } {
  const types: Counts = new Map();
  const wastes: Counts = new Map();
  const bySite: Counts = new Map();
  for (const { siteId, type, codes } of flows) {
    count(types, type, 1);
    for (const code of codes.ewc) count(wastes, code, 1);
    count(bySite, siteId, 1);
  }
  const naceOf = new Map(organizations.map(({ id, nace }) => [id, nace]));
  const activities: Counts = new Map();
  for (const { id, organizationId } of sites) {
    for (const code of naceOf.get(organizationId) ?? []) count(activities, code, bySite.get(id) ?? 0);
  }
  return { types, wastes, activities };
}

function count(counts: Counts, code: string, more: number): void {
  counts.set(code, (counts.get(code) ?? 0) + more);
}
