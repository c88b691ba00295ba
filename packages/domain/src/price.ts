// Money per unit of a resource, as stated by its owner.

export interface Price {
  readonly amount: number;
  /** ISO 4217. */
  readonly currency: string;
  /** Accepted unit spelling without a time, e.g. `MWh`, `t`, `m3`. */
  readonly per: string;
}
