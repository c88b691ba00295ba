// What the pages read from the API while the server renders them.
import type { City } from '@crg/api-contract/city';
import type { Flow } from '@crg/api-contract/flow';
import type { List } from '@crg/api-contract/list';
import type { Match, MatchDetail } from '@crg/api-contract/match';
import type { NearMiss } from '@crg/api-contract/near-miss';
import type { Organization } from '@crg/api-contract/organization';
import type { Site } from '@crg/api-contract/site';
import { entryOfMatch, entryOfNearMiss, siteMarks } from '../model/condense-city.ts';
import type { Entry, SiteMark } from '../model/entry.ts';
import { apiOrigin } from './api-origin.ts';
import { ApiProblem } from './api-problem.ts';

/** Above this many pairs the map would need another renderer; the totals say how many there are in the whole city. */
const mostPairs = 1_000;

export interface CityOverview {
  readonly city: City;
  readonly sites: readonly SiteMark[];
  readonly entries: readonly Entry[];
  /** ISO time of the reading. */
  readonly readAt: string;
}

export async function readOverview(): Promise<CityOverview> {
  const [city, sites, organizations, flows, matches, misses] = await Promise.all([
    read<City>('/api/v1/city'),
    readAll<Site>('/api/v1/sites'),
    readAll<Organization>('/api/v1/organizations'),
    readAll<Flow>('/api/v1/flows'),
    readAll<Match>('/api/v1/matches', { sort: 'value' }, mostPairs),
    readAll<NearMiss>('/api/v1/near-misses', {}, mostPairs),
  ]);
  return {
    city,
    sites: siteMarks(sites, organizations, flows),
    entries: [...matches.map(entryOfMatch), ...misses.map(entryOfNearMiss)],
    readAt: new Date().toISOString(),
  };
}

export function readCity(): Promise<City> {
  return read<City>('/api/v1/city');
}

/** null: no such match (any more). */
export async function readMatch(id: string): Promise<MatchDetail | null> {
  return orNull(read<MatchDetail>(`/api/v1/matches/${encodeURIComponent(id)}`));
}

/** null: no such near miss (any more). */
export async function readNearMiss(id: string, supplyId: string): Promise<NearMiss | null> {
  const misses = await readAll<NearMiss>('/api/v1/near-misses', { flow_id: supplyId });
  return misses.find((miss) => miss.id === id) ?? null;
}

/** Ids of the matches that the city page lists, most valuable first. */
export async function readRanking(): Promise<readonly string[]> {
  return (await readAll<Match>('/api/v1/matches', { sort: 'value' }, mostPairs)).map((match) => match.id);
}

async function readAll<Item>(
  path: string,
  query: Readonly<Record<string, string>> = {},
  most = Number.POSITIVE_INFINITY,
): Promise<Item[]> {
  const items: Item[] = [];
  for (let cursor: string | null = ''; cursor !== null && items.length < most; ) {
    const params = new URLSearchParams({ ...query, limit: '200', ...(cursor && { cursor }) });
    const page: List<Item> = await read<List<Item>>(`${path}?${params}`);
    items.push(...page.data);
    cursor = page.next_cursor;
  }
  return items;
}

async function read<Answer>(path: string): Promise<Answer> {
  const response = await fetch(`${apiOrigin()}${path}`, { cache: 'no-store', headers: { accept: 'application/json' } });
  if (!response.ok) throw await ApiProblem.of(path, response);
  return (await response.json()) as Answer;
}

async function orNull<Answer>(answer: Promise<Answer>): Promise<Answer | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ApiProblem && (error.status === 404 || error.status === 400 || error.status === 422))
      return null;
    throw error;
  }
}
