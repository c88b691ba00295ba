// Reading and writing single records from the browser, with the version that was seen.
import type { Flow } from '@crg/api-contract/flow';
import type { Organization } from '@crg/api-contract/organization';
import type { Problem } from '@crg/api-contract/problem';
import type { NewRegistration, Registration } from '@crg/api-contract/registration';
import type { Site } from '@crg/api-contract/site';
import type { WhatIf, WhatIfAnswer } from '@crg/api-contract/what-if';

export type Kind = 'organizations' | 'sites' | 'flows';
export interface RecordOf {
  readonly organizations: Organization;
  readonly sites: Site;
  readonly flows: Flow;
}

/** A refused or lost request; `problem` is null when nobody answered. */
export class RecordFault extends Error {
  readonly problem: Partial<Problem> | null;
  /** Of the version that is stored now, where the answer says so. */
  readonly etag: string | null;
  constructor(problem: Partial<Problem> | null, etag: string | null = null) {
    super(problem?.detail ?? 'Expected the server to answer, got no connection.');
    this.name = 'RecordFault';
    this.problem = problem;
    this.etag = etag;
  }
}

export interface Versioned<Value> {
  readonly value: Value;
  readonly etag: string;
}

export async function readRecord<K extends Kind>(kind: K, id: string): Promise<Versioned<RecordOf[K]>> {
  const { body, etag } = await send('GET', addressOf(kind, id));
  return { value: body as RecordOf[K], etag };
}

/** @throws RecordFault, with code `version_conflict` when somebody was faster */
export async function changeRecord<K extends Kind>(
  kind: K,
  record: RecordOf[K],
  etag: string,
): Promise<Versioned<RecordOf[K]>> {
  const answer = await send('PUT', addressOf(kind, record.id), { body: record, ifMatch: etag });
  return { value: answer.body as RecordOf[K], etag: answer.etag };
}

export async function removeRecord(kind: Kind, id: string, etag: string): Promise<void> {
  await send('DELETE', addressOf(kind, id), { ifMatch: etag });
}

/** Puts a removed record back under its own id. */
export async function putBack<K extends Kind>(kind: K, record: RecordOf[K]): Promise<void> {
  await send('POST', `/api/v1/${kind}`, { body: record });
}

export async function register(registration: NewRegistration): Promise<Registration> {
  return (await send('POST', '/api/v1/registrations', { body: registration })).body as Registration;
}

export async function askWhatIf(question: WhatIf, signal: AbortSignal): Promise<WhatIfAnswer> {
  return (await send('POST', '/api/v1/match', { body: question, signal })).body as WhatIfAnswer;
}

/** At most 20, by id. */
export async function organizationsNamed(part: string, signal: AbortSignal): Promise<readonly Organization[]> {
  const query = new URLSearchParams({ limit: '20', name_contains: part });
  const { body } = await send('GET', `/api/v1/organizations?${query}`, { signal });
  return (body as { data: Organization[] }).data;
}

/** At most 200, by id. */
export async function sitesOf(organizationId: string): Promise<readonly Site[]> {
  const query = new URLSearchParams({ limit: '200', organization_id: organizationId });
  return ((await send('GET', `/api/v1/sites?${query}`)).body as { data: Site[] }).data;
}

function addressOf(kind: Kind, id: string): string {
  return `/api/v1/${kind}/${encodeURIComponent(id)}`;
}

interface Sent {
  readonly body?: unknown;
  readonly ifMatch?: string;
  readonly signal?: AbortSignal;
}

async function send(method: string, path: string, { body, ifMatch, signal }: Sent = {}) {
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
    throw new RecordFault(null);
  });
  const etag = response.headers.get('etag') ?? '';
  const answer: unknown = response.status === 204 ? null : await response.json().catch(() => null);
  if (!response.ok) {
    const unreadable = { detail: `Expected an answer to ${method} ${path}, got status ${response.status}.` };
    throw new RecordFault((answer as Partial<Problem> | null) ?? unreadable, etag || null);
  }
  return { body: answer, etag };
}
