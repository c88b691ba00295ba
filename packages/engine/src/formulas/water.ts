// Moving water: the head lost in a pipe and the energy of a pump.
import { type PipeFlow, pressureGradient } from './pipes.ts';

/** m of head lost in a straight pipe after Darcy and Weisbach: f (L/D) v^2/(2g). */
export function frictionHeadM(flow: PipeFlow, lengthM: number): number {
  return (pressureGradient(flow) * lengthM) / (flow.fluid.densityKgPerM3 * gravity);
}

/**
 * The same after Hazen and Williams: 10.67 L Q^1.852 / (C^1.852 D^4.8704). A second opinion for water of 5 to 25 °C, below
 * 3 m/s and above 50 mm only; Darcy and Weisbach is preferred.
 *
 * @param roughness C: 150 plastic, 130 new and 100 old iron
 */
export function hazenWilliamsHeadM({
  volumeM3PerS,
  innerDiameterM,
  lengthM,
  roughness,
}: {
  volumeM3PerS: number;
  innerDiameterM: number;
  lengthM: number;
  roughness: number;
}): number {
  return (10.67 * lengthM * volumeM3PerS ** 1.852) / (roughness ** 1.852 * innerDiameterM ** 4.8704);
}

/** m of head of a pump: the rise, the friction with its local losses, and what must be left at the tap. */
export function pumpHeadM({
  riseM,
  frictionM,
  localLosses,
  deliveryM = 0,
}: {
  riseM: number;
  frictionM: number;
  localLosses: number;
  deliveryM?: number;
}): number {
  return riseM + (1 + localLosses) * frictionM + deliveryM;
}

/** kWh at the meter per m3 of cold water lifted by a head: rho g H / (3.6e6 eta). Distance enters through friction only. */
export function liftingKwhPerM3(headM: number, efficiency: number): number {
  return (coldWaterKgPerM3 * gravity * headM) / (joulePerKwh * efficiency);
}

/**
 * How many times as dear per m3 a plant is than one of 1,000 m3 a day or more: twice at 100 m3 a day, at most 8 times.
 * Grows more slowly than the plant shrinks, so a larger one always costs more in all. Source: rule of the trade, judgement.
 */
export function smallPlantFactor(m3PerHour: number): number {
  return Math.min(dearestPlant, Math.max(1, (largePlantM3PerDay / (24 * m3PerHour)) ** Math.log10(2)));
}

/** What treatment leaves of the water, and what must be got rid of, in the unit of `volume`. */
export function recovered(volume: number, recovery: number): { readonly clean: number; readonly concentrate: number } {
  return { clean: volume * recovery, concentrate: volume * (1 - recovery) };
}

/**
 * Part of a stream that has to go through a plant so that, mixed with the rest, the whole is at `to`.
 *
 * Of a part x the plant leaves x R of water with c1 (1 - r): (c1 (1 - x) + x R c1 (1 - r)) / (1 - x + x R) = c2, so
 * x = (c1 - c2) / (c1 - c2 + R (c2 - c1 (1 - r))). Above 1 or below 0 where the plant cannot do it.
 *
 * @param from     c1, in any unit of content
 * @param to       c2
 * @param removal  r, share of the content of its feed that the plant takes out of the water that it leaves
 * @param recovery R, share of its feed that the plant leaves
 */
export function treatedPart({
  from,
  to,
  removal,
  recovery,
}: {
  from: number;
  to: number;
  removal: number;
  recovery: number;
}): number {
  return (from - to) / (from - to + recovery * (to - from * (1 - removal)));
}

/**
 * mol of acid or lye (as ions of hydrogen or hydroxide) per m3 of water that nothing buffers between two pH values at 25 °C:
 * the change of [H+] - [OH-]. Next to nothing between 6 and 8, and ten times as much for every step beyond.
 */
export function ionsMolPerM3(fromPh: number, toPh: number): number {
  return litrePerM3 * Math.abs(netHydrogen(fromPh) - netHydrogen(toPh));
}

/** mol/l of hydrogen ions less those of hydroxide, with the ion product of water of 1e-14. */
function netHydrogen(ph: number): number {
  return 10 ** -ph - 10 ** (ph - 14);
}

const litrePerM3 = 1000;
const largePlantM3PerDay = 1000;
const dearestPlant = 8;
const gravity = 9.81;
const coldWaterKgPerM3 = 998;
const joulePerKwh = 3.6e6;
