// How much: a rate during the available hours or a yearly amount spread over them, and how well it is known.

/** `archetype`: guessed from the sector or type, never mixed silently with declared data. */
export type Precision = 'measured' | 'estimated' | 'archetype';

/** As stated by its owner; `rateOf` and `yearlyAmountOf` turn it into the type's units. */
export interface Quantity {
  readonly amount: number;
  /** Accepted spelling or UCUM, e.g. `kW`, `t/a`, `m3/h`, `kW.h/a`. */
  readonly unit: string;
  readonly precision: Precision;
}
