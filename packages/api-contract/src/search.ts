// One box that finds organizations, sites, flows and codes.
import Type, { type Static } from 'typebox';

export const searchLimits = { most: 50, usual: 20 } as const;

export const SearchQuerySchema = Type.Object(
  {
    q: Type.String({
      minLength: 1,
      maxLength: 200,
      pattern: '^[^\\u0000]+$',
      description:
        'words to look for in names, ids, resource types and codes; upper and lower case and accents are alike, the beginning of a word is enough',
    }),
    limit: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: searchLimits.most,
        description: `a whole number from 1 to ${searchLimits.most}; ${searchLimits.usual} when not stated`,
      }),
    ),
  },
  { additionalProperties: false },
);
export type SearchQuery = Static<typeof SearchQuerySchema>;

export const SearchHitSchema = Type.Object(
  {
    kind: Type.Enum(['organization', 'site', 'flow', 'code']),
    id: Type.String({
      description: 'Of the record; of a code `ewc:100102`, `nace:35.11` or `type:heat.hot_water`.',
    }),
    title: Type.String(),
    detail: Type.String({ description: 'What tells it from others of the same name, in a few words.' }),
    site_id: Type.Optional(
      Type.String({ description: 'Where it stands; of an organization its only site, if it has one.' }),
    ),
    place: Type.Optional(
      Type.Object(
        { longitude: Type.Number(), latitude: Type.Number() },
        { title: 'Place', additionalProperties: false },
      ),
    ),
    flows: Type.Optional(Type.Integer({ minimum: 0, description: 'Of a code: how many flows of the city carry it.' })),
  },
  { title: 'SearchHit', additionalProperties: false },
);
export type SearchHit = Static<typeof SearchHitSchema>;

export const SearchAnswerSchema = Type.Object(
  { data: Type.Array(SearchHitSchema, { description: 'Best first.' }) },
  { title: 'SearchAnswer', additionalProperties: false },
);
export type SearchAnswer = Static<typeof SearchAnswerSchema>;
