// From the API's answers to what the city screen needs, on the server: lists shrink to a tenth.
import type { Flow } from '@crg/api-contract/flow';
import type { FlowEnd, Match } from '@crg/api-contract/match';
import type { NearMiss } from '@crg/api-contract/near-miss';
import type { Organization } from '@crg/api-contract/organization';
import type { Site } from '@crg/api-contract/site';
import { isResourceType, resourceType } from '@crg/domain/taxonomy';
import { naceOf, precisionOf, weakerPrecision } from '@crg/story/flow-facts';
import { markOf, strip } from '@crg/story/verdict-marks';
import type { Entry, EntryEnd, SiteMark, SiteRole } from './entry.ts';
import { commonTime, runningTime } from './running-time.ts';

export function entryOfMatch(match: Match): Entry {
  return {
    ...pairOf(match),
    kind: 'match',
    quantity: match.common_quantity,
    eurPerYear: match.margin_eur_per_year,
    co2TonnesPerYear: match.co2_t_per_year,
    score: match.score,
    terms: match.terms,
    change: null,
  };
}

export function entryOfNearMiss(miss: NearMiss): Entry {
  const [cheapest] = [...miss.changes].sort((a, b) => a.cost_eur_per_year - b.cost_eur_per_year);
  return {
    ...pairOf(miss),
    kind: 'near_miss',
    quantity: null,
    eurPerYear: null,
    co2TonnesPerYear: null,
    score: null,
    terms: null,
    change: cheapest ? { kind: cheapest.kind, detail: cheapest.detail, eurPerYear: cheapest.cost_eur_per_year } : null,
  };
}

/** Sites that have a place; role from the flows that stand there. */
export function siteMarks(
  sites: readonly Site[],
  organizations: readonly Organization[],
  flows: readonly Flow[],
): readonly SiteMark[] {
  const owner = new Map(organizations.map((organization) => [organization.id, organization]));
  const directions = new Map<string, Set<string>>();
  for (const flow of flows) {
    directions.set(flow.site_id, (directions.get(flow.site_id) ?? new Set()).add(flow.direction));
  }
  const main = mainSites(sites, flows);
  return sites.flatMap((site) => {
    if (typeof site.longitude !== 'number' || typeof site.latitude !== 'number') return [];
    const organization = owner.get(site.organization_id);
    const certainty = site.source?.certainty ?? null;
    return [
      {
        id: site.id,
        name: main.has(site.id)
          ? organization?.name || site.name || site.id
          : site.name || organization?.name || site.id,
        organization: organization?.name || site.organization_id,
        longitude: site.longitude,
        latitude: site.latitude,
        role: roleOf(directions.get(site.id)),
        nace: naceOf(organization),
        approximate: certainty !== null && certainty !== 'certain',
        certainty: certainty === 'certain' ? null : certainty,
      },
    ];
  });
}

function pairOf(pair: Match | NearMiss) {
  const { supply, demand } = pair;
  return {
    id: pair.id,
    family: pair.family,
    typeLabel: isResourceType(pair.type) ? resourceType(pair.type).label : pair.type,
    supply: endOf(supply),
    demand: endOf(demand),
    distanceKm: pair.distance_km,
    precision: weakerPrecision(precisionOf(supply.flow), precisionOf(demand.flow)),
    marks: strip.map((judge) => markOf(pair.verdicts, judge, 'changes' in pair && pair.changes.length > 0)),
    common: commonTime(runningTime(supply.flow.availability), runningTime(demand.flow.availability)),
  };
}

/** Per organization the site with most flows. People know companies, so it is called by the company's name. */
function mainSites(sites: readonly Site[], flows: readonly Flow[]): ReadonlySet<string> {
  const count = (id: string) => flows.filter(({ site_id }) => site_id === id).length;
  const main = new Map<string, Site>();
  for (const site of sites) {
    const known = main.get(site.organization_id);
    if (!known || count(site.id) > count(known.id)) main.set(site.organization_id, site);
  }
  return new Set([...main.values()].map(({ id }) => id));
}

function endOf({ flow, site, organization }: FlowEnd): EntryEnd {
  return {
    flowId: flow.id,
    siteId: site.id,
    name: organization.name || site.name || site.id,
    flow: flow.name || flow.type,
  };
}

function roleOf(directions: ReadonlySet<string> | undefined): SiteRole {
  if (!directions) return 'none';
  if (directions.size === 2) return 'both';
  return directions.has('supply') ? 'supply' : 'demand';
}
