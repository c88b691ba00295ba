import type { Point } from '@crg/domain/flow';
import type { Amount, Notice } from '@crg/domain/match';
import type { PairLists } from '@crg/domain/pair-columns';
import type { Precision } from '@crg/domain/quantity';
import type { ChangePosition } from './change-log.ts';
import type { BoundingBox } from './site-store.ts';
import type { Page, PageRequest } from './versioned.ts';

/**
 * What the last matching suggested: derived from the city, never edited, and made again at any time. It holds rankings and
 * figures; verdicts and sentences are the engine's, asked pair by pair. A pair whose flow has been removed since is listed
 * until the next matching, at most.
 */
export interface MatchStore {
  /**
   * Puts the result of a run over the whole city in place of the one before. It is written list by list, each in a
   * transaction of its own, and shown at once as a whole when all of it is there. A run based on an older state of the
   * city than the stored one is not shown (`outdated`), nor is one that another run has overtaken.
   *
   * @param end called when the lists have come to their end
   */
  replace(run: RunHead, lists: AsyncIterable<PairLists>, end: () => RunEnd): Promise<'replaced' | 'outdated'>;
  /**
   * Puts new lists of some supplies in place of theirs, so that the stored result is that of `change.basedOn`. `outdated`:
   * the stored result is not, or no longer, that of `change.from` by the same engine and k, and nothing was written.
   */
  patch(change: RunPatch, lists: PairLists): Promise<'patched' | 'outdated'>;
  /** null before the first run. */
  currentRun(): Promise<RunSummary | null>;
  /** `value` and `score`: greatest first, ties by id. `id`: by supply id, then demand id (Unicode code points). */
  page(filter: MatchFilter, sort: MatchSort, request: PageRequest): Promise<Page<Suggestion>>;
  get(pair: Pair): Promise<Suggestion | null>;
  count(filter: MatchFilter): Promise<number>;
  /**
   * How the matches under the filter spread: per family, by score, value and precision, over months and hours.
   *
   * @param valueEdges EUR a year, ascending, where a bucket ends and the next begins; the edge is in the upper one
   */
  facets(filter: MatchFilter, valueEdges: readonly number[]): Promise<MatchFacets>;
  /** As `page`; ties, and the order `id`, go by supply, demand and converter. */
  chains(filter: ChainFilter, sort: MatchSort, request: PageRequest): Promise<Page<SuggestedChain>>;
  getChain(chain: ChainIds): Promise<SuggestedChain | null>;
  /** By supply id, then yearly cost of the cheapest change (none: last), then demand id. */
  nearMisses(filter: NearMissFilter, request: PageRequest): Promise<Page<SuggestedNearMiss>>;
  getNearMiss(pair: Pair): Promise<SuggestedNearMiss | null>;
  /** Per family, ordered by family. Sums over suggestions: a flow in two of them counts twice; not a portfolio. */
  totals(filter: MatchFilter): Promise<readonly FamilyTotal[]>;
  /** All suggestions of the city at a glance. */
  overview(): Promise<SuggestionOverview>;
}

export interface Pair {
  readonly supplyId: string;
  readonly demandId: string;
}

/** A pair that fits, with what lists and maps show of it. */
export interface Suggestion extends Pair {
  readonly family: string;
  /** Resource type under which the pair is shown: the supply's. */
  readonly type: string;
  /** Per supply from 1, by score. */
  readonly rank: number;
  readonly score: number;
  readonly marginEurPerYear: number;
  readonly co2TonnesPerYear: number;
  readonly distanceKm: number;
  /** Per year. */
  readonly commonQuantity: Amount;
  /** Of the weaker of the two flows. */
  readonly precision: Precision;
  readonly supply: SuggestionEnd;
  readonly demand: SuggestionEnd;
}

export interface SuggestionEnd {
  readonly siteId: string;
  readonly organizationId: string;
  readonly point: Point;
}

/** A supply that serves a demand through one converter; `commonQuantity` is what comes out of it. */
export interface SuggestedChain extends Suggestion, ChainIds {}

