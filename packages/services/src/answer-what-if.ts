// What would fit a flow that nobody has registered? Nothing is stored.
import { DomainError } from '@crg/domain/errors';
import type { Point, ResourceFlow, Site } from '@crg/domain/flow';
import type { Match, NearMiss, Notice } from '@crg/domain/match';
import { matchFlowAt } from '@crg/engine/match-flow';
import type { Place } from '@crg/engine/prepared-flow';
import type { CityRecords } from './city-records.ts';
import type { FlowInPlace } from './flow-in-place.ts';
import type { LivingCity } from './living-city.ts';

export interface WhatIfQuestion {
  /** Takes the place of the stored flow of the same id, if there is one. */
  readonly flow: ResourceFlow;
  /** null: the flow stands at a site of the city. */
  readonly site: {
    readonly point: Point;
    readonly country: string | null;
    readonly organizationId: string | null;
  } | null;
  /** Pairs to answer, 1 to 100. */
  readonly k: number;
}

export interface WhatIfAnswer {
  readonly matches: readonly Match[];
  readonly nearMisses: readonly NearMiss[];
  readonly notices: readonly Notice[];
  /** Every flow that the pairs name. */
  readonly flows: ReadonlyMap<string, FlowInPlace>;
}

/** Throws not_ready before a city was put, invalid_input when the site or organization is not of this city. */
export async function answerWhatIf(
  { city }: { city: Pick<LivingCity, 'now'> },
  { flow, site, k }: WhatIfQuestion,
): Promise<WhatIfAnswer> {
  const now = await city.now();
  if (now === null) throw noCity();
  const { records } = now;
  const place = site === null ? placeOf(records, flow.siteId) : placeAt(records, site);
  const asked = { ...flow, siteId: place.site.id };
  const { matches, nearMisses, notices } = matchFlowAt(records.index, asked, place, { k });
  const flows = new Map<string, FlowInPlace>([[asked.id, { flow: asked, ...place }]]);
  for (const { supplyId, demandId } of [...matches, ...nearMisses]) {
    for (const id of [supplyId, demandId]) {
      const known = flows.has(id) ? null : records.flow(id);
      if (known !== null) flows.set(id, known);
    }
  }
  return { matches, nearMisses, notices, flows };
}

/** For use cases that need a city and find none. */
export function noCity(): DomainError {
  return new DomainError('not_ready', {
    expected: 'a city in the store',
    got: 'none yet',
    next: 'Wait for the first import to end, or run `crg import city.json`.',
  });
}

function placeOf(records: CityRecords, siteId: string): Place {
  const site = records.site(siteId);
  const organization = site === null ? null : records.organization(site.organizationId);
  if (site !== null && organization !== null) return { site, organization };
  throw new DomainError('invalid_input', {
    field: 'flow.site_id',
    expected: 'the id of a site of this city',
    got: `"${siteId.slice(0, 200)}"`,
    next: 'Correct the id, or leave it out and state the place as site: { longitude, latitude }.',
  });
}

function placeAt(records: CityRecords, { point, country, organizationId }: NonNullable<WhatIfQuestion['site']>): Place {
  const owner = organizationId === null ? null : records.organization(organizationId);
  if (organizationId !== null && owner === null) {
    throw new DomainError('invalid_input', {
      field: 'site.organization_id',
      expected: 'the id of an organization of this city',
      got: `"${organizationId.slice(0, 200)}"`,
      next: 'Correct the id, or leave it out.',
    });
  }
  const organization = owner ?? { id: freeId((id) => records.organization(id)), name: 'What if', nace: [] };
  const site: Site = {
    id: freeId((id) => records.site(id)),
    organizationId: organization.id,
    name: 'What if',
    point,
    country,
    source: null,
  };
  return { site, organization };
}

/** An id that none of the records has. */
function freeId(find: (id: string) => object | null): string {
  let id = 'what-if';
  while (find(id) !== null) id += '-';
  return id;
}
