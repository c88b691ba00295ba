// A number from outside the city, with where it comes from.
export interface FactorSource {
  readonly value: string;
  readonly source: string;
  readonly year: number;
  readonly geography: string;
}
