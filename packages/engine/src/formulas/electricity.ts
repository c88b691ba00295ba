// A line of three phases: what it loses at a load and over a year.

interface Line {
  readonly kw: number;
  readonly kilovolt: number;
  readonly powerFactor: number;
  /** Of one conductor. */
  readonly ohmPerKm: number;
  readonly lengthKm: number;
}

/** A of each conductor: P / (sqrt(3) U cos phi). */
export function lineCurrent({ kw, kilovolt, powerFactor }: Pick<Line, 'kw' | 'kilovolt' | 'powerFactor'>): number {
  return kw / (Math.sqrt(3) * kilovolt * powerFactor);
}

/** kW lost: 3 I^2 R' L. Low voltage carries 0.3 to 0.5 km, 10 to 20 kV about 10 km, whatever this says. */
export function lineLossKw({ ohmPerKm, lengthKm, ...load }: Line): number {
  return (3 * lineCurrent(load) ** 2 * ohmPerKm * lengthKm) / 1000;
}

/** Loss over power while the line carries that power. */
export function lineLossShare(line: Line): number {
  return lineLossKw(line) / line.kw;
}

/** Mean loss over the loss at peak: 0.2 LF + 0.8 LF^2, for load factors (mean over peak load) from 0 to 1. */
export function lossFactor(loadFactor: number): number {
  return 0.2 * loadFactor + 0.8 * loadFactor ** 2;
}

/** kWh lost in a year by a line that loses `peakLossKw` at its peak. */
export function yearlyLossKwh(peakLossKw: number, loadFactor: number): number {
  return peakLossKw * hoursOfYear * lossFactor(loadFactor);
}

const hoursOfYear = 8760;
