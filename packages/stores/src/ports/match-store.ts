import type { Point } from '@crg/domain/flow';
import type { Amount, Match, NearMiss, Notice } from '@crg/domain/match';
import type { Precision } from '@crg/domain/quantity';
import type { ChangePosition } from './change-log.ts';
import type { BoundingBox } from './site-store.ts';
import type { Page, PageRequest } from './versioned.ts';

/** What the last matching run suggested: derived from the city, replaced as a whole, never edited. */
export interface MatchStore {
  /**
   * Puts the result of a run in place of the one before, in one transaction: a reader sees the old or the new one. A pair
   * whose flow has been removed since the run read the city is left out. A run based on an older state of the city
   * than the stored one is not written (`outdated`).
   */
  replace(run: SuggestionRun): Promise<'replaced' | 'outdated'>;
  /** null before the first run. */
  currentRun(): Promise<RunSummary | null>;
  /** `value` and `score`: greatest first, ties by id. `id`: by supply id, then demand id (Unicode code points). */
  page(filter: MatchFilter, sort: MatchSort, request: PageRequest): Promise<Page<Suggestion>>;
  get(pair: Pair): Promise<Suggestion | null>;
  count(filter: MatchFilter): Promise<number>;
  /**
   * How the matches under the filter spread: per family, by score and by value.
   *
   * @param valueEdges EUR a year, ascending, where a bucket ends and the next begins; the edge is in the upper one
   */
  facets(filter: MatchFilter, valueEdges: readonly number[]): Promise<MatchFacets>;
  /** By supply id, then yearly cost of the cheapest change (none: last), then demand id. */
  nearMisses(filter: NearMissFilter, request: PageRequest): Promise<Page<SuggestedNearMiss>>;
  getNearMiss(pair: Pair): Promise<SuggestedNearMiss | null>;
  /** Per family, ordered by family. Sums over suggestions: a flow in two of them counts twice; not a portfolio. */
  totals(filter: MatchFilter): Promise<readonly FamilyTotal[]>;
}

export interface Pair {
  readonly supplyId: string;
  readonly demandId: string;
}

/** A pair that fits, with what lists and maps show of it; verdicts and sentences are the engine's, asked pair by pair. */
export interface StoredSuggestion extends Pair {
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

/** A match with what the taxonomy says about it. */
export interface Suggestion extends StoredSuggestion {
  /** Will go: rely on the fields of StoredSuggestion. */
  readonly match: Match;
}

export interface GivenSuggestion {
  readonly match: Match;
  readonly family: string;
  readonly type: string;
}

export interface SuggestedNearMiss {
  readonly nearMiss: NearMiss;
  readonly family: string;
  readonly type: string;
}

export interface SuggestionRun {
  readonly engine: string;
  readonly k: number;
  /** `reflects` of the snapshot that the run read. */
  readonly basedOn: ChangePosition;
  readonly matches: readonly GivenSuggestion[];
  readonly nearMisses: readonly SuggestedNearMiss[];
  readonly notices: readonly Notice[];
}

export interface RunSummary {
  readonly engine: string;
  readonly k: number;
  readonly basedOn: ChangePosition;
  /** ISO 8601, UTC, by the clock of the database. */
  readonly storedAt: string;
  readonly matches: number;
  readonly nearMisses: number;
  readonly notices: readonly Notice[];
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
