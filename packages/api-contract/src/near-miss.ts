// Near misses over HTTP: a rejected pair and the smallest change that makes it fit.
import { NearMissSchema as FileNearMissSchema, IdSchema } from '@crg/city-format/schemas';
import Type, { type Static } from 'typebox';
import { FamilySchema } from './family.ts';
import { ListOf, paging } from './list.ts';
import { FlowEndSchema, VerdictSchema } from './match.ts';

export const NearMissSchema = Type.Object(
  {
    id: Type.String({ description: '<supply_id>~<demand_id>.' }),
    family: FamilySchema,
    type: Type.String({ description: "The supply's resource type." }),
    ...FileNearMissSchema.properties,
    distance_km: Type.Number({ minimum: 0 }),
    verdicts: Type.Array(VerdictSchema),
    supply: FlowEndSchema,
    demand: FlowEndSchema,
  },
  { title: 'NearMiss', additionalProperties: false },
);
export type NearMiss = Static<typeof NearMissSchema>;

export const NearMissListSchema = ListOf(NearMissSchema, 'NearMissList');
export type NearMissList = Static<typeof NearMissListSchema>;

export const NearMissQuerySchema = Type.Object(
  {
    ...paging,
    family: Type.Optional(FamilySchema),
    organization_id: Type.Optional(IdSchema),
    site_id: Type.Optional(IdSchema),
    flow_id: Type.Optional(IdSchema),
  },
  { additionalProperties: false },
);
export type NearMissQuery = Static<typeof NearMissQuerySchema>;
