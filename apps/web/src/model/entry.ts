// What the city screen shows about one pair: small enough to send hundreds, the same on server and browser.
import type { Family, Precision } from '@crg/api-contract/family';
import type { Amount, ScoreTerms } from '@crg/api-contract/match';
import type { VerdictMark } from '@crg/story/verdict-marks';

/** Hours of the week as 168 characters of 0 and 1 (Monday 00:00 first), months as 12. */
export interface RunningTime {
  readonly hours: string;
  readonly months: string;
}

export interface EntryEnd {
  readonly flowId: string;
  readonly siteId: string;
  /** Who: the organization, or the site where the organization has no name. */
  readonly name: string;
  /** What: the flow in its owner's words. */
  readonly flow: string;
}

/** A match, or a near miss with the smallest change that would make it one. */
export interface Entry {
  readonly id: string;
  readonly kind: 'match' | 'near_miss';
  readonly family: Family;
  /** Resource type of the supply in words. */
  readonly typeLabel: string;
  readonly supply: EntryEnd;
  readonly demand: EntryEnd;
  readonly distanceKm: number;
  /** Yearly amount both sides share; null for a near miss. */
  readonly quantity: Amount | null;
  /** Margin per year; null for a near miss. */
  readonly eurPerYear: number | null;
  readonly co2TonnesPerYear: number | null;
  readonly score: number | null;
  readonly terms: ScoreTerms | null;
  /** The weaker precision of the two quantities. */
  readonly precision: Precision;
  /** Seven marks: type, distance, quality, time, quantity, permit, visibility. */
  readonly marks: readonly VerdictMark[];
  readonly common: RunningTime;
  /** Cheapest change of a near miss. */
  readonly change: { readonly kind: string; readonly detail: string; readonly eurPerYear: number } | null;
}

export type SiteRole = 'supply' | 'demand' | 'both' | 'none';

export interface SiteMark {
  readonly id: string;
  readonly name: string;
  readonly organization: string;
  readonly longitude: number;
  readonly latitude: number;
  readonly role: SiteRole;
  readonly nace: readonly string[];
  /** The source says that the point is not the exact place. */
  readonly approximate: boolean;
  /** What the source says about the place, when it is not exact. */
  readonly certainty: string | null;
}

export function entryHref(entry: Pick<Entry, 'kind' | 'id'>): string {
  return `/${entry.kind === 'match' ? 'matches' : 'near-misses'}/${encodeURIComponent(entry.id)}`;
}
