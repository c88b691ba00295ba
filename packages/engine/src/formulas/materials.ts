// Solid goods: a trip on the road, drying, grinding.

export interface TripPrices {
  readonly eurPerKm: number;
  /** Kilometres driven empty per kilometre driven full: 1 for tippers and tankers, 0.28 in the network's average. */
  readonly emptyReturn: number;
  readonly eurPerHour: number;
  /** Loading and unloading. */
  readonly stopHours: number;
  /** Below this no haulier comes. */
  readonly smallestEur: number;
}

/** EUR of one trip: max(F_min, c_km d (1+b) + c_h t_stop). Per tonne it is divided by the load; EUR per t km is a result. */
export function tripEur(routeKm: number, prices: TripPrices): number {
  const { eurPerKm, emptyReturn, eurPerHour, stopHours, smallestEur } = prices;
  return Math.max(smallestEur, eurPerKm * routeKm * (1 + emptyReturn) + eurPerHour * stopHours);
}

/** kg of CO2e of one trip: full there, empty back as far as it drives empty. Not to be used with an "average laden" factor. */
export function tripCo2Kg({
  routeKm,
  kgPerKmFull,
  kgPerKmEmpty,
  emptyReturn = 1,
}: {
  routeKm: number;
  kgPerKmFull: number;
  kgPerKmEmpty: number;
  emptyReturn?: number;
}): number {
  return routeKm * (kgPerKmFull + emptyReturn * kgPerKmEmpty);
}

/** Water that leaves when `mass` is dried, in the unit of `mass`: m (1 - DM_in/DM_out). The rest is the dried good. */
export function waterRemoved({
  mass,
  dryMatterIn,
  dryMatterOut,
}: {
  mass: number;
  dryMatterIn: number;
  dryMatterOut: number;
}): number {
  return mass * (1 - dryMatterIn / dryMatterOut);
}

/** Size of grain that 80 % of the material passes, micrometres. */
interface Grinding {
  readonly feedMicrometre: number;
  readonly productMicrometre: number;
  /** kWh/t: limestone 12, slag 16 to 20. */
  readonly workIndex: number;
}

/** kWh per t of grinding after Bond: 10 Wi (1/sqrt(P80) - 1/sqrt(F80)). Real mills take 1.2 to 1.5 times as much. */
export function grindingKwhPerT({ feedMicrometre, productMicrometre, workIndex }: Grinding): number {
  return 10 * workIndex * (1 / Math.sqrt(productMicrometre) - 1 / Math.sqrt(feedMicrometre));
}