export interface ChainIds extends Pair {
  readonly converterId: string;
}

export interface SuggestedNearMiss extends Pair {
  readonly family: string;
  readonly type: string;
  /** Of the cheapest change; null when none has a cost. */
  readonly costEurPerYear: number | null;
}

export interface RunHead {
  readonly engine: string;
  readonly k: number;
  /** Every change up to here is in the city that the run read. */
  readonly basedOn: ChangePosition;
}

export interface RunEnd {
  readonly notices: readonly Notice[];
}

export interface RunPatch extends RunHead, RunEnd {
  readonly from: ChangePosition;
}

export interface RunSummary extends RunHead, RunEnd {
  /** ISO 8601, UTC, by the clock of the database. */
  readonly storedAt: string;
  /** How often lists of it have been replaced since the whole city was matched. */
  readonly patches: number;
  readonly matches: number;
  readonly chains: number;
  readonly nearMisses: number;
}

export type MatchSort = 'value' | 'score' | 'id';

/** All that are given must hold. */
export interface MatchFilter {
  /** Any of these; an empty list finds nothing. */
  readonly families?: readonly string[] | undefined;
  /** Of the supply or of the demand. */
  readonly type?: string | undefined;
  readonly minScore?: number | undefined;
  readonly maxScore?: number | undefined;
  /** Yearly margin, EUR. */
  readonly minValueEurPerYear?: number | undefined;
  readonly maxValueEurPerYear?: number | undefined;
  /** Straight over the ground. */
  readonly maxDistanceKm?: number | undefined;
  /** Any of these; a pair is as well known as the weaker of its two flows. An empty list finds nothing. */
  readonly precisions?: readonly Precision[] | undefined;
  /** The site of the supply or of the demand stands on or inside this box. */
  readonly within?: BoundingBox | undefined;
  /** Owner of the supply or of the demand. */
  readonly organizationId?: string | undefined;
  /** Site of the supply or of the demand. */
  readonly siteId?: string | undefined;
  /** Either flow. */
  readonly flowId?: string | undefined;
  /** 1 to 12: both flows run in this month. */
  readonly month?: number | undefined;
  /** 0 to 167, hour of the week from Monday 00:00 local: both flows run in this hour. */
  readonly hourOfWeek?: number | undefined;
}

export interface ChainFilter extends MatchFilter {
  readonly converterId?: string | undefined;
}

export interface NearMissFilter {
  readonly families?: readonly string[] | undefined;
  readonly organizationId?: string | undefined;
  readonly siteId?: string | undefined;
  readonly flowId?: string | undefined;
}

export interface FamilyTotal {
  readonly family: string;
  readonly matches: number;
  readonly marginEurPerYear: number;
  readonly co2TonnesPerYear: number;
}

export interface SuggestionOverview {
  /** Families that have a match or a near miss. */
  readonly families: readonly { readonly family: string; readonly matches: number; readonly nearMisses: number }[];
  /** A choice of pairs from the most valuable down that uses each flow at most once and leaves out what costs money. */
  readonly disjoint: readonly DisjointTotal[];
}

/** Per family and precision of the pair, those that have a pair. */
export interface DisjointTotal extends Omit<FamilyTotal, 'matches'> {
  readonly precision: Precision;
  readonly pairs: number;
}

export interface MatchFacets {
  readonly matches: number;
  /** As `totals` gives them. */
  readonly families: readonly FamilyTotal[];
  /** Matches per twentieth of the score, from 0; a score of 1 counts in the last. */
  readonly scores: readonly number[];
  /** One more than edges: below the first edge, from each edge to the next, from the last on. */
  readonly values: readonly number[];
  readonly precisions: Readonly<Record<Precision, number>>;
  /** 12 counts, January first: matches of which both flows run in the month. */
  readonly months: readonly number[];
  /** 168 counts, Monday 00:00 local first: matches of which both flows run in the hour. */
  readonly hours: readonly number[];
}

export const scoreBuckets = 20;
