// A number from outside the city, with where it comes from.
export interface FactorSource {
  /** With its range and unit, e.g. `Natural gas: 0.195 (0.19 to 0.2) t/MWh`. */
  readonly value: string;
  readonly source: string;
  readonly year: number;
  readonly geography: string;
  /** Stated by the city itself in place of the built-in table's. */
  readonly overridden: boolean;
}
