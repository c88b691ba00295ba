// Chains over HTTP: a supply that serves a demand of another kind through one converter; otherwise a match like any other.
import { IdSchema } from '@crg/city-format/schemas';
import Type, { type Static } from 'typebox';
import { FamilySchema } from './family.ts';
import { ListOf, paging } from './list.ts';
import { AmountSchema, BandSchema, ExplanationSchema, matchProperties, sorting } from './match.ts';

export const ConverterUseSchema = Type.Object(
  {
    id: Type.String({ description: 'In the converter table, e.g. anaerobic_digester.' }),
    label: Type.String(),
    input: AmountSchema,
    output: AmountSchema,
    electricity_mwh_per_year: Type.Number(),
    investment_eur: BandSchema,
  },
  { title: 'ConverterUse', additionalProperties: false },
);
export type ConverterUse = Static<typeof ConverterUseSchema>;

const chainProperties = {
  ...matchProperties,
  id: Type.String({ description: '<supply_id>~<converter>~<demand_id>.' }),
  converters: Type.Array(ConverterUseSchema, { minItems: 1, maxItems: 1 }),
};

export const ChainSchema = Type.Object(chainProperties, { title: 'Chain', additionalProperties: false });
export type Chain = Static<typeof ChainSchema>;

export const ChainListSchema = ListOf(ChainSchema, 'ChainList');
export type ChainList = Static<typeof ChainListSchema>;

export const ChainDetailSchema = Type.Object(
  { ...chainProperties, explanation: ExplanationSchema },
  { title: 'ChainDetail', additionalProperties: false },
);
export type ChainDetail = Static<typeof ChainDetailSchema>;

const chainFilters = {
  family: Type.Optional(FamilySchema),
  site_id: Type.Optional(IdSchema),
  flow_id: Type.Optional(IdSchema),
  converter: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 100,
      description: 'the id of a converter; GET /api/v1/converters lists them',
    }),
  ),
};

export const ChainQuerySchema = Type.Object(
  { ...paging, ...sorting, ...chainFilters, organization_id: Type.Optional(IdSchema) },
  { additionalProperties: false },
);
export type ChainQuery = Static<typeof ChainQuerySchema>;

/** Of one organization, which stands in the address. */
export const DirectChainQuerySchema = Type.Object(
  { ...paging, ...sorting, ...chainFilters },
  { additionalProperties: false },
);
export type DirectChainQuery = Static<typeof DirectChainQuerySchema>;
