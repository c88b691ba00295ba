// The vocabulary of a city: who (organization), where (site), what (resource flow). Shapes only; rules live beside them.
import type { Availability } from './availability.ts';
import type { Paper } from './permit-papers.ts';
import type { Price } from './price.ts';
import type { Precision, Quantity } from './quantity.ts';

export interface Organization {
  readonly id: string;
  readonly name: string;
  /** NACE Rev. 2 or Rev. 2.1 codes with dots (`24.10`); empty when not stated. */
  readonly nace: readonly string[];
}

export interface Site {
  readonly id: string;
  readonly organizationId: string;
  readonly name: string;
  /** null: the place is not known, and the site's flows are not matched (notice `no_place`). */
  readonly point: Point | null;
  /** ISO 3166-1 alpha-2, or null when not stated. */
  readonly country: string | null;
  readonly source: Source | null;
}

/** WGS-84, degrees. */
export interface Point {
  readonly longitude: number;
  readonly latitude: number;
}

export type Direction = 'supply' | 'demand';

export interface ResourceFlow {
  readonly id: string;
  readonly siteId: string;
  readonly direction: Direction;
  /** Id in the taxonomy, e.g. `heat.hot_water`. */
  readonly type: string;
  readonly name: string;
  readonly quantity: Quantity;
  readonly availability: Availability;
  /** Per quality parameter of the type; a missing parameter or bound is "not stated", never 0. */
  readonly quality: Readonly<Record<string, Interval>>;
  /** Where the quality figures come from, when that differs from the quantity's precision. */
  readonly qualityPrecision: Precision | null;
  readonly codes: FlowCodes;
  /** Supply: what the supplier wants (negative: pays to be rid of it). Demand: what the buyer pays today for the alternative. */
  readonly price: Price | null;
  /** Supply only: what the supplier pays today to be rid of it. */
  readonly disposalCost: Price | null;
  readonly limits: FlowLimits;
  /** Supply of a service: what its people can do. Demand: all of what is needed. Lower-case words, e.g. `welding_en_iso_9606`. */
  readonly skills?: readonly string[];
  /** What the owner's papers say about the questions of `permit-papers.ts`; a question that is not in here is open. */
  readonly papers?: Readonly<Partial<Record<Paper, boolean>>>;
  readonly source: Source | null;
}

/** `min`/`max` in the parameter's unit; null is an open end. */
export interface Interval {
  readonly min: number | null;
  readonly max: number | null;
}

export interface FlowCodes {
  /** List of Waste, six digits each: what a supply is; what a demand takes. Empty when not stated. */
  readonly ewc: readonly string[];
  readonly cpa: string | null;
  readonly hs: string | null;
}

export interface FlowLimits {
  readonly maxDistanceKm: number | null;
  /** Smallest yearly amount worth the trouble, in the type's yearly unit. */
  readonly minYearlyAmount: number | null;
}

export interface Source {
  readonly reference: string | null;
  readonly certainty: string | null;
}

/** One city as the engine sees it: immutable, in the order it was read. */
export interface City {
  readonly name: string;
  /** The run is for this calendar year: validity, leap days and weeks follow from it. */
  readonly year: number;
  readonly currency: string;
  readonly organizations: readonly Organization[];
  readonly sites: readonly Site[];
  readonly flows: readonly ResourceFlow[];
  /** Figures of the city's own that take the place of the factor table's. */
  readonly factors?: readonly FactorOverride[];
}

/** One factor as this city knows it better; `id` and `unit` are those of the factor table. */
export interface FactorOverride {
  readonly id: string;
  readonly unit: string;
  readonly low: number;
  readonly mid: number;
  readonly high: number;
  readonly source: string;
  /** Of the figure. */
  readonly year: number;
  readonly geography: string;
}
