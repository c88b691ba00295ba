// An error of the request itself, before the city is asked.
import type { ProblemCode } from '@crg/api-contract/problem';
import type { ErrorEvidence } from '@crg/domain/errors';

export class RequestError extends Error {
  readonly code: ProblemCode;
  readonly evidence: ErrorEvidence;
  /** All of them when there are several, the first included; else empty. */
  readonly all: readonly ErrorEvidence[];

  constructor(code: ProblemCode, evidence: ErrorEvidence, all: readonly ErrorEvidence[] = []) {
    super(sentence(evidence));
    this.name = 'RequestError';
    this.code = code;
    this.evidence = evidence;
    this.all = all;
  }
}

/** One line for a person: field, what was expected, what came, what to do. */
export function sentence({ field, expected, got, next }: ErrorEvidence): string {
  const where = field === undefined || field === '' ? '' : `${field}: `;
  return `${where}expected ${expected}, got ${got}.${next === undefined ? '' : ` ${next}`}`;
}

/** What came, short enough for one line. */
export function shortened(text: string): string {
  return text.length > 100 ? `${text.slice(0, 97)}…` : text;
}
