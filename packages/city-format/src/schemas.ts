// The wire shapes of a city, snake_case with units in the names: the city file, the matches file and the REST bodies share them.
// Every `description` completes the sentence "expected …": error messages and the published JSON Schemas read it from here.
import { changeKinds } from '@crg/domain/match';
import { type Paper, permitPapers } from '@crg/domain/permit-papers';
import { type Static, type TProperties, type TSchema, Type } from 'typebox';

/** An object that names every field it knows; `x_…` fields are the author's own and pass unread. */
const closed = <Properties extends TProperties>(properties: Properties, description: string) =>
  Type.Object(properties, { additionalProperties: false, patternProperties: { '^x_': {} }, description });

/** May be left out, and null says the same as leaving it out. */
const maybe = <Schema extends TSchema>(schema: Schema) => Type.Optional(Type.Union([schema, Type.Null()]));

/** One code, a list of codes, or nothing stated. */
const oneOrList = <Code extends TSchema>(code: Code, description: string) =>
  Type.Optional(Type.Union([code, Type.Array(code, { maxItems: 50, description }), Type.Null()], { description }));

const oneOf = <Values extends string[]>(...values: [...Values]) =>
  Type.Enum(values, { description: `one of ${values.join(', ')}` });

/** Far above any city's flow and far below where yearly sums lose their last digit. */
export const largestAmount = 1e15;

export const IdSchema = Type.String({
  minLength: 1,
  maxLength: 200,
  pattern: '^[^\\u0000-\\u001f\\u007f]+$',
  description: 'an id of 1 to 200 characters without control characters',
});
const NameSchema = Type.String({
  maxLength: 500,
  pattern: '^[^\\u0000]*$',
  description: 'a text of at most 500 characters',
});
const TextSchema = Type.String({
  maxLength: 4000,
  pattern: '^[^\\u0000]*$',
  description: 'a text of at most 4000 characters',
});
const CurrencySchema = Type.String({
  pattern: '^[A-Z]{3}$',
  description: 'an ISO 4217 currency of three capital letters, e.g. "EUR"',
});
const UnitSchema = Type.String({ minLength: 1, maxLength: 50, description: 'a unit, e.g. "kW", "t/a" or "m3/h"' });
const DateSchema = Type.String({
  format: 'date',
  pattern: '^\\d{4}-\\d{2}-\\d{2}$',
  description: 'a calendar date YYYY-MM-DD',
});
const NaceSchema = Type.String({
  pattern: '^([A-U]|\\d{2}(\\.\\d{1,2})?)$',
  description: 'a NACE Rev. 2 code, e.g. "19.20"',
});
const EwcSchema = Type.String({
  pattern: '^\\d{6}$',
  description: 'a List of Waste code of six digits, e.g. "100102"',
});
const SizeSchema = Type.Number({
  minimum: 0,
  maximum: largestAmount,
  description: 'a number from 0 to 1e15',
});
const MoneySchema = Type.Number({
  minimum: -largestAmount,
  maximum: largestAmount,
  description: 'a number from -1e15 to 1e15',
});

export const SourceSchema = closed(
  { reference: maybe(TextSchema), certainty: maybe(TextSchema) },
  'an object { reference, certainty }',
);

export const OrganizationSchema = closed(
  {
    id: IdSchema,
    name: maybe(NameSchema),
    nace: oneOrList(NaceSchema, 'a NACE Rev. 2 code, e.g. "19.20", or a list of them'),
  },
  'an organization { id, name, nace }',
);

export const SiteSchema = closed(
  {
    id: IdSchema,
    organization_id: IdSchema,
    name: maybe(NameSchema),
    longitude: maybe(
      Type.Number({ minimum: -180, maximum: 180, description: 'a WGS-84 longitude from -180 to 180 degrees' }),
    ),
    latitude: maybe(
      Type.Number({ minimum: -90, maximum: 90, description: 'a WGS-84 latitude from -90 to 90 degrees' }),
    ),
    country: maybe(
      Type.String({ pattern: '^[A-Z]{2}$', description: 'an ISO 3166-1 country of two capital letters, e.g. "DK"' }),
    ),
    source: maybe(SourceSchema),
  },
  'a site { id, organization_id, name, longitude, latitude, country }',
);

export const DirectionSchema = oneOf('supply', 'demand');
export const PrecisionSchema = oneOf('measured', 'estimated', 'archetype');

export const QuantitySchema = closed(
  { amount: SizeSchema, unit: UnitSchema, precision: maybe(PrecisionSchema) },
  'an object { amount, unit, precision }',
);

export const AvailabilitySchema = closed(
  {
    hours: maybe(
      Type.String({
        pattern: '^([01]{168}|continuous|weekdays_06_22|weekdays_08_17|nights_22_06|weekend)$',
        description:
          '168 characters of 0 and 1 (Monday 00:00 first) or one of continuous, weekdays_06_22, weekdays_08_17, nights_22_06, weekend',
      }),
    ),
    months: maybe(Type.String({ pattern: '^[01]{12}$', description: '12 characters of 0 and 1, January first' })),
    valid_from: maybe(DateSchema),
    valid_to: maybe(DateSchema),
  },
  'an object { hours, months, valid_from, valid_to }',
);

