// What the pages read from the API while the server renders them, and what its own routes answer the browser with:
// the API's answers condensed to what a screen shows.
import type { Chain, ChainDetail } from '@crg/api-contract/chain';
import type { City } from '@crg/api-contract/city';
import type { Facets } from '@crg/api-contract/facets';
import type { List } from '@crg/api-contract/list';
import type { MapArcs, MapSites } from '@crg/api-contract/map';
import type { Match, MatchDetail } from '@crg/api-contract/match';
import { pairOfMatchId, partsOfChainId } from '@crg/api-contract/match-id';
import type { NearMiss } from '@crg/api-contract/near-miss';
import { type Home, homeOf, mostDiscs } from '../map/home.ts';
import { type CountedStep, closestSteps, possibleSteps } from '../model/closest-steps.ts';
import { chainPasses, entryOfChain, entryOfMatch, entryOfNearMiss, nearMissPasses } from '../model/condense-city.ts';
import { type Entry, type EntryPage, entryHref } from '../model/entry.ts';
import { asksNothing, chainQuery, matchQuery, nearMissQuery } from '../model/match-query.ts';
import type { Overview } from '../model/overview.ts';
import { potentialOf, potentialOfCity } from '../model/potential.ts';
import { type Aspect, aspects, noFacets, spreadOf, without } from '../model/spread.ts';
import { filterKey, initialView, type ViewState } from '../model/view-state.ts';
import { apiOrigin } from './api-origin.ts';
import { ApiProblem } from './api-problem.ts';

const pageSize = 50;
/** As many as the API tells at once: from them the total under filters is added up. */
const mostArcs = 1_000;

/** What the city page is rendered from. */
export interface FirstView {
  readonly overview: Overview;
  readonly page: EntryPage;
  readonly home: Home;
}

export async function readFirstView(view: ViewState): Promise<FirstView> {
  const city = await readCity();
  const [overview, page, home] = await Promise.all([overviewOf(city, view), readEntries(view, null), readHome(city)]);
  return { overview, page, home };
}

export async function readOverview(view: ViewState): Promise<Overview> {
  return overviewOf(await readCity(), view);
}

export function readCity(): Promise<City> {
  return readApi<City>('/api/v1/city');
}

/**
 * One page of the ranked list: matches in the order of the view, then chains in the same order, then near misses, cheapest
 * change first. A part that ends makes room for the beginning of the next on the same page.
 */
export async function readEntries(view: ViewState, cursor: string | null): Promise<EntryPage> {
  const parts = [
    { mark: '', read: (at: string) => (asksNothing(view) ? noMatches : readMatches(view, at)) },
    ...(view.chains ? [{ mark: chainMark, read: (at: string) => readChains(view, at) }] : []),
    ...(view.nearMisses ? [{ mark: nearMark, read: (at: string) => readNearMisses(view, at) }] : []),
  ];
  const started = parts.findLastIndex(({ mark }) => cursor?.startsWith(mark));
  const entries: Entry[] = [];
  let at = cursor?.slice(parts[Math.max(0, started)]?.mark.length) ?? '';
  for (const { read } of parts.slice(Math.max(0, started))) {
    const page = await read(at);
    entries.push(...page.entries);
    if (page.next !== null) return { entries, next: page.next };
    at = '';
  }
  return { entries, next: null };
}

/** Begin the cursor of a page of chains, of near misses. */
const chainMark = 'chain:';
const nearMark = 'near:';
const noMatches: EntryPage = { entries: [], next: null };

async function readMatches(view: ViewState, cursor: string): Promise<EntryPage> {
  const query = matchQuery(view);
  query.set('sort', view.sort);
  query.set('limit', String(pageSize));
  if (cursor) query.set('cursor', cursor);
  const page = await readApi<List<Match>>(`/api/v1/matches?${query}`);
  return { entries: page.data.map(entryOfMatch), next: page.next_cursor };
}

/** The API knows fewer filters for chains, so a page may be short, but never without a next one before the last. */
async function readChains(view: ViewState, cursor: string): Promise<EntryPage> {
  const query = chainQuery(view);
  query.set('limit', String(pageSize));
  if (cursor) query.set('cursor', cursor);
  const page = await readApi<List<Chain>>(`/api/v1/chains?${query}`);
  return {
    entries: page.data.filter((chain) => chainPasses(chain, view)).map(entryOfChain),
    next: page.next_cursor === null ? null : `${chainMark}${page.next_cursor}`,
  };
}

/** The API knows fewer filters for near misses, so a page may be short, but never without a next one before the last. */
async function readNearMisses(view: ViewState, cursor: string): Promise<EntryPage> {
  const query = nearMissQuery(view);
  query.set('limit', '200');
  if (cursor) query.set('cursor', cursor);
  const page = await readApi<List<NearMiss>>(`/api/v1/near-misses?${query}`);
  const entries = page.data.filter((miss) => nearMissPasses(miss, view)).map(entryOfNearMiss);
  const cost = (entry: Entry) => entry.change?.eurPerYear ?? Number.POSITIVE_INFINITY;
  return {
    entries: entries.sort((a, b) => cost(a) - cost(b) || (a.id < b.id ? -1 : 1)),
    next: page.next_cursor === null ? null : `${nearMark}${page.next_cursor}`,
  };
}

