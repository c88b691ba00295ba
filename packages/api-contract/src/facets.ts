// How the matches that fit a filter are spread: what a filter rail shows beside its switches and sliders.
import Type, { type Static } from 'typebox';
import { FamilySchema } from './family.ts';
import { matchFilters, organizationFilter } from './match-filter.ts';

export const FacetQuerySchema = Type.Object(
  { ...matchFilters, ...organizationFilter },
  { additionalProperties: false },
);
export type FacetQuery = Static<typeof FacetQuerySchema>;

const count = Type.Integer({ minimum: 0 });
const bound = Type.Union([Type.Number(), Type.Null()]);

export const FacetsSchema = Type.Object(
  {
    matches: count,
    families: Type.Array(
      Type.Object(
        {
          family: FamilySchema,
          matches: count,
          margin_eur_per_year: Type.Number(),
          co2_t_per_year: Type.Number(),
        },
        { title: 'FamilyFacet', additionalProperties: false },
      ),
      {
        description: 'Sums over matches: a flow in two of them counts twice. Families without a match are left out.',
      },
    ),
    score: Type.Array(
      Type.Object(
        { from: Type.Number(), to: Type.Number(), matches: count },
        { title: 'ScoreBucket', additionalProperties: false },
      ),
      { description: '20 buckets of 0.05 from 0 to 1, empty ones too; `from` is in, `to` is not, 1 is in the last.' },
    ),
    value_eur: Type.Array(
      Type.Object({ from: bound, to: bound, matches: count }, { title: 'ValueBucket', additionalProperties: false }),
      {
        description:
          'Yearly margin in EUR: below 0 (from null), 0 to 1,000, from there in steps of about three, open at the top (to null); `from` is in, `to` is not; empty ones too.',
      },
    ),
    precisions: Type.Object(
      { measured: count, estimated: count, archetype: count },
      { title: 'PrecisionCounts', additionalProperties: false, description: 'By the weaker flow of each pair.' },
    ),
    months: Type.Array(count, {
      minItems: 12,
      maxItems: 12,
      description: 'January first: matches of which both sides run in the month.',
    }),
    hours: Type.Array(count, {
      minItems: 168,
      maxItems: 168,
      description: 'Monday 00:00 local first: matches of which both sides run in the hour of the week.',
    }),
  },
  { title: 'Facets', additionalProperties: false },
);
export type Facets = Static<typeof FacetsSchema>;