const BoundSchema = Type.Number({ description: 'a finite number' });
export const IntervalSchema = closed({ min: maybe(BoundSchema), max: maybe(BoundSchema) }, 'an object { min, max }');

export const PriceSchema = closed(
  { amount: MoneySchema, currency: maybe(CurrencySchema), per: UnitSchema },
  'an object { amount, currency, per }',
);

const SkillSchema = Type.String({
  maxLength: 100,
  pattern: '^[a-z0-9][a-z0-9_.-]*$',
  description: 'a skill in lower-case letters, digits and _, e.g. "welding_en_iso_9606"',
});

const answer = () => maybe(Type.Boolean({ description: 'true, false or null' }));
/** Every question that the papers of the two parties answer. */
const paperAnswers = Object.fromEntries(permitPapers.map(({ id }) => [id, answer()])) as Record<
  Paper,
  ReturnType<typeof answer>
>;
export const PapersSchema = closed(
  paperAnswers,
  'an object of true, false or null by question, e.g. { "contract_or_market": true }',
);

export const FlowSchema = closed(
  {
    id: IdSchema,
    site_id: IdSchema,
    direction: DirectionSchema,
    type: Type.String({
      minLength: 1,
      maxLength: 100,
      description: 'a resource type, e.g. "heat.hot_water"; `crg taxonomy --json` lists them',
    }),
    name: maybe(NameSchema),
    quantity: QuantitySchema,
    availability: maybe(AvailabilitySchema),
    quality: maybe(
      Type.Record(Type.String({ pattern: '^(?!x_)' }), Type.Union([IntervalSchema, Type.Null()]), {
        description: 'an object of intervals by quality parameter, e.g. { "temperature_c": { "min": 75, "max": 85 } }',
      }),
    ),
    quality_precision: maybe(PrecisionSchema),
    codes: maybe(
      closed(
        {
          ewc: oneOrList(EwcSchema, 'a List of Waste code of six digits, e.g. "100102", or a list of them'),
          cpa: maybe(Type.String({ maxLength: 20, description: 'a CPA code, e.g. "23.51.12"' })),
          hs: maybe(Type.String({ maxLength: 20, description: 'an HS code, e.g. "252329"' })),
        },
        'an object { ewc, cpa, hs }',
      ),
    ),
    price: maybe(PriceSchema),
    disposal_cost: maybe(PriceSchema),
    limits: maybe(
      closed(
        {
          max_distance_km: maybe(
            Type.Number({ minimum: 0, maximum: 20_100, description: 'a distance from 0 to 20100 km' }),
          ),
          min_quantity: maybe(
            closed({ amount: SizeSchema, unit: UnitSchema }, 'an object { amount, unit }, an amount per year'),
          ),
        },
        'an object { max_distance_km, min_quantity }',
      ),
    ),
    skills: maybe(Type.Array(SkillSchema, { maxItems: 50, description: 'a list of at most 50 skills' })),
    papers: maybe(PapersSchema),
    source: maybe(SourceSchema),
  },
  'a flow { id, site_id, direction, type, quantity, … }',
);

export const YearSchema = Type.Integer({ minimum: 1900, maximum: 2200, description: 'a year from 1900 to 2200' });

const FactorValueSchema = Type.Number({
  minimum: -largestAmount,
  maximum: largestAmount,
  description: 'a number from -1e15 to 1e15',
});

/** A figure of the city's own in place of one of the factor table. */
export const FactorOverrideSchema = closed(
  {
    id: Type.String({
      minLength: 1,
      maxLength: 200,
      description: 'the id of a factor, e.g. "price.electricity"; `crg factors` lists them',
    }),
    unit: UnitSchema,
    low: FactorValueSchema,
    mid: FactorValueSchema,
    high: FactorValueSchema,
    source: Type.String({
      minLength: 1,
      maxLength: 4000,
      pattern: '^[^\\u0000]*$',
      description: 'where the figure comes from, a text of 1 to 4000 characters',
    }),
    year: YearSchema,
    geography: Type.String({
      minLength: 1,
      maxLength: 500,
      pattern: '^[^\\u0000]*$',
      description: 'where the figure holds, e.g. "DK", a text of 1 to 500 characters',
    }),
  },
  'a factor { id, unit, low, mid, high, source, year, geography }',
);

export const CitySchema = closed(
  {
    format: Type.Literal('crg-city/1', { description: '"crg-city/1"' }),
    name: maybe(NameSchema),
    year: YearSchema,
    currency: maybe(CurrencySchema),
    organizations: Type.Array(OrganizationSchema, { description: 'a list of organizations' }),
    sites: Type.Array(SiteSchema, { description: 'a list of sites' }),
    flows: Type.Array(FlowSchema, { description: 'a list of flows' }),
    factors: maybe(Type.Array(FactorOverrideSchema, { description: "a list of factors of the city's own, or null" })),
  },
  'a city { format, name, year, currency, organizations, sites, flows, factors }',
);

