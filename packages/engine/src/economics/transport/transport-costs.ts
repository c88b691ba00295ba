// The amounts that every way of transport answers with, so that margin and CO2 need not know which one it was.

export interface TransportCosts {
  readonly routeKm: number;
  /** Pipes, cables and what stands at both ends, EUR. */
  readonly investmentEur: number;
  /** Upkeep, trips and the like, electricity apart, EUR/a. */
  readonly yearlyEur: number;
  /** Pumps, compressors, cable losses, MWh/a. */
  readonly electricityMwh: number;
  /** Exhaust of vehicles, kg/a. */
  readonly vehicleCo2Kg: number;
}
