// Liquids in pipes: friction, pumping, heat lost on the way, which size carries how much, and what a metre costs.
import { waterHeatKjPerKgK } from './heat.ts';

export interface Fluid {
  readonly densityKgPerM3: number;
  readonly viscosityPaS: number;
  /** Roughness of the usual pipe wall for this fluid. */
  readonly roughnessM: number;
}

/** Water at 75 °C in steel and at 20 °C in plastic. Source: textbook. */
export const hotWater: Fluid = { densityKgPerM3: 975, viscosityPaS: 3.78e-4, roughnessM: 0.05e-3 };
export const coldWater: Fluid = { densityKgPerM3: 998, viscosityPaS: 1e-3, roughnessM: 0.01e-3 };

export interface PipeFlow {
  readonly innerDiameterM: number;
  readonly velocityMPerS: number;
  readonly fluid: Fluid;
}

/** m/s of a volume through a round pipe. */
export function velocity(volumeM3PerS: number, innerDiameterM: number): number {
  return volumeM3PerS / ((Math.PI / 4) * innerDiameterM ** 2);
}

/** m of bore in which a volume flows at a velocity. */
export function boreFor(volumeM3PerS: number, mPerS: number): number {
  return Math.sqrt((4 * volumeM3PerS) / (Math.PI * mPerS));
}

/** rho v D / mu. */
export function reynoldsNumber({ innerDiameterM, velocityMPerS, fluid }: PipeFlow): number {
  return (fluid.densityKgPerM3 * velocityMPerS * innerDiameterM) / fluid.viscosityPaS;
}

/**
 * Darcy friction factor after Swamee and Jain: 0.25 / log10(k/(3.7 D) + 5.74/Re^0.9)^2.
 * Within 3 % of Colebrook for 5e3 < Re < 1e8.
 */
export function frictionFactor({
  reynolds,
  relativeRoughness,
}: {
  reynolds: number;
  relativeRoughness: number;
}): number {
  return 0.25 / Math.log10(relativeRoughness / 3.7 + 5.74 / reynolds ** 0.9) ** 2;
}

