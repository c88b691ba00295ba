// `crg-mapping/1`: how the columns of a table become organizations, sites and flows. Data that people write, share and edit.
import Type, { type Static } from 'typebox';

/** Where the value of one field comes from. */
export const ExpressionSchema = Type.Cyclic(
  {
    Expression: Type.Union([
      Type.Object({ value: Type.Union([Type.String(), Type.Number()]) }, { additionalProperties: false }),
      Type.Object(
        {
          column: Type.String({ minLength: 1, maxLength: 300 }),
          /** Factor on a number, with the reason for it in `because`. */
          times: Type.Optional(Type.Number()),
          because: Type.Optional(Type.String({ maxLength: 1000 })),
          /** What the file says -> what is meant, upper and lower case alike. */
          words: Type.Optional(Type.Record(Type.String(), Type.String())),
          before: Type.Optional(Type.String({ maxLength: 60 })),
          after: Type.Optional(Type.String({ maxLength: 60 })),
        },
        { additionalProperties: false },
      ),
      Type.Object(
        { first_of: Type.Array(Type.Ref('Expression'), { minItems: 1, maxItems: 9 }) },
        { additionalProperties: false },
      ),
    ]),
  },
  'Expression',
);

const Fields = Type.Record(Type.String(), ExpressionSchema);

export const MappingSchema = Type.Object(
  {
    format: Type.Literal('crg-mapping/1'),
    name: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,59}$' }),
    title: Type.String({ minLength: 1, maxLength: 200 }),
    /** A table whose header has all of these is read this way without being asked. */
    recognised_by: Type.Array(Type.String(), { maxItems: 100 }),
    /** Where such files come from and what may be done with them; goes into the source note of the city. */
    source: Type.Optional(
      Type.Object({ reference: Type.String(), licence: Type.Optional(Type.String()) }, { additionalProperties: false }),
    ),
    /** Put before the ids made from names and row numbers, so that files of different origin never meet. */
    id_space: Type.String({ pattern: '^[a-z0-9-]{1,40}$' }),
    /** Keys: `organizationFields`. */
    organization: Fields,
    /** Keys: `siteFields`. */
    site: Fields,
    /** Each entry gives at most one flow per row. */
    flows: Type.Array(
      Type.Object(
        {
          /** Without it: in each row whose quantity is stated. */
          when: Type.Optional(
            Type.Object(
              { column: Type.String(), above: Type.Optional(Type.Number()) },
              { additionalProperties: false },
            ),
          ),
          /** Keys: `flowFields`, and `quality.<parameter>.min` or `.max`. */
          fields: Fields,
        },
        { additionalProperties: false },
      ),
      { maxItems: 60 },
    ),
  },
  { title: 'Mapping', additionalProperties: false },
);

export type Mapping = Static<typeof MappingSchema>;
export type Expression =
  | { readonly value: string | number }
  | {
      readonly column: string;
      readonly times?: number;
      readonly because?: string;
      readonly words?: Readonly<Record<string, string>>;
      readonly before?: string;
      readonly after?: string;
    }
  | { readonly first_of: readonly Expression[] };

export const organizationFields = ['id', 'name', 'nace'] as const;
export const siteFields = ['id', 'name', 'latitude', 'longitude', 'country'] as const;
export const flowFields = [
  'id',
  'name',
  'direction',
  'type',
  'quantity.amount',
  'quantity.unit',
  'quantity.precision',
  'availability.hours',
  'availability.months',
  'availability.valid_from',
  'availability.valid_to',
  'codes.ewc',
  'codes.cpa',
  'codes.hs',
  'price.amount',
  'price.currency',
  'price.per',
  'disposal_cost.amount',
  'disposal_cost.currency',
  'disposal_cost.per',
  'limits.max_distance_km',
  'limits.min_quantity.amount',
  'limits.min_quantity.unit',
  'source.reference',
  'source.certainty',
] as const;
