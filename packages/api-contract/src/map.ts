// What a map draws: sites, gathered where they would stand on each other, and the most valuable matches as arcs.
import { AmountSchema, DirectionSchema, PrecisionSchema } from '@crg/city-format/schemas';
import Type, { type Static } from 'typebox';
import { BoundingBoxSchema } from './bounding-box.ts';
import { FamiliesSchema, FamilySchema } from './family.ts';
import { matchFilters, organizationFilter } from './match-filter.ts';

export const mapLimits = { marks: 500, members: 100, arcs: 1000, usualArcs: 300, deepestZoom: 18 } as const;

const count = Type.Integer({ minimum: 0 });
const longitude = Type.Number();
const latitude = Type.Number();

export const MapSiteQuerySchema = Type.Object(
  {
    bbox: BoundingBoxSchema,
    zoom: Type.Number({ minimum: 0, maximum: 24, description: 'the zoom of the map, 0 to 24 (tiles of 512 pixels)' }),
    families: Type.Optional(FamiliesSchema),
    direction: Type.Optional(DirectionSchema),
  },
  { additionalProperties: false },
);
export type MapSiteQuery = Static<typeof MapSiteQuerySchema>;

/** One site alone at its place. */
export const SiteMarkSchema = Type.Object(
  {
    kind: Type.Literal('site'),
    id: Type.String(),
    name: Type.String(),
    organization: Type.Object(
      { id: Type.String(), name: Type.String(), nace: Type.Array(Type.String()) },
      { title: 'MarkedOrganization', additionalProperties: false },
    ),
    longitude,
    latitude,
    families: Type.Array(
      Type.Object(
        { family: FamilySchema, supplies: count, demands: count },
        { title: 'FamilyCounts', additionalProperties: false },
      ),
      { description: 'All flows of the site, whatever the filter; empty when it has none.' },
    ),
    approximate: Type.Boolean({ description: 'The source of the site does not call its place certain.' }),
  },
  { title: 'SiteMark', additionalProperties: false },
);
export type SiteMark = Static<typeof SiteMarkSchema>;

/** Sites too close to each other to be drawn apart. */
export const ClusterMarkSchema = Type.Object(
  {
    kind: Type.Literal('cluster'),
    id: Type.String({ description: 'Good until the city changes.' }),
    longitude,
    latitude,
    sites: Type.Integer({ minimum: 2 }),
    families: Type.Record(Type.String(), Type.Integer({ minimum: 1 }), {
      description: 'How many flows of each family stand here, whatever the filter.',
    }),
    supplies: count,
    demands: count,
    bbox: Type.Array(Type.Number(), {
      minItems: 4,
      maxItems: 4,
      description: 'West, south, east, north of its sites.',
    }),
    expansion_zoom: Type.Union([Type.Integer(), Type.Null()], {
      description: 'The zoom at which it falls apart; null when its sites share one point, whatever the zoom.',
    }),
    members: Type.Optional(
      Type.Array(SiteMarkSchema, {
        description: `Where expansion_zoom is null: its sites, by id; left out for more than ${mapLimits.members}, and for some of many such points in one view.`,
      }),
    ),
  },
  { title: 'ClusterMark', additionalProperties: false },
);
export type ClusterMark = Static<typeof ClusterMarkSchema>;

export const MapSitesSchema = Type.Object(
  {
    data: Type.Array(Type.Union([SiteMarkSchema, ClusterMarkSchema])),
    sites_in_view: Type.Integer({ minimum: 0, description: 'Sites that the marks stand for.' }),
    sites: Type.Integer({ minimum: 0, description: 'Sites of the city that fit the filter.' }),
    sites_without_place: Type.Integer({
      minimum: 0,
      description: 'Those of them that no map can show.',
    }),
    zoom: Type.Integer({
      minimum: 0,
      description: `The zoom the marks were gathered for: less than asked where there would be more than ${mapLimits.marks} marks.`,
    }),
  },
  { title: 'MapSites', additionalProperties: false },
);
export type MapSites = Static<typeof MapSitesSchema>;

export const MapArcQuerySchema = Type.Object(
  {
    ...matchFilters,
    ...organizationFilter,
    limit: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: mapLimits.arcs,
        description: `a whole number from 1 to ${mapLimits.arcs}; ${mapLimits.usualArcs} when not stated`,
      }),
    ),
  },
  { additionalProperties: false },
);
export type MapArcQuery = Static<typeof MapArcQuerySchema>;

const ArcEndSchema = Type.Object(
  {
    flow_id: Type.String(),
    site_id: Type.String(),
    organization_id: Type.String(),
    name: Type.String({ description: 'Of the organization.' }),
    nace: Type.Array(Type.String(), { description: 'Of the organization.' }),
    longitude,
    latitude,
  },
  { title: 'ArcEnd', additionalProperties: false },
);

export const ArcSchema = Type.Object(
  {
    id: Type.String({ description: '<supply_id>~<demand_id>, as in /api/v1/matches.' }),
    state: Type.Literal('suggested'),
    family: FamilySchema,
    type: Type.String(),
    score: Type.Number(),
    margin_eur_per_year: Type.Number(),
    co2_t_per_year: Type.Number(),
    distance_km: Type.Number(),
    precision: PrecisionSchema,
    common_quantity: AmountSchema,
    supply: ArcEndSchema,
    demand: ArcEndSchema,
  },
  { title: 'Arc', additionalProperties: false },
);
export type Arc = Static<typeof ArcSchema>;

export const MapArcsSchema = Type.Object(
  {
    data: Type.Array(ArcSchema, { description: 'Most valuable first.' }),
    matches: Type.Integer({ minimum: 0, description: 'How many fit the filter in all.' }),
  },
  { title: 'MapArcs', additionalProperties: false },
);
export type MapArcs = Static<typeof MapArcsSchema>;
