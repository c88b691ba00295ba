// `/api/v1/map`: what the map draws of a city of any size.
import {
  type Arc,
  type ClusterMark,
  MapArcQuerySchema,
  MapArcsSchema,
  MapSiteQuerySchema,
  MapSitesSchema,
  mapLimits,
  type SiteMark,
} from '@crg/api-contract/map';
import { matchId } from '@crg/api-contract/match-id';
import type { Organization } from '@crg/domain/flow';
import { type Family, resourceType } from '@crg/domain/taxonomy';
import { noCity } from '@crg/services/answer-what-if';
import type { CityMap, ClusterMark as Cluster, SiteMark as Marked } from '@crg/services/map/city-map';
import type { Owners } from '@crg/services/owners';
import type { MatchStore, Suggestion, SuggestionEnd } from '@crg/stores/ports/match-store';
import type { Api } from '../api.ts';
import { boundingBox, matchFilterOf } from '../match-filter.ts';

const tag = 'Map';

export interface MapParts {
  /** null before a city is in. */
  readonly map: () => Promise<CityMap | null>;
  /** null before a city is in. */
  readonly owners: () => Promise<Owners | null>;
  readonly matches: Pick<MatchStore, 'page' | 'count'>;
}

export function mapRoutes(app: Api, { map, owners, matches }: MapParts): void {
  app.get(
    '/api/v1/map/sites',
    {
      schema: {
        tag,
        summary: 'Read the sites in view, those that would stand on each other gathered into clusters',
        querystring: MapSiteQuerySchema,
        response: { 200: MapSitesSchema },
        problems: [503],
      },
    },
    async (request) => {
      const { bbox, zoom, families, direction = null } = request.query;
      const within = boundingBox(bbox);
      const drawn = await map();
      if (drawn === null || within === undefined) throw noCity();
      const filter = { families: (families?.split(',') as Family[] | undefined) ?? null, direction };
      const view = drawn.view({ within, zoom, filter });
      return {
        data: view.marks.map((mark) => (mark.kind === 'site' ? siteMark(mark) : clusterMark(mark))),
        sites_in_view: view.sitesInView,
        sites: view.sites,
        sites_without_place: view.sitesWithoutPlace,
        zoom: view.zoom,
      };
    },
  );

  app.get(
    '/api/v1/map/arcs',
    {
      schema: {
        tag,
        summary: 'Read the most valuable matches with an end in view, as arcs between their sites',
        querystring: MapArcQuerySchema,
        response: { 200: MapArcsSchema },
      },
    },
    async (request) => {
      const filter = matchFilterOf(request.query);
      const limit = request.query.limit ?? mapLimits.usualArcs;
      const [page, count, known] = await Promise.all([
        matches.page(filter, 'value', { cursor: null, limit }),
        matches.count(filter),
        owners(),
      ]);
      return { data: page.items.map((item) => arc(item, known?.organizations ?? new Map())), matches: count };
    },
  );
}

function siteMark({ site, organization, point, families }: Marked): SiteMark {
  const certainty = site.source?.certainty ?? null;
  return {
    kind: 'site',
    id: site.id,
    name: site.name,
    organization: { id: organization.id, name: organization.name, nace: [...organization.nace] },
    longitude: point.longitude,
    latitude: point.latitude,
    families: families.map(({ family, supplies, demands }) => ({ family, supplies, demands })),
    approximate: certainty !== null && certainty !== 'certain',
  };
}

function clusterMark(mark: Cluster): ClusterMark {
  const { west, south, east, north } = mark.box;
  return {
    kind: 'cluster',
    id: mark.id,
    longitude: mark.point.longitude,
    latitude: mark.point.latitude,
    sites: mark.sites,
    families: { ...mark.families },
    supplies: mark.supplies,
    demands: mark.demands,
    bbox: [west, south, east, north],
    expansion_zoom: mark.expansionZoom,
    ...(mark.members === null ? {} : { members: mark.members.map(siteMark) }),
  };
}

/** An organization that was removed in this moment goes by its id. */
function arc(of: Suggestion, owners: ReadonlyMap<string, Organization>): Arc {
  const end = (flowId: string, { siteId, organizationId, point }: SuggestionEnd) => ({
    flow_id: flowId,
    site_id: siteId,
    organization_id: organizationId,
    name: owners.get(organizationId)?.name || organizationId,
    nace: [...(owners.get(organizationId)?.nace ?? [])],
    longitude: point.longitude,
    latitude: point.latitude,
  });
  return {
    id: matchId(of.supplyId, of.demandId),
    state: 'suggested',
    family: resourceType(of.type).family,
    type: of.type,
    score: of.score,
    margin_eur_per_year: of.marginEurPerYear,
    co2_t_per_year: of.co2TonnesPerYear,
    distance_km: of.distanceKm,
    common_quantity: { ...of.commonQuantity },
    precision: of.precision,
    supply: end(of.supplyId, of.supply),
    demand: end(of.demandId, of.demand),
  };
}