/** null: neither a match nor a chain nor a near miss (any more). */
export async function readEntry(id: string): Promise<Entry | null> {
  if (partsOfChainId(id)) {
    const chain = await readChain(id);
    return chain && entryOfChain(chain);
  }
  const match = await readMatch(id);
  if (match) return entryOfMatch(match);
  const miss = await orNull(readApi<NearMiss>(`/api/v1/near-misses/${encodeURIComponent(id)}`));
  return miss && entryOfNearMiss(miss);
}

/** What could be changed when nothing passes, with what each step alone would bring. */
export async function readSteps(view: ViewState): Promise<readonly CountedStep[]> {
  const counted = await Promise.all(
    possibleSteps(view).map(async (step) => ({
      ...step,
      matches: asksNothing(step.view) ? 0 : (await readFacets(step.view)).matches,
    })),
  );
  return closestSteps(counted);
}

/** null: no such match (any more). */
export async function readMatch(id: string): Promise<MatchDetail | null> {
  return orNull(readApi<MatchDetail>(`/api/v1/matches/${encodeURIComponent(id)}`));
}

/** null: no such chain (any more). */
export async function readChain(id: string): Promise<ChainDetail | null> {
  return orNull(readApi<ChainDetail>(`/api/v1/chains/${encodeURIComponent(id)}`));
}

/** null: no such near miss (any more). */
export async function readNearMiss(id: string, supplyId: string): Promise<NearMiss | null> {
  const query = new URLSearchParams({ flow_id: supplyId, limit: '200' });
  const { data } = await readApi<List<NearMiss>>(`/api/v1/near-misses?${query}`);
  return data.find((miss) => miss.id === id) ?? orNull(readApi(`/api/v1/near-misses/${encodeURIComponent(id)}`));
}

/** The best chain between a supply and a demand; null where the city's list has none. A supply has few, so one page holds all. */
export async function readChainOf({ supplyId, demandId }: PairIds): Promise<Chain | null> {
  const query = new URLSearchParams({ flow_id: supplyId, limit: '200' });
  const page = await orNull(readApi<List<Chain>>(`/api/v1/chains?${query}`));
  const chains = page?.data.filter(({ supply, demand }) => supply.flow.id === supplyId && demand.flow.id === demandId);
  return chains?.toSorted((a, b) => a.rank - b.rank)[0] ?? null;
}

/** Address of the page of a pair that is no match: its near miss, or its chain; null: neither. */
export async function otherPageOf(matchId: string): Promise<string | null> {
  const pair = pairOfMatchId(matchId);
  if (pair === null) return null;
  const miss = await orNull(readNearMiss(matchId, pair.supplyId));
  if (miss !== null) return entryHref({ kind: 'near_miss', id: miss.id });
  const chain = await readChainOf(pair);
  return chain && entryHref({ kind: 'chain', id: chain.id });
}

interface PairIds {
  readonly supplyId: string;
  readonly demandId: string;
}

/** Ids of the most valuable matches of the city, most valuable first. */
export async function readRanking(): Promise<readonly string[]> {
  return (await readArcs(initialView, mostArcs)).data.map(({ id }) => id);
}

async function overviewOf(city: City, view: ViewState): Promise<Overview> {
  const [arcs, facets] = await Promise.all([readArcs(view, mostArcs), readAllFacets(view)]);
  const isWhole = filterKey(view) === '';
  const [largest] = isWhole ? arcs.data : (await readArcs(initialView, 1)).data;
  return {
    city,
    spread: spreadOf(facets),
    potential: isWhole ? potentialOfCity(city, arcs) : potentialOf(arcs),
    largestEur: Math.max(0, largest?.margin_eur_per_year ?? 0),
    readAt: new Date().toISOString(),
  };
}

/** One question under all filters, and one more for each aspect that is filtered by. */
async function readAllFacets(view: ViewState): Promise<Readonly<Record<'all' | Aspect, Facets>>> {
  const whole = asksNothing(view) ? noFacets(await readFacets(initialView)) : await readFacets(view);
  const parts = await Promise.all(
    aspects.map(async (aspect) => {
      const wider = without(view, aspect);
      if (filterKey(wider) === filterKey(view)) return [aspect, whole] as const;
      return [aspect, asksNothing(wider) ? whole : await readFacets(wider)] as const;
    }),
  );
  return { all: whole, ...(Object.fromEntries(parts) as Record<Aspect, Facets>) };
}

function readFacets(view: ViewState): Promise<Facets> {
  return readApi<Facets>(`/api/v1/matches/facets?${matchQuery(view)}`);
}

async function readArcs(view: ViewState, most: number): Promise<MapArcs> {
  if (asksNothing(view)) return { data: [], matches: 0 };
  const query = matchQuery(view);
  query.set('limit', String(most));
  return readApi<MapArcs>(`/api/v1/map/arcs?${query}`);
}

async function readHome(city: City): Promise<Home> {
  if (city.counts.sites === 0) return { places: [], sites: [] };
  const zoom = city.counts.sites <= mostDiscs ? '24' : '5';
  const query = new URLSearchParams({ bbox: '-180,-90,180,90', zoom });
  return homeOf(await readApi<MapSites>(`/api/v1/map/sites?${query}`));
}

/** @throws ApiProblem */
export async function readApi<Answer>(path: string): Promise<Answer> {
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
