// The one place where an error becomes an HTTP answer: RFC 9457 problem details.
import type { Problem, ProblemCode } from '@crg/api-contract/problem';
import { problemMediaType } from '@crg/api-contract/problem';
import { InvalidInput } from '@crg/city-format/problems';
import { DomainError, type ErrorEvidence } from '@crg/domain/errors';
import { StaleVersion } from '@crg/services/outcomes';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { etagOf } from './etags.ts';
import { RequestError, sentence, shortened } from './request-error.ts';

/** A new code does not compile until it has a status. */
export const statusOf = {
  invalid_input: 422,
  invalid_quantity: 422,
  unknown_unit: 422,
  wrong_dimension: 422,
  unknown_resource_type: 422,
  unknown_code: 422,
  out_of_range: 422,
  organization_not_found: 404,
  site_not_found: 404,
  flow_not_found: 404,
  match_not_found: 404,
  job_not_found: 404,
  import_not_found: 404,
  mapping_not_found: 404,
  factor_not_found: 404,
  wrong_state: 409,
  unreadable_file: 422,
  file_too_large: 413,
  duplicate_id: 409,
  still_referenced: 409,
  version_conflict: 412,
  version_required: 428,
  invalid_cursor: 400,
  data_folder_in_use: 503,
  data_folder_unusable: 503,
  not_ready: 503,
  route_not_found: 404,
  method_not_allowed: 405,
  malformed_json: 400,
  malformed_request: 400,
  invalid_parameter: 400,
  body_too_large: 413,
  unsupported_media_type: 415,
  host_not_allowed: 421,
  internal_error: 500,
} satisfies Record<ProblemCode, number>;

const titleOf = {
  invalid_input: 'The input does not fit',
  invalid_quantity: 'Not a quantity',
  unknown_unit: 'Unknown unit',
  wrong_dimension: 'Unit of the wrong dimension',
  unknown_resource_type: 'Unknown resource type',
  unknown_code: 'Unknown code',
  out_of_range: 'Value out of range',
  organization_not_found: 'No such organization',
  site_not_found: 'No such site',
  flow_not_found: 'No such flow',
  match_not_found: 'No such match',
  job_not_found: 'No such job',
  import_not_found: 'No such import',
  mapping_not_found: 'No such mapping',
  factor_not_found: 'No such factor',
  wrong_state: 'Not in this state',
  unreadable_file: 'The file cannot be read',
  file_too_large: 'The file is too large',
  duplicate_id: 'The id is taken',
  still_referenced: 'Still in use',
  version_conflict: 'Somebody changed it in between',
  version_required: 'The version to change is missing',
  invalid_cursor: 'The cursor does not fit this list',
  data_folder_in_use: 'The data folder is in use',
  data_folder_unusable: 'The data folder cannot be used',
  not_ready: 'Not ready yet',
  route_not_found: 'No such address',
  method_not_allowed: 'The address does not take this method',
  malformed_json: 'Not JSON',
  malformed_request: 'Not an HTTP request',
  invalid_parameter: 'A parameter does not fit',
  body_too_large: 'The body is too large',
  unsupported_media_type: 'A body of another kind than asked for',
  host_not_allowed: 'Not a name of this server',
  internal_error: 'Something broke on our side',
} satisfies Record<ProblemCode, string>;

/** Answers `error`; whatever nobody foresaw is logged with its cause and answered without it. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = problemOf(error, request);
  if (problem.status >= 500 && problem.code === 'internal_error') request.log.error({ err: error }, 'request failed');
  if (error instanceof StaleVersion) reply.header('etag', etagOf(error.currentVersion));
  return reply.code(problem.status).header('content-type', problemMediaType).send(problem);
}

/** Problem details of any thrown value. */
export function problemOf(error: unknown, request: FastifyRequest): Problem {
  if (error instanceof InvalidInput) {
    const [first, ...others] = error.problems;
    const code = first !== undefined && others.length === 0 ? first.code : 'invalid_input';
    return problem(code, error.evidence, request.id, others.length === 0 ? [] : error.problems);
  }
  if (error instanceof DomainError) return problem(error.code, error.evidence, request.id);
  if (error instanceof RequestError) {
    const { code, evidence, all } = error;
    return problem(
      code,
      evidence,
      request.id,
      all.map((one) => ({ code, ...one })),
    );
  }
  const foreseen = ofFramework(error as Partial<FastifyError>, request);
  return foreseen === null ? problem('internal_error', brokenEvidence(request.id), request.id) : foreseen;
}

/** Problem details of one piece of evidence. */
export function problem(
  code: ProblemCode,
  evidence: ErrorEvidence,
  requestId: string,
  errors: readonly (ErrorEvidence & { code: ProblemCode })[] = [],
): Problem {
  return {
    type: `urn:crg:problem:${code}`,
    title: titleOf[code],
    status: statusOf[code],
    detail: sentence(evidence),
    code,
    ...fields(evidence),
    ...(errors.length === 0 ? {} : { errors: errors.map((one) => ({ code: one.code, ...fields(one) })) }),
    request_id: requestId,
  };
}

function fields({ field, expected, got, next }: ErrorEvidence) {
  return {
    ...(field === undefined || field === '' ? {} : { field }),
    expected,
    got,
    ...(next === undefined ? {} : { next }),
  };
}

function brokenEvidence(requestId: string): ErrorEvidence {
  return {
    expected: 'to answer this request',
    got: 'an error that is written in the log',
    next: `Try again; when it stays, look for ${requestId} in the log of the server.`,
  };
}

/** Errors that the HTTP framework raises itself; null for what is not one of them. */
function ofFramework(error: Partial<FastifyError>, request: FastifyRequest): Problem | null {
  const answer = (code: ProblemCode, evidence: ErrorEvidence) => problem(code, evidence, request.id);
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return answer('body_too_large', {
        expected: `a body of at most ${bodyLimit} bytes`,
        got: 'more',
        next: 'Send less at once; whole cities go in with `crg import`.',
      });
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return answer('unsupported_media_type', {
        field: 'content-type',
        expected: 'application/json',
        got: request.headers['content-type'] ?? 'none',
        next: 'Send the body as JSON with the header content-type: application/json.',
      });
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return answer('malformed_json', {
        expected: 'a body as long as content-length says',
        got: 'another length',
        next: 'Send the request again.',
      });
    case 'FST_ERR_BAD_URL':
      return answer('invalid_parameter', {
        field: 'path',
        expected: 'an address with valid percent-encoding',
        got: shortened(request.url),
        next: 'Encode % as %25.',
      });
    case 'FST_ERR_MAX_PARAM_LENGTH':
      return answer('invalid_parameter', {
        field: 'id',
        expected: 'an id of at most 200 characters',
        got: 'more',
        next: 'Use the id of a record as the lists give it.',
      });
    default:
      return null;
  }
}

/** Bytes of the largest body the API reads. */
export const bodyLimit = 1_048_576;
