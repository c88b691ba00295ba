// Every list answers the same envelope and pages the same way.
import Type, { type Static, type TSchema } from 'typebox';

export const maxLimit = 200;
export const defaultLimit = 50;

/** Spread into the query of a list route. */
export const paging = {
  limit: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: maxLimit,
      description: `a whole number from 1 to ${maxLimit}; ${defaultLimit} items per page when not stated`,
    }),
  ),
  cursor: Type.Optional(
    Type.String({ minLength: 1, maxLength: 1000, description: 'the next_cursor of the page before, unchanged' }),
  ),
};

/** The query of a list without filters. */
export const PageQuerySchema = Type.Object(paging, { additionalProperties: false });

/** `{"data": [...], "next_cursor": string|null}`; null means that this was the last page. */
export function ListOf<Item extends TSchema>(item: Item, title: string) {
  return Type.Object(
    {
      data: Type.Array(item),
      next_cursor: Type.Union([Type.String(), Type.Null()]),
    },
    { title, additionalProperties: false },
  );
}

export interface List<Item> {
  data: Item[];
  next_cursor: string | null;
}

/** Headers of a read that can be answered with 304. */
export const ReadHeadersSchema = Type.Object({
  'if-none-match': Type.Optional(Type.String({ description: 'ETags the reader has; 304 when one is current.' })),
});

/** Headers of a change: the reader says which version it saw. */
export const ChangeHeadersSchema = Type.Object({
  'if-match': Type.Optional(
    Type.String({
      description:
        'ETag of the version to change, or * for whatever version there is. Required: without it the answer is 428.',
    }),
  ),
});

/** Headers of a read of matches that wants to see its own write. */
export const AfterChangeHeadersSchema = Type.Object({
  'x-crg-change': Type.Optional(
    Type.String({
      description: 'The x-crg-change of a write; the read waits up to one second until the matching has seen it.',
    }),
  ),
});

/** Without control characters, as every id is; long enough for the id of a match, which names two flows. */
export const IdParamsSchema = Type.Object({
  id: Type.String({
    minLength: 1,
    maxLength: 1300,
    pattern: '^[^\\u0000-\\u001f\\u007f]+$',
    description: 'an id without control characters',
  }),
});
export type IdParams = Static<typeof IdParamsSchema>;
