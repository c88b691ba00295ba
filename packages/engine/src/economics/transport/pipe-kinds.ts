// The pipe that carries a pair's rate, by what flows in it: how wide, how dear per metre, how much power it takes.
import { compressionKwh } from '../../formulas/gas.ts';
import { waterFor } from '../../formulas/heat.ts';
import {
  boreFor,
  coldWater,
  costedDiameter,
  heatPipeEurPerM,
  hotWater,
  plasticPipeEurPerM,
  pressureGradient,
  pumpingKw,
} from '../../formulas/pipes.ts';
import type { Pair } from '../../pair.ts';
import type { FactorValues } from '../factor-table.ts';
import { gasOf } from './gas-of-type.ts';
import { spreadOf } from './heat-spread.ts';
import {
  boostOf,
  gasBore,
  gasPipeMm,
  gateBarOf,
  isSteel,
  plasticBore,
  pressurePipeBoreMm,
  steelRatedBar,
} from './pressure-pipe.ts';

export interface Pipe {
  readonly kind: 'heat' | 'steam' | 'water' | 'plastic_gas' | 'steel_gas';
  /** Nominal for heat and steam, outer for water and gas, mm. */
  readonly diameterMm: number;
  readonly eurPerMetre: number;
  /** Pumps or compressors while both run. */
  readonly powerKw: number;
  /** bar of a gas above what the priced pipe of pressure class 16 holds: a pipe for it costs more than this. */
  readonly abovePriceBar?: number;
}

export function pipeFor(pair: Pair, lengthM: number, values: FactorValues): Pipe {
  const { supply, commonRate } = pair;
  const { id, family } = supply.type;
  if (family === 'steam') return steamPipe(pressurePipeBoreMm(pair, lengthM), values);
  if (family === 'gas') return gasPipe(pair, pressurePipeBoreMm(pair, lengthM), values);
  if (family === 'water') return waterPipe(commonRate, lengthM, values);
  const spread = spreadOf(id);
  if (spread === null)
    throw new Error(`Expected a temperature spread for ${id} in heat-spread.ts, got none: it fixes the pipe`);
  return heatPipe(waterFor(commonRate, spread), lengthM, values);
}

function heatPipe(kgPerS: number, lengthM: number, values: FactorValues): Pipe {
  const diameterMm = costedDiameter(kgPerS);
  const efficiency = values['pipe.pump_efficiency'];
  const pressurePa = values['pipe.friction'] * 2 * lengthM * (1 + localLossesHeat);
  const powerKw = pumpingKw({ pressurePa, volumeM3PerS: kgPerS / hotWater.densityKgPerM3, efficiency });
  return { kind: 'heat', diameterMm, eurPerMetre: heatPipeCost(diameterMm, values), powerKw };
}

/** EUR per metre of trench of a pre-insulated pair under a paved industrial park: level x s (300 + 3.9 DN). */
export function heatPipeCost(nominalMm: number, values: FactorValues): number {
  return values['pipe.heat_level'] * hotWaterLine(nominalMm, values);
}

/** The line without its level: what a steam pipe costs is stated as a multiple of it, with a band of its own. */
function hotWaterLine(nominalMm: number, values: FactorValues): number {
  const [base, perMm, surface] = [values['pipe.heat_base'], values['pipe.heat_per_mm'], values['pipe.heat_surface']];
  return heatPipeEurPerM({ nominalMm, base, perMm, surface });
}

function steamPipe(diameterMm: number, values: FactorValues): Pipe {
  const eurPerMetre = values['pipe.steam_factor'] * hotWaterLine(diameterMm, values);
  return { kind: 'steam', diameterMm, eurPerMetre, powerKw: 0 };
}

function waterPipe(m3PerHour: number, lengthM: number, values: FactorValues): Pipe {
  const volumeM3PerS = m3PerHour / 3600;
  const innerDiameterM = Math.max(smallestPlasticMm * plasticBore, boreFor(volumeM3PerS, waterMPerS) * 1000) / 1000;
  const diameterMm = (innerDiameterM * 1000) / plasticBore;
  const gradient = pressureGradient({ innerDiameterM, velocityMPerS: waterMPerS, fluid: coldWater });
  const pressurePa = gradient * lengthM * (1 + localLossesWater);
  const powerKw = pumpingKw({ pressurePa, volumeM3PerS, efficiency: values['pipe.pump_efficiency'] });
  return { kind: 'water', diameterMm, eurPerMetre: waterPipeCost(diameterMm, values), powerKw };
}

/** EUR per metre of a plastic pipe by outer diameter, paved: level x s (70 + 0.75 DA + 0.0023 DA^2.0236). */
export function waterPipeCost(outerMm: number, values: FactorValues): number {
  const [base, surface] = [values['pipe.plastic_base'], values['pipe.plastic_surface']];
  return values['pipe.plastic_level'] * plasticPipeEurPerM({ outerMm, base, surface });
}

/** A metre is as much dearer than one of the usual size as it is wider. */
function gasPipe(pair: Pair, boreMm: number, values: FactorValues): Pipe {
  const { supply, commonRate } = pair;
  const type = supply.type.id;
  const gateBar = gateBarOf(pair);
  const ofSteel = isSteel(type, gateBar);
  const diameterMm = boreMm / gasBore(ofSteel);
  const widening = diameterMm / gasPipeMm;
  const ratio = boostOf(pair);
  const efficiency = values['converter.gas_compressor.efficiency'];
  const { isentropicExponent } = gasOf(type);
  const powerKw = commonRate * compressionKwh({ ratio, isentropicExponent, stages: 1, inletC: 20, efficiency });
  const isAbovePrice = gateBar !== null && gateBar > steelRatedBar;
  const pipe = { diameterMm, powerKw, ...(isAbovePrice ? { abovePriceBar: gateBar } : {}) };
  // Steel has a price as laid, plastic one by the surface above it.
  if (ofSteel) return { ...pipe, kind: 'steel_gas', eurPerMetre: values['pipe.gas_steel'] * widening };
  const eurPerMetre = values['pipe.plastic_surface'] * values['pipe.gas'] * widening;
  return { ...pipe, kind: 'plastic_gas', eurPerMetre };
}

const localLossesHeat = 0.2;
const localLossesWater = 0.1;
/** Plastic pipe for water: design velocity, smallest size. */
const waterMPerS = 1;
const smallestPlasticMm = 63;
