// What a reader can ask of matches: lists, facets, arcs of the map and exports take the same filters under the same names.
import { IdSchema, PrecisionSchema } from '@crg/city-format/schemas';
import Type, { type Static } from 'typebox';
import { BoundingBoxSchema } from './bounding-box.ts';
import { FamiliesSchema, FamilySchema, listOf, ResourceTypeIdSchema } from './family.ts';

const score = Type.Number({ minimum: 0, maximum: 1, description: 'a number from 0 to 1' });
const euros = Type.Number({ minimum: -1e15, maximum: 1e15, description: 'a number of EUR per year' });

export const PrecisionsSchema = listOf(
  PrecisionSchema.enum as readonly string[],
  'how well a pair is known: the weaker of its two flows',
);

/** Spread into the query of a route; all that are given must hold. */
export const matchFilters = {
  family: Type.Optional(FamilySchema),
  families: Type.Optional(FamiliesSchema),
  type: Type.Optional(ResourceTypeIdSchema),
  min_score: Type.Optional(score),
  max_score: Type.Optional(score),
  min_margin_eur: Type.Optional(euros),
  max_margin_eur: Type.Optional(euros),
  max_distance_km: Type.Optional(
    Type.Number({ minimum: 0, maximum: 20_100, description: 'a distance from 0 to 20100 km' }),
  ),
  precision: Type.Optional(PrecisionsSchema),
  month: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 12, description: 'a month from 1 to 12, in which both sides run' }),
  ),
  hour_of_week: Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: 167,
      description: 'an hour of the week from 0 (Monday 00:00 local) to 167, in which both sides run',
    }),
  ),
  site_id: Type.Optional(IdSchema),
  flow_id: Type.Optional(IdSchema),
  /** An end of the pair stands inside. */
  bbox: Type.Optional(BoundingBoxSchema),
};

/** Of the supply or of the demand; not in the list of one organization, which has it in its address. */
export const organizationFilter = { organization_id: Type.Optional(IdSchema) };

const MatchFilterSchema = Type.Object({ ...matchFilters, ...organizationFilter });
export type MatchFilterQuery = Static<typeof MatchFilterSchema>;
