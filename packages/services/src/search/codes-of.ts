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
  const counts = countsOf(city);
  const carried = (id: string) => counts.get(id) ?? 0;
  return [
    ...resourceTypes.map(({ id, label }) => entry('type', id, label, 'resource type', carried)),
    ...wasteCodes.map(({ code, label }) => entry('ewc', code, label, 'List of Waste', carried)),
    ...naceClasses().map(({ code, title }) => entry('nace', code, title, 'NACE', carried)),
  ];
}

function entry(
  prefix: string,
  code: string,
  label: string,
  system: string,
  carried: (id: string) => number,
): CarriedCode {
  const id = `${prefix}:${code}`;
  return { id, code, label, system, flows: carried(id) };
}

function countsOf({ organizations, sites, flows }: City): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const count = (id: string) => counts.set(id, (counts.get(id) ?? 0) + 1);
  const ownerOf = new Map(sites.map(({ id, organizationId }) => [id, organizationId]));
  const naceOf = new Map(organizations.map(({ id, nace }) => [id, nace]));
  for (const { siteId, type, codes } of flows) {
    count(`type:${type}`);
    for (const code of codes.ewc) count(`ewc:${code}`);
    for (const code of naceOf.get(ownerOf.get(siteId) ?? '') ?? []) count(`nace:${code}`);
  }
  return counts;
}
