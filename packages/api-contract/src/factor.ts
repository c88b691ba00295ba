// The factor table over HTTP: the numbers that the economics and the CO2 take from outside, and those that the city knows better.
import { FactorOverrideSchema } from '@crg/city-format/schemas';
import Type, { type Static } from 'typebox';

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
    overridden: Type.Boolean({ description: "True: a figure of the city's own stands in place of the table's." }),
  },
  { title: 'Factor', additionalProperties: false },
);
export type Factor = Static<typeof FactorSchema>;

/** The whole table, in its own order: it is short, so it comes in one piece. */
export const FactorListSchema = Type.Object(
  { data: Type.Array(FactorSchema) },
  { title: 'FactorList', additionalProperties: false },
);
export type FactorList = Static<typeof FactorListSchema>;

const { low, mid, high, source, year, geography, unit, id } = FactorOverrideSchema.properties;

/** Body of PUT; the unit is that of the table, and need not be said. */
export const FactorChangeSchema = Type.Object(
  { low, mid, high, source, year, geography, unit: Type.Optional(unit), id: Type.Optional(id) },
  {
    title: 'FactorChange',
    description: 'a factor { low, mid, high, source, year, geography }',
    additionalProperties: false,
    patternProperties: { '^x_': {} },
  },
);
export type FactorChange = Static<typeof FactorChangeSchema>;
