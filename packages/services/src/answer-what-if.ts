// What would fit a flow that nobody has registered? Nothing is stored.
import { DomainError } from '@crg/domain/errors';
import type { City, Organization, Point, ResourceFlow, Site } from '@crg/domain/flow';
import type { Match, NearMiss, Notice } from '@crg/domain/match';
import { matchFlow } from '@crg/engine/match-flow';
import type { CurrentCity } from './current-city.ts';
import { type FlowInPlace, placedFlows } from './placed-flows.ts';

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
  { currentCity }: { currentCity: CurrentCity },
  { flow, site, k }: WhatIfQuestion,
): Promise<WhatIfAnswer> {
  const snapshot = await currentCity();
  if (snapshot === null) throw noCity();
  const placed = site === null ? { city: snapshot.city, siteId: flow.siteId } : withSite(snapshot.city, site);
  const asked = { ...flow, siteId: placed.siteId };
  const city = withFlow(placed.city, asked);
  const { matches, nearMisses, notices } = matchFlow(city, asked, { k });
  const named = [...matches, ...nearMisses].flatMap(({ supplyId, demandId }) => [supplyId, demandId]);
  return { matches, nearMisses, notices, flows: placedFlows(city, named) };
}

/** For use cases that need a city and find none. */
export function noCity(): DomainError {
  return new DomainError('not_ready', {
    expected: 'a city in the store',
    got: 'none yet',
    next: 'Wait for the first import to end, or run `crg import city.json`.',
  });
}

function withSite(
  city: City,
  { point, country, organizationId }: NonNullable<WhatIfQuestion['site']>,
): { city: City; siteId: string } {
  if (organizationId !== null && !city.organizations.some(({ id }) => id === organizationId)) {
    throw new DomainError('invalid_input', {
      field: 'site.organization_id',
      expected: 'the id of an organization of this city',
      got: `"${organizationId.slice(0, 200)}"`,
      next: 'Correct the id, or leave it out.',
    });
  }
  const owner: Organization = { id: freeId(city.organizations), name: 'What if', nace: [] };
  const site: Site = {
    id: freeId(city.sites),
    organizationId: organizationId ?? owner.id,
    name: 'What if',
    point,
    country,
    source: null,
  };
  const organizations = organizationId === null ? [...city.organizations, owner] : city.organizations;
  return { city: { ...city, organizations, sites: [...city.sites, site] }, siteId: site.id };
}

/** An id that none of the records has. */
function freeId(records: readonly { readonly id: string }[]): string {
  const taken = new Set(records.map(({ id }) => id));
  let id = 'what-if';
  while (taken.has(id)) id += '-';
  return id;
}

function withFlow(city: City, flow: ResourceFlow): City {
  if (!city.sites.some(({ id }) => id === flow.siteId)) {
    throw new DomainError('invalid_input', {
      field: 'flow.site_id',
      expected: 'the id of a site of this city',
      got: `"${flow.siteId.slice(0, 200)}"`,
      next: 'Correct the id, or leave it out and state the place as site: { longitude, latitude }.',
    });
  }
  return { ...city, flows: [...city.flows.filter(({ id }) => id !== flow.id), flow] };
}
