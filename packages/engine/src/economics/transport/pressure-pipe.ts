// The pipe of steam and gas: as wide as its velocity and its pressure need, and what pressure is left at its end.
import { saturationTemperatureC } from '@crg/domain/saturation';
import {
  type Gas,
  type GasPipeFlow,
  gases,
  gasPipeBoreM,
  gasPipeInletBar,
  gasPipeOutletBar,
} from '../../formulas/gas.ts';
import { boreFor } from '../../formulas/pipes.ts';
import { steamHeatKjPerKg, steamInPipe } from '../../formulas/steam.ts';
import type { Pair } from '../../pair.ts';

/** Whether what the supply gives loses pressure on its way: steam and gases do; water is pumped. */
export function losesPressure({ supply }: Pair): boolean {
  return supply.type.family === 'steam' || supply.type.family === 'gas';
}

/**
 * Inner diameter in mm of the pipe that a pair of steam or gas is costed by: for the velocity of the trade, and where the supply
 * states its pressure, wide enough to lose no more than a tenth of it on the way.
 */
export function pressurePipeBoreMm(pair: Pair, lengthM: number): number {
  const usual = usualBoreMm(pair);
  const gateBar = pair.supply.flow.quality.pressure_bar?.min ?? null;
  if (gateBar === null || lengthM === 0) return usual;
  const inletBar = pipeInletBar(pair, gateBar);
  const outletBar = gateBar * shareThatArrives;
  return 1000 * gasPipeBoreM({ ...flowIn(pair, gateBar, lengthM), inletBar, outletBar, atLeastM: usual / 1000 });
}

/** By velocity alone. */
export function usualBoreMm({ supply: { type }, commonRate }: Pair): number {
  if (type.family === 'steam')
    return Math.max(smallestSteamMm, boreFor(steamKgPerS(commonRate) / steamDensityKgPerM3, steamMPerS) * 1000);
  const widening = Math.max(1, Math.sqrt(commonRate / gasPipeCapacity));
  return gasPipeMm * widening * gasBore(type.id);
}

/** Inner over outer diameter: plastic DA 90 has 73.6 mm inside, steel DN 100 107.1 of 114.3 mm. */
export function gasBore(type: string): number {
  return type === 'gas.hydrogen' ? 107.1 / 114.3 : plasticBore;
}

/**
 * bar (absolute) at the receiver of what leaves the supplier's gate at `gateBar`, in the pipe that is costed.
 *
 * A gas near atmospheric pressure goes through the compressor that is costed with its pipe, up to what the pipe may hold.
 */
export function pressureAtReceiver(pair: Pair, gateBar: number): number {
  return gasPipeOutletBar({ ...flowInPipe(pair, gateBar), inletBar: pipeInletBar(pair, gateBar) }) ?? 0;
}

/** bar at the supplier's gate that are sure to leave `outletBar` at the receiver, whatever pipe is laid for them. */
export function pressureAtGate(pair: Pair, outletBar: number): number {
  const lengthM = pair.pipeKm * 1000;
  const atMost = sentForPressure(outletBar);
  const innerDiameterM = usualBoreMm(pair) / 1000;
  return Math.min(atMost, gasPipeInletBar({ ...flowIn(pair, atMost, lengthM), innerDiameterM, outletBar }) * hair);
}

/** bar that a source of steam or gas has to send for `outletBar` to arrive, however far: the pipe is chosen to lose no more. */
export function sentForPressure(outletBar: number): number {
  return (outletBar / shareThatArrives) * hair;
}

/** Outlet over inlet pressure of the compressor that is costed with the pipe; 1 where the gas comes under pressure anyway. */
export function boostOf(type: string): number {
  return deliveredUnderPressure.has(type) ? 1 : boostRatio;
}

function pipeInletBar({ supply: { type } }: Pair, gateBar: number): number {
  if (type.family !== 'gas') return gateBar;
  const rated = type.id === 'gas.hydrogen' ? steelRatedBar : plasticRatedBar;
  return Math.max(gateBar, Math.min(rated, gateBar * boostOf(type.id)));
}

function flowInPipe(pair: Pair, bar: number): GasPipeFlow {
  const lengthM = pair.pipeKm * 1000;
  return { ...flowIn(pair, bar, lengthM), innerDiameterM: pressurePipeBoreMm(pair, lengthM) / 1000 };
}

function flowIn(pair: Pair, bar: number, lengthM: number): Omit<GasPipeFlow, 'innerDiameterM'> {
  const { supply, commonRate } = pair;
  const { id, family } = supply.type;
  if (family === 'steam')
    return {
      gas: steamInPipe,
      kgPerS: steamKgPerS(commonRate),
      roughnessM: steelRoughnessM,
      lengthM,
      temperatureC: steamTemperatureC(pair, bar),
    };
  const gas = gasesByType[id] ?? gases.air;
  const roughnessM = id === 'gas.hydrogen' ? steelRoughnessM : plasticRoughnessM;
  return { gas, kgPerS: (commonRate * gas.kgPerM3) / 3600, roughnessM, lengthM, temperatureC: groundC };
}

/** Saturated, or as hot as the supply says it is at least. */
function steamTemperatureC({ supply }: Pair, bar: number): number {
  const boiling = saturationTemperatureC(bar) ?? hottestSaturatedC;
  return Math.max(boiling, supply.flow.quality.temperature_c?.min ?? boiling);
}

function steamKgPerS(kw: number): number {
  return kw / steamHeat;
}

/** Mixtures from a process, nitrogen and oxygen are about as heavy as air; heavier than methane, so never flattered. */
const gasesByType: Readonly<Record<string, Gas>> = {
  'gas.co2': gases.carbonDioxide,
  'gas.hydrogen': gases.hydrogen,
  'gas.natural_gas': gases.methane,
  'gas.biomethane': gases.methane,
};

/** Judgement: who lays a pipe chooses its width so that about so much of the pressure arrives. */
const shareThatArrives = 0.9;
/** Above the rounding of the bore that is looked for in steps. */
const hair = 1 + 1e-6;
/** Steam at 10 bar with feed water of 105 °C: heat per kg, density, and the middle of the usual 25 to 40 m/s. */
const steamHeat = steamHeatKjPerKg({ pressureBar: 10, feedC: 105 });
const steamDensityKgPerM3 = 5.15;
const steamMPerS = 30;
const smallestSteamMm = 25;
/** Gas: outer diameter, normal m3/h that DA 110 carries near 6 bar at 15 m/s, and the boost a source near atmospheric pressure needs. */
export const gasPipeMm = 110;
const gasPipeCapacity = 2000;
const boostRatio = 4;
export const plasticBore = 0.818;
const deliveredUnderPressure: ReadonlySet<string> = new Set([
  'gas.natural_gas',
  'gas.biomethane',
  'gas.compressed_air',
]);
const groundC = 15;
const hottestSaturatedC = 374;
const steelRoughnessM = 0.05e-3;
const plasticRoughnessM = 0.01e-3;
/** Plastic up to 6 bar (gauge); steel of pressure class 16. */
const plasticRatedBar = 7;
const steelRatedBar = 17;
