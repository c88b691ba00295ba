// Liquids and gases in pipes: friction, pumping, compression. Formulas are textbook ones; ranges of validity stand beside them.

interface PipeFlow {
  readonly innerDiameterM: number;
  readonly velocityMPerS: number;
  readonly fluid: Fluid;
}

export interface Fluid {
  readonly densityKgPerM3: number;
  readonly viscosityPaS: number;
  /** Roughness of the usual pipe wall for this fluid. */
  readonly roughnessM: number;
}

export const hotWater: Fluid = { densityKgPerM3: 975, viscosityPaS: 3.78e-4, roughnessM: 0.05e-3 };
export const coldWater: Fluid = { densityKgPerM3: 998, viscosityPaS: 1e-3, roughnessM: 0.01e-3 };

export function velocity(volumeM3PerS: number, innerDiameterM: number): number {
  return volumeM3PerS / ((Math.PI / 4) * innerDiameterM ** 2);
}

/** Darcy friction factor after Swamee and Jain; within 3 % of Colebrook for 5e3 < Re < 1e8. */
export function frictionFactor({ innerDiameterM, velocityMPerS, fluid }: PipeFlow): number {
  const reynolds = (fluid.densityKgPerM3 * velocityMPerS * innerDiameterM) / fluid.viscosityPaS;
  return 0.25 / Math.log10(fluid.roughnessM / (3.7 * innerDiameterM) + 5.74 / reynolds ** 0.9) ** 2;
}

/** Pa per m after Darcy and Weisbach. */
export function pressureGradient(flow: PipeFlow): number {
  return ((frictionFactor(flow) / flow.innerDiameterM) * flow.fluid.densityKgPerM3 * flow.velocityMPerS ** 2) / 2;
}

/** kW at the meter to push a volume against a pressure. */
export function pumpingKw({
  pressurePa,
  volumeM3PerS,
  efficiency,
}: {
  pressurePa: number;
  volumeM3PerS: number;
  efficiency: number;
}): number {
  return (pressurePa * volumeM3PerS) / efficiency / 1000;
}

/**
 * kWh at the meter to compress one normal m3 adiabatically with intercooling between equal stages.
 * @param ratio outlet over inlet pressure; up to 4 per stage
 * @param k     isentropic exponent of the gas: air 1.40, CO2 1.29, CH4 1.31
 */
export function compressionKwh({
  ratio,
  k,
  stages,
  inletC,
}: {
  ratio: number;
  k: number;
  stages: number;
  inletC: number;
}): number {
  const exponent = (k - 1) / (k * stages);
  const ideal =
    (stages * (k / (k - 1)) * normalPressureKpa * ((inletC + 273.15) / 273.15) * (ratio ** exponent - 1)) / 3600;
  return ideal / compressorEfficiency;
}

const normalPressureKpa = 101.325;
const compressorEfficiency = 0.75;
