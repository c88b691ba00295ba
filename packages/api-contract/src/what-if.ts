// A question about a flow that nobody has registered: what would fit it?
import { FlowSchema, NoticeSchema } from '@crg/city-format/schemas';
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
      { title: 'WhatIfFlow', additionalProperties: false, patternProperties: { '^x_': {} } },
    ),
    site: Type.Optional(
      Type.Object(
        {
          longitude: Type.Number({ minimum: -180, maximum: 180 }),
          latitude: Type.Number({ minimum: -90, maximum: 90 }),
          country: Type.Optional(Type.Union([Type.String({ pattern: '^[A-Z]{2}$' }), Type.Null()])),
          organization_id: Type.Optional(
            Type.String({ minLength: 1, description: 'Whose flow it would be: it is not paired with its own flows.' }),
          ),
        },
        {
          title: 'WhatIfSite',
          additionalProperties: false,
          description: 'Where the flow would stand, when flow.site_id is left out.',
        },
      ),
    ),
    k: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, description: 'Pairs to answer; 20 when not stated.' })),
  },
  { title: 'WhatIf', additionalProperties: false },
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
