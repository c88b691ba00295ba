// The converter table over HTTP: technologies that stand between a supply and a demand of another kind.
import Type, { type Static } from 'typebox';
import { FactorSchema } from './factor.ts';

const numberOrNull = Type.Union([Type.Number(), Type.Null()]);

export const ConverterSchema = Type.Object(
  {
    id: Type.String(),
    label: Type.String(),
    inputs: Type.Array(Type.String(), { description: 'Resource types that go in, each by itself.' }),
    output: Type.String({ description: 'The type that comes out; same: of the type that went in, made better.' }),
    besides: Type.Array(Type.String(), { description: 'What else comes out, in words.' }),
    model: Type.String({ description: 'The calculation behind it; docs/method/converters.md has its formulas.' }),
    takes: Type.Array(
      Type.Object(
        {
          parameter: Type.String(),
          bound: Type.Enum(['above', 'below']),
          value: Type.Number(),
          needed: Type.Boolean({ description: 'True: a supply that does not state it is not converted.' }),
        },
        { title: 'ConverterCondition', additionalProperties: false },
      ),
      { description: 'Limits on what goes in, held against the end that the supply guarantees.' },
    ),
    gives: Type.Record(
      Type.String(),
      Type.Object({ min: numberOrNull, max: numberOrNull }, { additionalProperties: false }),
      { description: 'Quality that holds for whatever goes in.' },
    ),
    carries: Type.Array(Type.String(), { description: 'Quality parameters that pass through unchanged.' }),
    quality_from: Type.String({ description: 'Where the quality of what comes out is taken from.' }),
    follows: Type.Union([Type.String(), Type.Null()], {
      description: 'What of the output is set to what the taker asks for.',
    }),
    size: Type.Object(
      { of: Type.String(), unit: Type.String(), smallest: numberOrNull, largest: numberOrNull },
      { additionalProperties: false, description: 'What is counted, and between which sizes such a machine is built.' },
    ),
    figures: Type.Record(Type.String(), Type.String(), {
      description: 'Ids of factors by the names that the model uses.',
    }),
    capex: Type.String({ description: 'Id of the factor of the investment per unit of size.' }),
    opex: Type.String({ description: 'Id of the factor of the upkeep, a share of the investment a year.' }),
    factors: Type.Array(FactorSchema, { description: 'All that are named above, with their sources.' }),
  },
  { title: 'Converter', additionalProperties: false },
);
export type Converter = Static<typeof ConverterSchema>;

export const ConverterListSchema = Type.Object(
  { data: Type.Array(ConverterSchema) },
  { title: 'ConverterList', additionalProperties: false },
);
export type ConverterList = Static<typeof ConverterListSchema>;
