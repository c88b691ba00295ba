// What the city screen shows about one pair: small enough to send hundreds, the same on server and browser.
import type { Family, Precision } from '@crg/api-contract/family';
import type { Amount, ScoreTerms } from '@crg/api-contract/match';
import type { VerdictMark } from '@crg/story/verdict-marks';

export interface EntryEnd {
  readonly flowId: string;
  readonly siteId: string;
  /** Who: the organization, or the site where the organization has no name. */
  readonly name: string;
  /** What: the flow in its owner's words. */
  readonly flow: string;
  /** null where the site has no place. */
  readonly place: Place | null;
}

export interface Place {
  readonly longitude: number;
  readonly latitude: number;
}

/** A match, a chain (a match through a converter), or a near miss with the smallest change that would make it one. */
export interface Entry {
  readonly id: string;
  readonly kind: EntryKind;
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
  /** Cheapest change of a near miss. */
  readonly change: { readonly kind: string; readonly detail: string; readonly eurPerYear: number } | null;
  /** Converter of a chain in words; null elsewhere. */
  readonly through: string | null;
}

export type EntryKind = 'match' | 'chain' | 'near_miss';

/** What a kind is called where it stands alone, and on the button that opens it. */
export const entryWords: Readonly<Record<EntryKind, { readonly state: string; readonly open: string }>> = {
  match: { state: 'Suggested', open: 'Open match' },
  chain: { state: 'Chain', open: 'Open chain' },
  near_miss: { state: 'Near miss', open: 'Open near miss' },
};

const folders: Readonly<Record<EntryKind, string>> = {
  match: 'matches',
  chain: 'chains',
  near_miss: 'near-misses',
};

export function entryHref(entry: Pick<Entry, 'kind' | 'id'>): string {
  return `/${folders[entry.kind]}/${encodeURIComponent(entry.id)}`;
}

/** One page of the ranked list. */
export interface EntryPage {
  readonly entries: readonly Entry[];
  /** Of the next page; null when this was the last. */
  readonly next: string | null;
}
