// Resource flows over HTTP: the city file's flow, its id optional when it is registered.
import { DirectionSchema, FlowSchema, IdSchema } from '@crg/city-format/schemas';
import Type, { type Static } from 'typebox';
import { FamilySchema, ResourceTypeIdSchema } from './family.ts';
import { ListOf, paging } from './list.ts';

export { FlowSchema };
export type Flow = Static<typeof FlowSchema>;

/** Body of POST: without an id one is given. */
export const NewFlowSchema = Type.Object(
  { ...FlowSchema.properties, id: Type.Optional(FlowSchema.properties.id) },
  {
    title: 'NewFlow',
    description: 'a flow { site_id, direction, type, quantity, … }',
    additionalProperties: false,
    patternProperties: { '^x_': {} },
  },
);
export type NewFlow = Static<typeof NewFlowSchema>;

export const FlowListSchema = ListOf(FlowSchema, 'FlowList');
export type FlowList = Static<typeof FlowListSchema>;

export const FlowQuerySchema = Type.Object(
  {
    ...paging,
    organization_id: Type.Optional(IdSchema),
    site_id: Type.Optional(IdSchema),
    direction: Type.Optional(DirectionSchema),
    type: Type.Optional(ResourceTypeIdSchema),
    family: Type.Optional(FamilySchema),
  },
  { additionalProperties: false },
);
export type FlowQuery = Static<typeof FlowQuerySchema>;
