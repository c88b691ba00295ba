// What the pages for records by hand read while the server renders them.
import type { Flow } from '@crg/api-contract/flow';
import type { List } from '@crg/api-contract/list';
import type { Organization } from '@crg/api-contract/organization';
import type { SearchAnswer } from '@crg/api-contract/search';
import type { Site } from '@crg/api-contract/site';
import { apiOrigin } from '../../api/api-origin.ts';
import { ApiProblem } from '../../api/api-problem.ts';
import { quantityWords } from './entry-words.ts';
import type { Kind, RecordOf, Versioned } from './record-requests.ts';

export interface RecordLine {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
}

export interface RecordPage {
  readonly lines: readonly RecordLine[];
  readonly nextCursor: string | null;
}

/** Best first when something is looked for, else by id, 50 at a time. */
export async function readRecordPage(kind: Kind, looked: string, cursor: string | null): Promise<RecordPage> {
  if (looked !== '') return { lines: await searched(kind, looked), nextCursor: null };
  const query = new URLSearchParams({ limit: '50', ...(cursor === null ? {} : { cursor }) });
  const { body } = await read(`/api/v1/${kind}?${query}`);
  const page = body as List<RecordOf[Kind]>;
  return { lines: page.data.map(lineOf), nextCursor: page.next_cursor };
}

/** null: no such record (any more). */
export async function readVersioned<K extends Kind>(kind: K, id: string): Promise<Versioned<RecordOf[K]> | null> {
  try {
    const { body, etag } = await read(`/api/v1/${kind}/${encodeURIComponent(id)}`);
    return { value: body as RecordOf[K], etag };
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) return null;
    throw error;
  }
}

/** At most 50 sites of an organization, or flows of a site, by id. */
export async function readOwned(kind: 'sites' | 'flows', ownerId: string): Promise<RecordPage> {
  const query = new URLSearchParams({ limit: '50', [kind === 'sites' ? 'organization_id' : 'site_id']: ownerId });
  const page = (await read(`/api/v1/${kind}?${query}`)).body as List<Site | Flow>;
  return { lines: page.data.map(lineOf), nextCursor: page.next_cursor };
}

/** The owner of a site or flow as one line; none when it is gone. */
export async function readOwner(kind: 'organizations' | 'sites', id: string): Promise<readonly RecordLine[]> {
  const found = await readVersioned(kind, id);
  return found ? [lineOf(found.value)] : [];
}

async function searched(kind: Kind, looked: string): Promise<readonly RecordLine[]> {
  const query = new URLSearchParams({ q: looked.slice(0, 200), limit: '50' });
  const { data } = (await read(`/api/v1/search?${query}`)).body as SearchAnswer;
  const wanted = kind.slice(0, -1);
  return data.filter((hit) => hit.kind === wanted).map(({ id, title, detail }) => ({ id, title, detail }));
}

function lineOf(record: RecordOf[Kind]): RecordLine {
  return { id: record.id, title: record.name ?? record.id, detail: detailOf(record) };
}

function detailOf(record: Organization | Site | Flow): string {
  if ('direction' in record) return `${record.direction}, ${quantityWords(record.quantity)}, ${record.type}`;
  if ('organization_id' in record) {
    const { latitude, longitude, country } = record;
    const place = latitude == null || longitude == null ? 'place not stated' : `${latitude}, ${longitude}`;
    return country ? `${place}, ${country}` : place;
  }
  const nace = record.nace ?? [];
  const codes = Array.isArray(nace) ? nace : [nace];
  return codes.length === 0 ? 'sector not stated' : `NACE ${codes.join(', ')}`;
}

async function read(path: string): Promise<{ body: unknown; etag: string }> {
  const response = await fetch(`${apiOrigin()}${path}`, { cache: 'no-store', headers: { accept: 'application/json' } });
  if (!response.ok) throw await ApiProblem.of(path, response);
  return { body: await response.json(), etag: response.headers.get('etag') ?? '' };
}
