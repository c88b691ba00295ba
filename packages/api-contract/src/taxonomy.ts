// The resource taxonomy over HTTP.
import Type, { type Static } from 'typebox';
import { FamilySchema } from './family.ts';

export const QualityParameterSchema = Type.Object(
  {
    id: Type.String(),
    label: Type.String(),
    unit: Type.String(),
    kind: Type.Enum(['window', 'at_least', 'at_most']),
    allowance: Type.Number(),
    tolerance: Type.Number(),
    range: Type.Array(Type.Number(), {
      minItems: 2,
      maxItems: 2,
      description: 'Lowest and highest value that can exist.',
    }),
    optional: Type.Optional(
      Type.Literal(true, {
        description: 'Asked only when a side states it; where neither does, it has no verdict and no effect.',
      }),
    ),
  },
  { title: 'QualityParameter', additionalProperties: false },
);
export type QualityParameter = Static<typeof QualityParameterSchema>;

export const ResourceTypeSchema = Type.Object(
  {
    id: Type.String(),
    family: FamilySchema,
    label: Type.String(),
    measure: Type.String(),
    unit: Type.String(),
    rate_unit: Type.String(),
    yearly_unit: Type.String(),
    reach_km: Type.Number(),
    transport: Type.Enum(['pipe', 'truck', 'wire', 'visit']),
    parameters: Type.Array(QualityParameterSchema),
    accepts: Type.Array(Type.String(), {
      description: 'Types whose supplies may serve a demand of this type directly.',
    }),
  },
  { title: 'ResourceType', additionalProperties: false },
);
export type ResourceType = Static<typeof ResourceTypeSchema>;

export const TaxonomySchema = Type.Object(
  { types: Type.Array(ResourceTypeSchema) },
  { title: 'Taxonomy', additionalProperties: false },
);
export type Taxonomy = Static<typeof TaxonomySchema>;
