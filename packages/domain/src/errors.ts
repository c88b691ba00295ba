// The closed list of what can go wrong, shared by engine, stores, API and CLI.

/** Stable codes: scripts and translations depend on them. A new code needs an HTTP status before the API compiles. */
export type ErrorCode =
  | 'invalid_input'
  | 'invalid_quantity'
  | 'unknown_unit'
  | 'wrong_dimension'
  | 'unknown_resource_type'
  | 'unknown_code'
  | 'out_of_range'
  | 'organization_not_found'
  | 'site_not_found'
  | 'flow_not_found'
  | 'match_not_found'
  | 'job_not_found'
  | 'import_not_found'
  | 'mapping_not_found'
  | 'factor_not_found'
  | 'wrong_state'
  | 'unreadable_file'
  | 'file_too_large'
  | 'duplicate_id'
  | 'still_referenced'
  | 'version_conflict'
  | 'version_required'
  | 'invalid_cursor'
  | 'data_folder_in_use'
  | 'data_folder_unusable'
  | 'not_ready';

/** Where an error sits in the input: `flows[3].quantity.unit` in a file, `quantity.unit` in a request. */
export type FieldPath = string;

export interface ErrorEvidence {
  readonly field?: FieldPath;
  readonly expected: string;
  readonly got: string;
  /** What the reader can do now; a whole sentence. */
  readonly next?: string;
}

/** An error a user can act on: its message always says what was expected, what came, and the next step. */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly evidence: ErrorEvidence;

  constructor(code: ErrorCode, evidence: ErrorEvidence, options?: ErrorOptions) {
    super(sentence(evidence), options);
    this.name = 'DomainError';
    this.code = code;
    this.evidence = evidence;
  }
}

function sentence({ field, expected, got, next }: ErrorEvidence): string {
  const where = field === undefined || field === '' ? '' : `${field}: `;
  const step = next === undefined ? '' : ` ${next}`;
  return `${where}expected ${expected}, got ${got}.${step}`;
}
