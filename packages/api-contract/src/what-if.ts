// A question about a flow that nobody has registered: what would fit it?
import { FlowSchema, IdSchema, NoticeSchema, SiteSchema } from '@crg/city-format/schemas';
import Type, { type Static } from 'typebox';
import { MatchSchema } from './match.ts';
import { NearMissSchema } from './near-miss.ts';

export const WhatIfSchema = Type.Object(
  {
    flow: Type.Object(
      {
        ...FlowSchema.properties,
        id: Type.Optional(FlowSchema.properties.id),
        site_id: Type.Optional(FlowSchema.properties.site_id),
      },
      {
        title: 'WhatIfFlow',
        description: 'a flow { direction, type, quantity, … }',
        additionalProperties: false,
        patternProperties: { '^x_': {} },
      },
    ),
    site: Type.Optional(
      Type.Object(
        {
          longitude: Type.Number({
            minimum: -180,
            maximum: 180,
            description: 'a WGS-84 longitude from -180 to 180 degrees',
          }),
          latitude: Type.Number({ minimum: -90, maximum: 90, description: 'a WGS-84 latitude from -90 to 90 degrees' }),
          country: SiteSchema.properties.country,
          organization_id: Type.Optional(IdSchema),
        },
        {
          title: 'WhatIfSite',
          additionalProperties: false,
          description:
            'a place { longitude, latitude, country, organization_id }, when flow.site_id is left out; with organization_id the flow is not paired with those of that organization',
        },
      ),
    ),
    k: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 100,
        description: 'a number of pairs to answer from 1 to 100; 20 when not stated',
      }),
    ),
  },
  { title: 'WhatIf', description: 'an object { flow, site, k }', additionalProperties: false },
);
export type WhatIf = Static<typeof WhatIfSchema>;

export const WhatIfAnswerSchema = Type.Object(
  {
    matches: Type.Array(MatchSchema),
    near_misses: Type.Array(NearMissSchema),
    notices: Type.Array(NoticeSchema),
  },
  { title: 'WhatIfAnswer', additionalProperties: false },
);
export type WhatIfAnswer = Static<typeof WhatIfAnswerSchema>;
