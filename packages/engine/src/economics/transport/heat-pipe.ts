// District-heating pipes: which diameter carries how much, what it loses on the way, what it costs.

export interface HeatPipe {
  readonly dn: number;
  readonly innerMm: number;
  /** At 150 Pa/m; the velocity limits of the trade hold as well. */
  readonly kgPerS: number;
  /** One pipe of a buried, pre-insulated pair (insulation series 2). Source: Brugg Premant catalogue 2013. */
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

/**
 * Diameter in mm by which a pipe is costed: on straight lines between the sizes of the table, so that a taker of a little
 * more never pays a whole size more. Growing, and less than in proportion to the flow; extended beyond the largest size.
 */
export function costedDiameter(kgPerS: number): number {
  const above = heatPipes.findIndex((pipe) => pipe.kgPerS >= kgPerS);
  if (above === 0) return (heatPipes[0] as HeatPipe).dn;
  const index = above === -1 ? heatPipes.length - 1 : above;
  const larger = heatPipes[index] as HeatPipe;
  const smaller = heatPipes[index - 1] as HeatPipe;
  return smaller.dn + ((larger.dn - smaller.dn) * (kgPerS - smaller.kgPerS)) / (larger.kgPerS - smaller.kgPerS);
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
  return groundC + (inletC - groundC) * remainingShare(lengthM, kgPerS);
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
  return groundC + (outletC - groundC) / remainingShare(lengthM, kgPerS);
}

function remainingShare(lengthM: number, kgPerS: number): number {
  const perLine = kgPerS / Math.max(1, Math.ceil(kgPerS / largest.kgPerS));
  return Math.exp((-smallestPipe(perLine).lossWPerMK * lengthM) / (perLine * waterHeatJPerKgK));
}

/** kg/s of water that carry `kw` when it cools by `spreadK`. */
export function waterFor(kw: number, spreadK: number): number {
  return kw / ((waterHeatJPerKgK / 1000) * spreadK);
}

const groundC = 10;
const waterHeatJPerKgK = 4190;