// ── What the engine answers ─────────────────────────────────────────────────────────────────────────────────────────

export const AmountSchema = Type.Object(
  { amount: Type.Number(), unit: Type.String() },
  { additionalProperties: false },
);
export const BandSchema = Type.Object(
  { low: Type.Number(), mid: Type.Number(), high: Type.Number() },
  { additionalProperties: false },
);
export const PermitSchema = oneOf('allowed', 'needs_permit', 'unknown', 'prohibited');

/** `value` and `limit` are null when nothing was stated. The matches file leaves `text` out; the API always gives it. */
export const VerdictSchema = Type.Object(
  {
    judge: Type.String({
      pattern: '^(type|distance|quality\\..+|time|quantity|permit|visibility)$',
      description: 'type, distance, quality.<parameter>, time, quantity, permit or visibility',
    }),
    result: oneOf('pass', 'unknown', 'fail'),
    value: Type.Union([Type.Number(), Type.Null()]),
    limit: Type.Union([Type.Number(), Type.Null()]),
    unit: Type.Union([Type.String(), Type.Null()]),
    permit: Type.Optional(PermitSchema),
    text: Type.Optional(Type.String()),
  },
  { additionalProperties: false },
);

export const ScoreTermsSchema = Type.Object(
  {
    quality: Type.Number(),
    temporal: Type.Number(),
    quantity: Type.Number(),
    trust: Type.Number(),
    economic: Type.Number(),
    transport: Type.Number({ description: 'subtracted from the score' }),
    regulatory: Type.Number({ description: 'subtracted from the score' }),
  },
  { additionalProperties: false },
);

const judgedPair = {
  supply_id: Type.String(),
  demand_id: Type.String(),
  rank: Type.Integer({ minimum: 1, description: 'per supply from 1, by score, ties by demand id' }),
  score: Type.Number({ minimum: 0, maximum: 1 }),
  terms: ScoreTermsSchema,
  distance_km: Type.Number({ minimum: 0 }),
  common_quantity: AmountSchema,
  verdicts: Type.Array(VerdictSchema),
  margin_eur_per_year: Type.Number(),
  npv_eur: BandSchema,
  co2_t_per_year: Type.Number(),
};

export const MatchSchema = Type.Object(judgedPair, { additionalProperties: false });

export const ConverterUseSchema = Type.Object(
  {
    id: Type.String(),
    input: AmountSchema,
    output: AmountSchema,
    electricity_mwh_per_year: Type.Number({ minimum: 0 }),
    investment_eur: BandSchema,
  },
  { additionalProperties: false },
);

/** The fields of a match are those of what comes out of the converter; `common_quantity` is what the demand gets. */
export const ChainSchema = Type.Object(
  {
    ...judgedPair,
    converters: Type.Array(Type.String(), { minItems: 1, description: 'ids of converters, in the order of the way' }),
    converter_uses: Type.Array(ConverterUseSchema, {
      minItems: 1,
      description: 'the same converters with their figures',
    }),
  },
  { additionalProperties: false },
);

export const NearMissSchema = Type.Object(
  {
    supply_id: Type.String(),
    demand_id: Type.String(),
    failed: Type.Array(Type.String()),
    changes: Type.Array(
      Type.Object(
        {
          kind: oneOf(...changeKinds),
          detail: Type.String(),
          cost_eur_per_year: Type.Number(),
          judge: Type.String({ description: 'the judge whose objection it removes' }),
          paid_by: oneOf('supplier', 'receiver', 'both'),
        },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
);

export const NoticeSchema = Type.Object(
  { code: Type.String(), flow_id: Type.Union([Type.String(), Type.Null()]), text: Type.String() },
  { additionalProperties: false },
);

/** `matches` are direct pairs; what fits through a converter stands in `chains`, at most five per supply. */
export const MatchesSchema = Type.Object(
  {
    format: Type.Literal('crg-matches/1'),
    engine: Type.String(),
    input_sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    k: Type.Integer({ minimum: 1, maximum: 100 }),
    matches: Type.Array(MatchSchema),
    chains: Type.Array(ChainSchema),
    near_misses: Type.Array(NearMissSchema),
    notices: Type.Array(NoticeSchema),
  },
  { additionalProperties: false },
);

export type OrganizationWire = Static<typeof OrganizationSchema>;
export type SiteWire = Static<typeof SiteSchema>;
export type FlowWire = Static<typeof FlowSchema>;
export type FactorOverrideWire = Static<typeof FactorOverrideSchema>;
export type CityWire = Static<typeof CitySchema>;
export type VerdictWire = Static<typeof VerdictSchema>;
export type MatchWire = Static<typeof MatchSchema>;
export type ChainWire = Static<typeof ChainSchema>;
export type NearMissWire = Static<typeof NearMissSchema>;
export type NoticeWire = Static<typeof NoticeSchema>;
