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
import { FactorSchema } from './factor.ts';
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
    jurisdiction: Type.String({ description: 'The country or group of countries whose law it is, e.g. EU or DK.' }),
    clause: Type.String(),
    valid_from: Type.String({
      description: 'First day in application, YYYY-MM-DD; empty where there is no such law here.',
    }),
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
export const matchProperties = {
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

const PartyNameSchema = Type.Enum(['supplier', 'receiver', 'society']);

/** What the exchange is to one party; transfers between supplier and receiver cancel in society's. */
export const PartySchema = Type.Object(
  {
    party: PartyNameSchema,
    investment_eur: Type.Number(),
    benefit_eur_per_year: Type.Number(),
    margin_eur_per_year: Type.Number({ description: 'The benefit less the annuity of the investment.' }),
    npv_eur: Type.Number(),
    irr: Type.Object(
      {
        status: Type.Enum(['none', 'single', 'ambiguous'], {
          description: 'none: the cash flows never change sign. ambiguous: several rates, so the NPV decides.',
        }),
        rates: Type.Array(Type.Number(), { description: 'Shares: 0.08 is 8 % a year.' }),
      },
      { additionalProperties: false },
    ),
    payback_years: numberOrNull,
    discounted_payback_years: numberOrNull,
    lines: Type.Array(LineSchema),
  },
  { title: 'Party', additionalProperties: false },
);
export type Party = Static<typeof PartySchema>;

/** EUR per unit at the supplier's gate, between the prices at which either party gains nothing. */
export const CorridorSchema = Type.Object(
  {
    unit: Type.String(),
    lowest: Type.Number({ description: "The supplier's reservation price; negative when it would pay." }),
    highest: Type.Number({ description: "The receiver's. Below lowest no price serves both: the gap is a subsidy." }),
    nash: Type.Union([Type.Number(), Type.Null()], {
      description: 'Where both gain alike: a mark, no recommendation. null when no price serves both.',
    }),
    price: Type.Number({ description: "The price that the parties' figures are worked out at." }),
    price_basis: Type.Enum(['stated', 'nash', 'middle_of_gap']),
  },
  { title: 'Corridor', additionalProperties: false },
);
export type Corridor = Static<typeof CorridorSchema>;

export const PercentilesSchema = Type.Object(
  { p10: Type.Number(), p50: Type.Number(), p90: Type.Number() },
  { title: 'Percentiles', additionalProperties: false },
);
export type Percentiles = Static<typeof PercentilesSchema>;

/** One input at its low and high end, all others at their middle. */
export const DriverSchema = Type.Object(
  {
    input: Type.String({ description: 'Id of a factor, or quantity.supply or quantity.demand.' }),
    label: Type.String(),
    low: Type.Number({ description: 'P10.' }),
    high: Type.Number({ description: 'P90.' }),
    unit: Type.String(),
    npv_at_low_eur: Type.Number(),
    npv_at_high_eur: Type.Number(),
    share: Type.Number({ minimum: 0, maximum: 1, description: 'Of the variance of the NPV.' }),
  },
  { title: 'Driver', additionalProperties: false },
);
export type Driver = Static<typeof DriverSchema>;

/** What the stated precision and the ranges of the factors leave open; the same pair gives the same numbers. */
export const UncertaintySchema = Type.Object(
  {
    samples: Type.Integer({ minimum: 1 }),
    seed: Type.Integer(),
    margin_eur_per_year: PercentilesSchema,
    npv_eur: PercentilesSchema,
    co2_t_per_year: PercentilesSchema,
    chance_of_loss: Type.Number({ minimum: 0, maximum: 1, description: 'Share of the samples with an NPV below 0.' }),
    drivers: Type.Array(DriverSchema, { maxItems: 3, description: 'What moves the NPV most, the most first.' }),
  },
  { title: 'Uncertainty', additionalProperties: false },
);
export type Uncertainty = Static<typeof UncertaintySchema>;

/** By how much each party's own inventory changes, by average factors. */
export const AttributionalCo2Schema = Type.Object(
  {
    supplier_t_per_year: Type.Number(),
    receiver_t_per_year: Type.Number(),
    lines: Type.Array(LineSchema),
  },
  { title: 'AttributionalCo2', additionalProperties: false, description: 'Never to be added to what is avoided.' },
);
export type AttributionalCo2 = Static<typeof AttributionalCo2Schema>;

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
        parties: Type.Array(PartySchema, { description: 'Supplier, receiver, society.' }),
        corridor: CorridorSchema,
      },
      { additionalProperties: false },
    ),
    uncertainty: UncertaintySchema,
    co2: Type.Object(
      {
        t_per_year: Type.Number({ description: 'Avoided, against what would happen without the exchange.' }),
        lines: Type.Array(LineSchema),
        attributional: AttributionalCo2Schema,
      },
      { additionalProperties: false },
    ),
    factors: Type.Array(FactorSchema, { description: 'Every factor that a line names, by id.' }),
    permit: Type.Object(
      {
        outcome: PermitSchema,
        rulings: Type.Array(PermitRulingSchema, { description: 'Rules that spoke, strictest first.' }),
        open: Type.Array(
          Type.Object(
            { fact: Type.String(), if_yes: PermitSchema, if_no: PermitSchema },
            { title: 'OpenPermitFact', additionalProperties: false },
          ),
          { description: 'Missing facts that papers answer, and the outcome with either answer, all else as it is.' },
        ),
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

export const sorting = {
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
