// Reading and writing single records from the browser, with the version that was seen.
import type { Flow } from '@crg/api-contract/flow';
import type { Organization } from '@crg/api-contract/organization';
import type { NewRegistration, Registration } from '@crg/api-contract/registration';
import type { Site } from '@crg/api-contract/site';
import type { WhatIf, WhatIfAnswer } from '@crg/api-contract/what-if';
import { send } from '../../api/send.ts';

export type Kind = 'organizations' | 'sites' | 'flows';
export interface RecordOf {
  readonly organizations: Organization;
  readonly sites: Site;
  readonly flows: Flow;
}

export interface Versioned<Value> {
  readonly value: Value;
  readonly etag: string;
}

export async function readRecord<K extends Kind>(kind: K, id: string): Promise<Versioned<RecordOf[K]>> {
  const { body, etag } = await send('GET', addressOf(kind, id));
  return { value: body as RecordOf[K], etag };
}

/** @throws SendFault, with code `version_conflict` when somebody was faster */
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
