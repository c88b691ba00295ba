// Matches over HTTP: what the matches file says about a pair, with both ends resolved; the detail explains every number.
import {
  AmountSchema,
  BandSchema,
  MatchSchema as FileMatchSchema,
  VerdictSchema as FileVerdictSchema,
  FlowSchema,
  OrganizationSchema,
  PermitSchema,
  ScoreTermsSchema,
  SiteSchema,
} from '@crg/city-format/schemas';
import Type, { type Static } from 'typebox';
import { FamilySchema } from './family.ts';
import { ListOf, paging } from './list.ts';
import { matchFilters, organizationFilter } from './match-filter.ts';

export { AmountSchema, BandSchema, ScoreTermsSchema };
export type Amount = Static<typeof AmountSchema>;
export type Band = Static<typeof BandSchema>;
export type ScoreTerms = Static<typeof ScoreTermsSchema>;
export type PermitOutcome = Static<typeof PermitSchema>;

export const PermitRulingSchema = Type.Object(
  {
    rule: Type.String(),
    version: Type.Integer(),
    clause: Type.String(),
    outcome: PermitSchema,
    text: Type.String(),
    facts_used: Type.Array(Type.String()),
    facts_missing: Type.Array(Type.String()),
  },
  { title: 'PermitRuling', additionalProperties: false },
);
export type PermitRuling = Static<typeof PermitRulingSchema>;

const numberOrNull = Type.Union([Type.Number(), Type.Null()]);

/** The file's verdict, always with its sentence. */
export const VerdictSchema = Type.Object(
  {
    ...FileVerdictSchema.properties,
    text: Type.String({ description: 'One sentence a person can act on.' }),
  },
  { title: 'Verdict', additionalProperties: false },
);
export type Verdict = Static<typeof VerdictSchema>;

/** One side of a pair with the site it stands at and the organization that owns it. */
export const FlowEndSchema = Type.Object(
  { flow: FlowSchema, site: SiteSchema, organization: OrganizationSchema },
  { title: 'FlowEnd', additionalProperties: false },
);
export type FlowEnd = Static<typeof FlowEndSchema>;

/** The file's match, named and with both ends resolved: what the list item and the detail share. */
const matchProperties = {
  id: Type.String({ description: '<supply_id>~<demand_id>.' }),
  state: Type.Literal('suggested'),
  family: FamilySchema,
  type: Type.String({
    description: "The supply's resource type; the demand's may differ where the taxonomy accepts it.",
  }),
  ...FileMatchSchema.properties,
  verdicts: Type.Array(VerdictSchema),
  payback_years: numberOrNull,
  supply: FlowEndSchema,
  demand: FlowEndSchema,
};

export const MatchSchema = Type.Object(matchProperties, { title: 'Match', additionalProperties: false });
export type Match = Static<typeof MatchSchema>;

export const MatchListSchema = ListOf(MatchSchema, 'MatchList');
export type MatchList = Static<typeof MatchListSchema>;

/** One named number of a calculation. */
export const LineSchema = Type.Object(
  {
    id: Type.String(),
    label: Type.String(),
    amount: Type.Number(),
    unit: Type.String(),
    formula: Type.String({ description: 'The formula with its numbers in it.' }),
    factors: Type.Array(Type.String(), { description: 'Ids in the factor table.' }),
  },
  { title: 'Line', additionalProperties: false },
);
export type Line = Static<typeof LineSchema>;

/** A number from outside the city, with where it comes from. */
export const FactorSchema = Type.Object(
  {
    id: Type.String(),
    label: Type.String(),
    low: Type.Number({ description: 'About P10.' }),
    mid: Type.Number(),
    high: Type.Number({ description: 'About P90.' }),
    unit: Type.String(),
    source: Type.String(),
    year: Type.Integer(),
    geography: Type.String(),
    confidence: Type.Enum(['S', 'T', 'J'], {
      description: 'S: read in the named source. T: textbook or legal text. J: judgement, to be replaced first.',
    }),
  },
  { title: 'Factor', additionalProperties: false },
);
export type Factor = Static<typeof FactorSchema>;

const dateOrNull = Type.Union([Type.String(), Type.Null()]);

/** When one side runs, written out in full whatever short form its owner used. */
export const CalendarSchema = Type.Object(
  {
    hours: Type.String({ pattern: '^[01]{168}$', description: 'Hours of the week, Monday 00:00 local first.' }),
    months: Type.String({ pattern: '^[01]{12}$', description: 'January first.' }),
    valid_from: dateOrNull,
    valid_to: dateOrNull,
  },
  { title: 'Calendar', additionalProperties: false },
);
export type Calendar = Static<typeof CalendarSchema>;

export const ExplanationSchema = Type.Object(
  {
    engine: Type.String({ description: 'Version of the engine that made the numbers.' }),
    year: Type.Integer(),
    weights: Type.Optional(Type.Record(Type.String(), Type.Number())),
    economics: Type.Object(
      {
        benefit_eur_per_year: Type.Number(),
        margin_eur_per_year: Type.Number(),
        investment_eur: BandSchema,
        npv_eur: BandSchema,
        payback_years: numberOrNull,
        lines: Type.Array(LineSchema),
      },
      { additionalProperties: false },
    ),
    co2: Type.Object({ t_per_year: Type.Number(), lines: Type.Array(LineSchema) }, { additionalProperties: false }),
    factors: Type.Array(FactorSchema, { description: 'Every factor that a line names, by id.' }),
    permit: Type.Object(
      {
        outcome: PermitSchema,
        rulings: Type.Array(PermitRulingSchema, { description: 'Rules that spoke, strictest first.' }),
      },
      { additionalProperties: false },
    ),
    route: Type.Object(
      { distance_km: Type.Number(), route_km: Type.Number(), transport: Type.Enum(['pipe', 'truck', 'wire', 'visit']) },
      { additionalProperties: false },
    ),
    time: Type.Object(
      { common_hours_per_year: Type.Number(), supply: CalendarSchema, demand: CalendarSchema, common: CalendarSchema },
      { additionalProperties: false },
    ),
  },
  { title: 'Explanation', additionalProperties: false },
);
export type Explanation = Static<typeof ExplanationSchema>;

export const MatchDetailSchema = Type.Object(
  { ...matchProperties, explanation: ExplanationSchema },
  { title: 'MatchDetail', additionalProperties: false },
);
export type MatchDetail = Static<typeof MatchDetailSchema>;

export const matchSorts = ['value', 'score', 'supply'] as const;

const sorting = {
  sort: Type.Optional(
    Type.Enum([...matchSorts], {
      description:
        'value (EUR per year, largest first; when not stated), score (largest first) or supply (by supply id, then demand id)',
    }),
  ),
};

export const MatchQuerySchema = Type.Object(
  { ...paging, ...sorting, ...matchFilters, ...organizationFilter },
  { additionalProperties: false },
);
export type MatchQuery = Static<typeof MatchQuerySchema>;

export const DirectMatchQuerySchema = Type.Object(
  { ...paging, ...sorting, ...matchFilters },
  { additionalProperties: false },
);
export type DirectMatchQuery = Static<typeof DirectMatchQuerySchema>;
