// Gases: the work of compression and the pressure lost in a pipe. Normal m3: 0 °C, 101.325 kPa; pressures absolute.
import { frictionFactor } from './pipes.ts';

export interface Gas {
  /** cp over cv near 20 °C. */
  readonly isentropicExponent: number;
  readonly kgPerKmol: number;
  /** Per normal m3. */
  readonly kgPerM3: number;
  /** Near 15 °C. */
  readonly viscosityPaS: number;
}

/** Textbook values. */
export const gases = {
  air: { isentropicExponent: 1.4, kgPerKmol: 28.96, kgPerM3: 1.293, viscosityPaS: 1.81e-5 },
  carbonDioxide: { isentropicExponent: 1.29, kgPerKmol: 44.01, kgPerM3: 1.977, viscosityPaS: 1.47e-5 },
  methane: { isentropicExponent: 1.31, kgPerKmol: 16.04, kgPerM3: 0.717, viscosityPaS: 1.09e-5 },
  hydrogen: { isentropicExponent: 1.41, kgPerKmol: 2.016, kgPerM3: 0.0899, viscosityPaS: 0.87e-5 },
} as const satisfies Readonly<Record<string, Gas>>;

interface Compression {
  /** Outlet over inlet pressure, at least 1. */
  readonly ratio: number;
  readonly inletC: number;
}

interface StagedCompression extends Compression {
  readonly isentropicExponent: number;
  /** With cooling back to the inlet temperature between them; keep the ratio of each at 4 or less. */
  readonly stages: number;
}

/** kWh per normal m3 of the ideal machine that is cooled all the way: p_n (T1/273.15) ln r / 3600. */
export function isothermalKwh({ ratio, inletC }: Compression): number {
  return (normalPressureKpa * warmth(inletC) * Math.log(ratio)) / secondsPerHour;
}

/** kWh per normal m3 of an ideal gas in equal stages without losses: N k/(k-1) p_n (T1/273.15) (r^((k-1)/(kN)) - 1) / 3600. */
export function adiabaticKwh({ ratio, inletC, isentropicExponent: k, stages }: StagedCompression): number {
  const exponent = (k - 1) / (k * stages);
  return (stages * (k / (k - 1)) * normalPressureKpa * warmth(inletC) * (ratio ** exponent - 1)) / secondsPerHour;
}

/**
 * kWh at the meter per normal m3: adiabatic work over the machine's efficiency. A real gas takes 5-10 % less above 10 bar.
 * @param efficiency adiabatic work over electricity, 0.65 to 0.80
 */
export function compressionKwh({ efficiency, ...compression }: StagedCompression & { efficiency: number }): number {
  return adiabaticKwh(compression) / efficiency;
}

/** Stages that keep the ratio of each at 4 or less. */
export function stagesFor(ratio: number): number {
  return Math.max(1, Math.ceil(Math.log(ratio) / Math.log(greatestStageRatio) - 1e-9));
}

/**
 * Pressure at the far end of a gas pipe at constant temperature, bar: p1^2 - p2^2 = 16 f L m^2 R_s T / (pi^2 D^5).
 *
 * null where the pipe cannot carry the flow. Friction after Swamee and Jain; velocity should stay below 20 m/s.
 *
 * @param roughnessM of the wall, 0.05 mm for steel
 */
export function gasPipeOutletBar({ inletBar, ...flow }: GasPipeFlow & { inletBar: number }): number | null {
  const squared = inletBar ** 2 - squaredBarLost(flow);
  return squared > 0 ? Math.sqrt(squared) : null;
}

/** Pressure at the near end that leaves `outletBar` at the far end, bar: the same formula read the other way. */
export function gasPipeInletBar({ outletBar, ...flow }: GasPipeFlow & { outletBar: number }): number {
  return Math.sqrt(outletBar ** 2 + squaredBarLost(flow));
}

/** Inner diameter in m of the pipe that has just lost the pressure from inlet to outlet at the far end; not below `atLeastM`. */
export function gasPipeBoreM({
  inletBar,
  outletBar,
  atLeastM,
  ...flow
}: Omit<GasPipeFlow, 'innerDiameterM'> & { inletBar: number; outletBar: number; atLeastM: number }): number {
  const allowed = inletBar ** 2 - outletBar ** 2;
  let innerDiameterM = atLeastM;
  // The friction factor hardly changes with the bore, so the fifth root is nearly the answer at once.
  for (let turn = 0; turn < 6; turn++) {
    const lost = squaredBarLost({ ...flow, innerDiameterM });
    if (turn === 0 && lost <= allowed) return atLeastM;
    innerDiameterM *= (lost / allowed) ** 0.2;
  }
  return innerDiameterM;
}

export interface GasPipeFlow {
  readonly kgPerS: number;
  readonly gas: Pick<Gas, 'kgPerKmol' | 'viscosityPaS'>;
  readonly innerDiameterM: number;
  readonly roughnessM: number;
  readonly lengthM: number;
  readonly temperatureC: number;
}

/** p1^2 - p2^2 in bar^2; it does not depend on either pressure. */
function squaredBarLost({ kgPerS, gas, innerDiameterM, roughnessM, lengthM, temperatureC }: GasPipeFlow): number {
  const reynolds = (4 * kgPerS) / (Math.PI * innerDiameterM * gas.viscosityPaS);
  const friction = frictionFactor({ reynolds, relativeRoughness: roughnessM / innerDiameterM });
  const specific = gasConstant / gas.kgPerKmol;
  const kelvin = temperatureC + zeroCelsius;
  const squared = (16 * friction * lengthM * kgPerS ** 2 * specific * kelvin) / (Math.PI ** 2 * innerDiameterM ** 5);
  return squared / pascalPerBar ** 2;
}

const warmth = (inletC: number): number => (inletC + zeroCelsius) / zeroCelsius;

const zeroCelsius = 273.15;
const normalPressureKpa = 101.325;
const secondsPerHour = 3600;
const greatestStageRatio = 4;
/** J per kmol and K. */
const gasConstant = 8314.46;
const pascalPerBar = 1e5;
