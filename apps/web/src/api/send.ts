// A request of the browser that may change something, with the version that was seen; a no comes back as a fault with its problem.
import type { Problem } from '@crg/api-contract/problem';

/** A refused or lost request; `problem` is null when nobody answered. */
export class SendFault extends Error {
  readonly problem: Partial<Problem> | null;
  /** Of the version that is stored now, where the answer says so. */
  readonly etag: string | null;
  constructor(problem: Partial<Problem> | null, etag: string | null = null) {
    super(problem?.detail ?? 'Expected the server to answer, got no connection.');
    this.name = 'SendFault';
    this.problem = problem;
    this.etag = etag;
  }
}

interface Sent {
  readonly body?: unknown;
  readonly ifMatch?: string;
  readonly signal?: AbortSignal;
}

/** @throws SendFault when the answer is no, or nobody answers; an aborted request throws as `fetch` does */
export async function send(method: string, path: string, { body, ifMatch, signal }: Sent = {}) {
  const response = await fetch(path, {
    method,
    cache: 'no-store',
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new SendFault(null);
  });
  const etag = response.headers.get('etag') ?? '';
  const answer: unknown = response.status === 204 ? null : await response.json().catch(() => undefined);
  const unreadable = { detail: `Expected an answer to ${method} ${path}, got status ${response.status}.` };
  if (!response.ok) throw new SendFault((answer as Partial<Problem> | undefined) ?? unreadable, etag || null);
  // A yes that cannot be read is no yes: whoever asked would go on with nothing.
  if (answer === undefined) throw new SendFault(unreadable, etag || null);
  return { body: answer, etag };
}