/** Pa per m after Darcy and Weisbach: f/D rho v^2/2. */
export function pressureGradient(flow: PipeFlow): number {
  const { innerDiameterM, velocityMPerS, fluid } = flow;
  const friction = frictionFactor({
    reynolds: reynoldsNumber(flow),
    relativeRoughness: fluid.roughnessM / innerDiameterM,
  });
  return ((friction / innerDiameterM) * fluid.densityKgPerM3 * velocityMPerS ** 2) / 2;
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

export interface HeatPipe {
  readonly dn: number;
  readonly innerMm: number;
  /** Where the drop reaches 150 Pa/m; the velocity limits of the trade hold as well. */
  readonly kgPerS: number;
  /** One pipe of a buried, pre-insulated pair (insulation series 2, soil 1.2 W/mK, 0.6 m cover). Source: Brugg Premant catalogue 2013. */
  readonly lossWPerMK: number;
}

const size = (dn: number, innerMm: number, kgPerS: number, lossWPerMK: number): HeatPipe => ({
  dn,
  innerMm,
  kgPerS,
  lossWPerMK,
});

export const heatPipes: readonly HeatPipe[] = [
  size(25, 28.5, 0.357, 0.134),
  size(40, 43.1, 1.07, 0.165),
  size(50, 54.5, 2.0, 0.184),
  size(65, 70.3, 3.93, 0.207),
  size(80, 82.5, 6.0, 0.216),
  size(100, 107.1, 11.9, 0.225),
  size(125, 132.5, 20.9, 0.26),
  size(150, 160.3, 34.4, 0.295),
  size(200, 210.1, 70.0, 0.312),
  size(300, 312.7, 198, 0.347),
  size(400, 393.8, 361, 0.346),
];

const largest = heatPipes.at(-1) as HeatPipe;

/** The smallest pipe that carries the flow; the largest one for more, which then needs several lines. */
export function smallestPipe(kgPerS: number): HeatPipe {
  return heatPipes.find((pipe) => pipe.kgPerS >= kgPerS) ?? largest;
}

/** m/s that hot water may reach in a pipe of this size without noise and wear. Source: rule of the trade. */
export function velocityLimit(dn: number): number {
  if (dn <= 50) return 1;
  if (dn <= 100) return 1.5;
  return dn <= 150 ? 2 : 3;
}

/**
 * Diameter in mm by which a pipe is costed: on straight lines between the sizes of the table, so that a taker of a little
 * more never pays a whole size more. Growing, and less than in proportion to the flow; extended beyond the largest size.
 */
export function costedDiameter(kgPerS: number): number {
  return betweenSizes(kgPerS, ({ dn }) => dn);
}

/** W/mK by which the loss of one pipe of a pair is costed: between the sizes like its diameter, beyond the largest as many as it takes. */
export function costedLoss(kgPerS: number): number {
  if (kgPerS > largest.kgPerS) return (largest.lossWPerMK * kgPerS) / largest.kgPerS;
  return betweenSizes(kgPerS, ({ lossWPerMK }) => lossWPerMK);
}

/** On straight lines through the table; the smallest size below it, the last line prolonged beyond it. */
function betweenSizes(kgPerS: number, valueAt: (pipe: HeatPipe) => number): number {
  const above = heatPipes.findIndex((pipe) => pipe.kgPerS >= kgPerS);
  if (above === 0) return valueAt(heatPipes[0] as HeatPipe);
  const index = above === -1 ? heatPipes.length - 1 : above;
  const larger = heatPipes[index] as HeatPipe;
  const smaller = heatPipes[index - 1] as HeatPipe;
  const share = (kgPerS - smaller.kgPerS) / (larger.kgPerS - smaller.kgPerS);
  return valueAt(smaller) + (valueAt(larger) - valueAt(smaller)) * share;
}

/**
 * W per m of trench of a buried pair: 2 U (T_m - T_ground), T_m the mean of both pipes. A constant power, whatever flows;
 * below 0 for cold, which the ground warms.
 */
export function pairLossWPerM({
  lossWPerMK,
  flowC,
  returnC,
}: {
  lossWPerMK: number;
  flowC: number;
  returnC: number;
}): number {
  return 2 * lossWPerMK * ((flowC + returnC) / 2 - groundC);
}

/** °C at the far end of one pipe: T_g + (T - T_g) exp(-U L/(m cp)). */
export function temperatureAfter({
  inletC,
  lengthM,
  kgPerS,
}: {
  inletC: number;
  lengthM: number;
  kgPerS: number;
}): number {
  return temperatureAlong({ pipe: smallestPipe(perLine(kgPerS)), inletC, lengthM, kgPerS: perLine(kgPerS) });
}

/** The same in a pipe that already lies there. */
export function temperatureAlong({
  pipe,
  inletC,
  lengthM,
  kgPerS,
}: {
  pipe: HeatPipe;
  inletC: number;
  lengthM: number;
  kgPerS: number;
}): number {
  return groundC + (inletC - groundC) * remainingShare({ pipe, lengthM, kgPerS });
}

/** °C needed at the near end for `outletC` at the far end. */
export function temperatureBefore({
  outletC,
  lengthM,
  kgPerS,
}: {
  outletC: number;
  lengthM: number;
  kgPerS: number;
}): number {
  const each = perLine(kgPerS);
  return groundC + (outletC - groundC) / remainingShare({ pipe: smallestPipe(each), lengthM, kgPerS: each });
}

/** kg/s in each of the lines that it takes beyond the largest size. */
function perLine(kgPerS: number): number {
  return kgPerS / Math.max(1, Math.ceil(kgPerS / largest.kgPerS));
}

function remainingShare({ pipe, lengthM, kgPerS }: { pipe: HeatPipe; lengthM: number; kgPerS: number }): number {
  return Math.exp((-pipe.lossWPerMK * lengthM) / (kgPerS * waterHeatKjPerKgK * 1000));
}

/** EUR per metre of trench of a pre-insulated pair: s (300 + 3.9 DN); factors 0.85, 1.25 and 1.80 for s by surface. */
export function heatPipeEurPerM({
  nominalMm,
  base,
  perMm,
  surface,
}: {
  nominalMm: number;
  base: number;
  perMm: number;
  surface: number;
}): number {
  return surface * (base + perMm * nominalMm);
}

/** EUR per metre of a plastic pipe by outer diameter: s (70 + 0.75 DA + 0.0023 DA^2.0236); s = 1.0 unpaved, 1.8 paved, 2.8 city. */
export function plasticPipeEurPerM({
  outerMm,
  base,
  surface,
}: {
  outerMm: number;
  base: number;
  surface: number;
}): number {
  return surface * (base + 0.75 * outerMm + 0.0023 * outerMm ** 2.0236);
}

/** °C of the ground, all year. */
const groundC = 10;
