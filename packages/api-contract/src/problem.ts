// Problem details (RFC 9457): every error of the API has this shape and media type.
import type { ErrorCode } from '@crg/domain/errors';
import Type, { type Static } from 'typebox';

export const problemMediaType = 'application/problem+json';

/** What can go wrong with a request before it reaches the city. */
export type RequestErrorCode =
  | 'route_not_found'
  | 'method_not_allowed'
  | 'malformed_json'
  | 'malformed_request'
  | 'invalid_parameter'
  | 'body_too_large'
  | 'unsupported_media_type'
  | 'host_not_allowed'
  | 'internal_error';

export type ProblemCode = ErrorCode | RequestErrorCode;

const evidence = {
  field: Type.Optional(Type.String({ description: 'Where in the request, e.g. quantity.unit.' })),
  expected: Type.String(),
  got: Type.String(),
  next: Type.Optional(Type.String({ description: 'What the reader can do now.' })),
};

export const ProblemSchema = Type.Object(
  {
    type: Type.String({ description: 'urn:crg:problem:<code>.' }),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String(),
    code: Type.String({ description: 'Stable: scripts may depend on it.' }),
    ...evidence,
    errors: Type.Optional(
      Type.Array(
        Type.Object({ code: Type.String(), ...evidence }, { title: 'ProblemError', additionalProperties: false }),
        {
          description: 'Every error of the request when there are several; the fields above repeat the first.',
        },
      ),
    ),
    request_id: Type.String(),
  },
  { title: 'Problem', additionalProperties: false },
);
export type Problem = Omit<Static<typeof ProblemSchema>, 'code'> & { code: ProblemCode };
