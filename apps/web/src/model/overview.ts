// What the frame around the views shows under one set of filters: totals, and how what could be chosen spreads.
import type { City } from '@crg/api-contract/city';
import type { Family, Precision } from '@crg/api-contract/family';
import type { Histogram } from './histogram.ts';
import type { Potential } from './potential.ts';

export interface Overview {
  readonly city: City;
  readonly spread: Spread;
  readonly potential: Potential;
  /** Of the most valuable match of the whole city: the widest arc. */
  readonly largestEur: number;
  /** ISO time of the reading. */
  readonly readAt: string;
}

/** Each part leaves its own filter out, so that it shows what choosing something else would bring. */
export interface Spread {
  /** Matches that pass every filter. */
  readonly matches: number;
  readonly families: Readonly<Record<Family, number>>;
  readonly score: Histogram;
  readonly valueEur: Histogram;
  readonly precisions: Readonly<Record<Precision, number>>;
  /** 12 counts, in any hour of the week when none is chosen. */
  readonly months: readonly number[];
  /** 168 counts. */
  readonly hours: readonly number[];
}
