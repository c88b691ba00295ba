// Mappings over HTTP: those that come with the product, and those that users keep as templates.
import { MappingSchema } from '@crg/city-format/mapping-schema';
import Type, { type Static } from 'typebox';

export const MappingSummarySchema = Type.Object(
  {
    name: MappingSchema.properties.name,
    title: MappingSchema.properties.title,
    source: MappingSchema.properties.source,
    recognised_by: MappingSchema.properties.recognised_by,
    built_in: Type.Boolean({ description: 'It comes with the product and cannot be changed.' }),
  },
  { title: 'MappingSummary', additionalProperties: false },
);
export type MappingSummary = Static<typeof MappingSummarySchema>;

export const MappingListSchema = Type.Object(
  { data: Type.Array(MappingSummarySchema, { description: 'Built-in ones first, then kept ones by name.' }) },
  { title: 'MappingList', additionalProperties: false },
);

export const MappingParamsSchema = Type.Object({
  name: Type.String({
    minLength: 1,
    maxLength: 200,
    pattern: '^[^\\u0000-\\u001f\\u007f]+$',
    description: 'the name of a mapping',
  }),
});
