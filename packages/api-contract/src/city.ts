// The city at a glance: what is in it, what is possible, and how well that is known.
import { NoticeSchema } from '@crg/city-format/schemas';
import Type, { type Static } from 'typebox';
import { FamilySchema } from './family.ts';

const count = Type.Integer({ minimum: 0 });
const share = Type.Number({ minimum: 0, maximum: 1 });

export const PrecisionSharesSchema = Type.Object(
  { measured: share, estimated: share, archetype: share },
  { title: 'PrecisionShares', additionalProperties: false },
);
export type PrecisionShares = Static<typeof PrecisionSharesSchema>;

export const FamilyTotalsSchema = Type.Object(
  {
    family: FamilySchema,
    supplies: count,
    demands: count,
    matches: count,
    near_misses: count,
    potential_eur_per_year: Type.Number(),
    co2_t_per_year: Type.Number(),
  },
  { title: 'FamilyTotals', additionalProperties: false },
);
export type FamilyTotals = Static<typeof FamilyTotalsSchema>;

export const CityTotalsSchema = Type.Object(
  {
    potential_eur_per_year: Type.Number({
      description:
        'Sum over a choice of pairs that uses each flow at most once, most valuable first; pairs that cost money are left out.',
    }),
    co2_t_per_year: Type.Number({ description: 'Of the same pairs.' }),
    pairs: count,
    how: Type.String({ description: 'How the two sums were made, in one sentence.' }),
    by_precision: Type.Object(
      {
        potential: PrecisionSharesSchema,
        flows: PrecisionSharesSchema,
      },
      {
        additionalProperties: false,
        description:
          "Shares of the potential by the weaker precision of a pair's two flows, and of all flows. All 0 when there is nothing to share.",
      },
    ),
    by_family: Type.Array(FamilyTotalsSchema, { description: 'Families the city has flows of, most valuable first.' }),
  },
  { title: 'CityTotals', additionalProperties: false },
);
export type CityTotals = Static<typeof CityTotalsSchema>;

export const CitySchema = Type.Object(
  {
    name: Type.String(),
    year: Type.Integer(),
    currency: Type.String(),
    counts: Type.Object(
      {
        organizations: count,
        sites: count,
        flows: count,
        supplies: count,
        demands: count,
        matches: count,
        chains: count,
        near_misses: count,
      },
      { additionalProperties: false },
    ),
    sources: Type.Array(Type.String(), { description: 'References the sites and flows state, without repeats.' }),
    notices: Type.Array(NoticeSchema),
    matching: Type.Object(
      {
        engine: Type.Union([Type.String(), Type.Null()]),
        k: Type.Union([Type.Integer(), Type.Null()]),
        up_to_date: Type.Boolean({ description: 'False while a change waits to be matched.' }),
      },
      { additionalProperties: false },
    ),
    totals: CityTotalsSchema,
  },
  { title: 'City', additionalProperties: false },
);
export type City = Static<typeof CitySchema>;
