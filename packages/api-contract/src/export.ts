// What is shown, as a file: `/api/v1/exports/<what>.<csv|geojson>` with the filters of its list.
import { DirectionSchema, IdSchema } from '@crg/city-format/schemas';
import Type, { type Static } from 'typebox';
import { BoundingBoxSchema } from './bounding-box.ts';
import { FamiliesSchema, FamilySchema, ResourceTypeIdSchema } from './family.ts';
import { matchFilters, organizationFilter } from './match-filter.ts';
import { OrganizationQuerySchema } from './organization.ts';

export const csvMediaType = 'text/csv';
export const xlsxMediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const geoJsonMediaType = 'application/geo+json';
/** Of `/api/v1/exports/city.json`, the file that `crg` reads. */
export const cityFileMediaType = 'application/json';

/** How a spreadsheet wants its text file. */
const csvOptions = {
  decimal: Type.Optional(
    Type.Enum(['point', 'comma'], {
      description:
        'point (1.5, commas between columns; when not stated) or comma (1,5, semicolons between columns), as the spreadsheet of your country expects it',
    }),
  ),
  bom: Type.Optional(
    Type.Enum(['yes', 'no'], {
      description:
        'yes (when not stated: Excel takes a file for UTF-8 only if it begins with a byte order mark) or no, for programs that trip over it',
    }),
  ),
};

const matchFilter = { ...matchFilters, ...organizationFilter };
const siteFilter = { organization_id: Type.Optional(IdSchema), bbox: Type.Optional(BoundingBoxSchema) };
const flowFilter = {
  organization_id: Type.Optional(IdSchema),
  site_id: Type.Optional(IdSchema),
  direction: Type.Optional(DirectionSchema),
  type: Type.Optional(ResourceTypeIdSchema),
  family: Type.Optional(FamilySchema),
  families: Type.Optional(FamiliesSchema),
};
const organizationFilters = { name_contains: OrganizationQuerySchema.properties.name_contains };

const closed = { additionalProperties: false } as const;
export const exportQueries = {
  matches: { csv: Type.Object({ ...matchFilter, ...csvOptions }, closed), geojson: Type.Object(matchFilter, closed) },
  sites: { csv: Type.Object({ ...siteFilter, ...csvOptions }, closed), geojson: Type.Object(siteFilter, closed) },
  flows: { csv: Type.Object({ ...flowFilter, ...csvOptions }, closed), geojson: Type.Object(flowFilter, closed) },
  organizations: {
    csv: Type.Object({ ...organizationFilters, ...csvOptions }, closed),
    geojson: Type.Object(organizationFilters, closed),
  },
};

const CsvChoiceSchema = Type.Object(csvOptions);
export type CsvChoice = Static<typeof CsvChoiceSchema>;
export type MatchExportQuery = Static<typeof exportQueries.matches.geojson>;
export type SiteExportQuery = Static<typeof exportQueries.sites.geojson>;
export type FlowExportQuery = Static<typeof exportQueries.flows.geojson>;
export type OrganizationExportQuery = Static<typeof exportQueries.organizations.geojson>;

/** RFC 7946. Properties are the columns of the CSV without the coordinates. */
export const FeatureCollectionSchema = Type.Object(
  {
    type: Type.Literal('FeatureCollection'),
    features: Type.Array(
      Type.Object(
        {
          type: Type.Literal('Feature'),
          id: Type.String(),
          geometry: Type.Union([
            Type.Object({
              type: Type.Enum(['Point', 'MultiPoint', 'LineString', 'MultiLineString']),
              coordinates: Type.Array(Type.Unknown()),
            }),
            Type.Null(),
          ]),
          properties: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Null()])),
        },
        { title: 'Feature', additionalProperties: false },
      ),
    ),
  },
  { title: 'FeatureCollection', additionalProperties: false },
);
