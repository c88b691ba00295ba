// Capacity that several use: what a shared unit saves, how far peaks even out, what buying together is worth.

/** EUR/a that sharing saves: the annuities of each one's own unit less the annuity of the shared one and the coordination. */
export function sharedCapacityValue({
  ownAnnuities,
  sharedAnnuity,
  coordinationEurPerYear,
}: {
  ownAnnuities: readonly number[];
  sharedAnnuity: number;
  coordinationEurPerYear: number;
}): number {
  return ownAnnuities.reduce((sum, annuity) => sum + annuity, 0) - sharedAnnuity - coordinationEurPerYear;
}

/** A need that varies: mean and standard deviation, in one unit for all. */
export interface Load {
  readonly mean: number;
  readonly deviation: number;
}

/**
 * Capacity that covers the loads together: sum(mu) + z sqrt(sum(sigma^2) + 2 sum rho sigma_i sigma_j).
 *
 * @param z           how many standard deviations the capacity covers; 2 is about 98 % of the time
 * @param correlation of every two loads; 0 where they have nothing to do with each other, 1 adds their peaks up
 */
export function pooledPeak({
  loads,
  z,
  correlation,
}: {
  loads: readonly Load[];
  z: number;
  correlation: number;
}): number {
  const mean = loads.reduce((sum, load) => sum + load.mean, 0);
  const squares = loads.reduce((sum, { deviation }) => sum + deviation ** 2, 0);
  const total = loads.reduce((sum, { deviation }) => sum + deviation, 0);
  // Twice the products of all pairs is the square of the sum less the sum of the squares.
  return mean + z * Math.sqrt(squares + correlation * (total ** 2 - squares));
}

/** EUR/a that buying together saves: volume times the step in price, less the coordination. */
export function groupPurchaseSaving({
  volumePerYear,
  priceStepEur,
  coordinationEurPerYear,
}: {
  volumePerYear: number;
  priceStepEur: number;
  coordinationEurPerYear: number;
}): number {
  return volumePerYear * priceStepEur - coordinationEurPerYear;
}
