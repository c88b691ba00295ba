// The pipe that carries a pair's rate, by what flows in it: how wide, how dear per metre, how much power it takes.
import type { Pair } from '../../pair.ts';
import { factor } from '../factors.ts';
import { costedDiameter, waterFor } from './heat-pipe.ts';
import { spreadOf } from './heat-spread.ts';
import { coldWater, compressionKwh, hotWater, pressureGradient, pumpingKw } from './hydraulics.ts';

export interface Pipe {
  readonly kind: 'heat' | 'steam' | 'water' | 'gas';
  /** Nominal for heat and steam, outer for water and gas, mm. */
  readonly diameterMm: number;
  readonly eurPerMetreLow: number;
  readonly eurPerMetreMid: number;
  readonly eurPerMetreHigh: number;
  /** Pumps or compressors while both run. */
  readonly powerKw: number;
}

type Bound = 'low' | 'mid' | 'high';

export function pipeFor({ supply, commonRate }: Pair, lengthM: number): Pipe {
  const { id, family } = supply.type;
  if (family === 'steam') return steamPipe(commonRate);
  if (family === 'gas') return gasPipe(id, commonRate);
  if (family === 'water') return waterPipe(commonRate, lengthM);
  const spread = spreadOf(id);
  if (spread === null)
    throw new Error(`Expected a temperature spread for ${id} in heat-spread.ts, got none: it fixes the pipe`);
  return heatPipe(waterFor(commonRate, spread), lengthM);
}

function heatPipe(kgPerS: number, lengthM: number): Pipe {
  const diameterMm = costedDiameter(kgPerS);
  const pressurePa = designGradient * 2 * lengthM * (1 + localLossesHeat);
  const powerKw = pumpingKw({ pressurePa, volumeM3PerS: kgPerS / hotWater.densityKgPerM3, efficiency });
  return priced('heat', diameterMm, powerKw, (bound) => heatPipeCost(diameterMm, bound));
}

/** EUR per metre of trench of a pre-insulated pair under a paved industrial park: s (300 + 3.9 DN). */
export function heatPipeCost(nominalMm: number, bound: Bound): number {
  return heatSurface * (heatBase[bound] + heatPerMm[bound] * nominalMm);
}

function steamPipe(kw: number): Pipe {
  const volumeM3PerS = kw / steamHeatKjPerKg / steamDensityKgPerM3;
  const diameterMm = Math.max(25, innerDiameter(volumeM3PerS, steamMPerS) * 1000);
  return priced('steam', diameterMm, 0, (bound) => steamFactor[bound] * heatPipeCost(diameterMm, 'mid'));
}

function waterPipe(m3PerHour: number, lengthM: number): Pipe {
  const volumeM3PerS = m3PerHour / 3600;
  const innerDiameterM =
    Math.max(smallestPlasticMm * plasticBore, innerDiameter(volumeM3PerS, waterMPerS) * 1000) / 1000;
  const diameterMm = (innerDiameterM * 1000) / plasticBore;
  const gradient = pressureGradient({ innerDiameterM, velocityMPerS: waterMPerS, fluid: coldWater });
  const pressurePa = gradient * lengthM * (1 + localLossesWater);
  const powerKw = pumpingKw({ pressurePa, volumeM3PerS, efficiency });
  return priced('water', diameterMm, powerKw, (bound) => waterPipeCost(diameterMm, bound));
}

/** EUR per metre of a plastic pipe by outer diameter, paved: s (70 + 0.75 DA + 0.0023 DA^2.0236); low and high in proportion. */
export function waterPipeCost(outerMm: number, bound: Bound): number {
  const mid = plasticBase.mid + 0.75 * outerMm + 0.0023 * outerMm ** 2.0236;
  return plasticSurface * mid * (plasticBase[bound] / plasticBase.mid);
}

function gasPipe(type: string, m3PerHour: number): Pipe {
  const reference = type === 'gas.hydrogen' ? steelGasPipe : plasticGasPipe;
  const widening = Math.max(1, Math.sqrt(m3PerHour / gasPipeCapacity));
  const ratio = deliveredUnderPressure.has(type) ? 1 : boostRatio;
  const powerKw = m3PerHour * compressionKwh({ ratio, k: 1.3, stages: 1, inletC: 20 });
  return priced('gas', gasPipeMm * widening, powerKw, (bound) => plasticSurface * reference[bound] * widening);
}

function priced(kind: Pipe['kind'], diameterMm: number, powerKw: number, eurPerMetre: (bound: Bound) => number): Pipe {
  return {
    kind,
    diameterMm,
    eurPerMetreLow: eurPerMetre('low'),
    eurPerMetreMid: eurPerMetre('mid'),
    eurPerMetreHigh: eurPerMetre('high'),
    powerKw,
  };
}

function innerDiameter(volumeM3PerS: number, mPerS: number): number {
  return Math.sqrt((4 * volumeM3PerS) / (Math.PI * mPerS));
}

const heatBase = factor('pipe.heat_base');
const heatPerMm = factor('pipe.heat_per_mm');
const heatSurface = factor('pipe.heat_surface').mid;
const steamFactor = factor('pipe.steam_factor');
const plasticBase = factor('pipe.plastic_base');
const plasticSurface = factor('pipe.plastic_surface').mid;
const plasticGasPipe = factor('pipe.gas');
const steelGasPipe = factor('pipe.gas_steel');
const designGradient = factor('pipe.friction').mid;
const efficiency = factor('pipe.pump_efficiency').mid;

const localLossesHeat = 0.2;
const localLossesWater = 0.1;
/** Steam at 10 bar with feed water of 105 °C: heat per kg, density, and the middle of the usual 25 to 40 m/s. */
const steamHeatKjPerKg = 2337;
const steamDensityKgPerM3 = 5.15;
const steamMPerS = 30;
/** Plastic pipe: design velocity, smallest size, inner over outer diameter (73.6/90). */
const waterMPerS = 1;
const smallestPlasticMm = 63;
const plasticBore = 0.818;
/** Gas: normal m3/h that DA 110 carries near 6 bar at 15 m/s, and the boost a source near atmospheric pressure needs. */
const gasPipeMm = 110;
const gasPipeCapacity = 2000;
const boostRatio = 4;
const deliveredUnderPressure: ReadonlySet<string> = new Set([
  'gas.natural_gas',
  'gas.biomethane',
  'gas.compressed_air',
]);
