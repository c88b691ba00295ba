import type { Match, NearMiss, Notice } from '@crg/domain/match';
import type { ChangePosition } from './change-log.ts';
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
  /** By supply id, then yearly cost of the cheapest change (none: last), then demand id. */
  nearMisses(filter: NearMissFilter, request: PageRequest): Promise<Page<SuggestedNearMiss>>;
  /** Per family, ordered by family. Sums over suggestions: a flow in two of them counts twice; not a portfolio. */
  totals(filter: MatchFilter): Promise<readonly FamilyTotal[]>;
}

export interface Pair {
  readonly supplyId: string;
  readonly demandId: string;
}

/** A match with what the taxonomy says about it. */
export interface Suggestion {
  readonly match: Match;
  readonly family: string;
  /** Resource type under which the pair is shown. */
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
  readonly matches: readonly Suggestion[];
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
  readonly family?: string | undefined;
  /** Of the supply or of the demand. */
  readonly type?: string | undefined;
  readonly minScore?: number | undefined;
  /** Yearly margin, EUR. */
  readonly minValueEurPerYear?: number | undefined;
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
  readonly family?: string | undefined;
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
