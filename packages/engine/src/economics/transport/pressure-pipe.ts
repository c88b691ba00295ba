// The pipe of steam and gas: as wide as its velocity and its pressure need, and what pressure is left at its end.
import { saturationTemperatureC } from '@crg/domain/saturation';
import { type GasPipeFlow, gasPipeBoreM, gasPipeInletBar, gasPipeOutletBar } from '../../formulas/gas.ts';
import { boreFor } from '../../formulas/pipes.ts';
import { steamHeatKjPerKg, steamInPipe } from '../../formulas/steam.ts';
import type { Pair } from '../../pair.ts';
import { gasOf } from './gas-of-type.ts';

/** Whether what the supply gives loses pressure on its way: steam and gases do; water is pumped. */
export function losesPressure({ supply }: Pair): boolean {
  return supply.type.family === 'steam' || supply.type.family === 'gas';
}

/**
 * Inner diameter in mm of the pipe that a pair of steam or gas is costed by: for the velocity of the trade, and where the supply
 * states its pressure, wide enough to lose no more than a tenth of it on the way.
 */
export function pressurePipeBoreMm(pair: Pair, lengthM: number): number {
  const gateBar = gateBarOf(pair);
  const usual = usualBoreMm(pair, gateBar);
  if (gateBar === null || lengthM === 0) return usual;
  const inletBar = pipeInletBar(pair, gateBar);
  const outletBar = gateBar * shareThatArrives;
  return 1000 * gasPipeBoreM({ ...flowIn(pair, gateBar, lengthM), inletBar, outletBar, atLeastM: usual / 1000 });
}

/** By velocity alone. @param bar in the pipe, as `isSteel` takes it */
function usualBoreMm({ supply: { type }, commonRate }: Pair, bar: number | null): number {
  if (type.family === 'steam')
    return Math.max(smallestSteamMm, boreFor(steamKgPerS(commonRate) / steamDensityKgPerM3, steamMPerS) * 1000);
  const widening = Math.max(1, Math.sqrt(commonRate / gasPipeCapacity));
  return gasPipeMm * widening * gasBore(isSteel(type.id, bar));
}

/** Inner over outer diameter: plastic DA 90 has 73.6 mm inside, steel DN 100 107.1 of 114.3 mm. */
export function gasBore(ofSteel: boolean): number {
  return ofSteel ? 107.1 / 114.3 : plasticBore;
}

/** Hydrogen, and any gas that leaves its source above the 7 bar (absolute) that plastic may hold. @param gateBar null: not stated */
export function isSteel(type: string, gateBar: number | null): boolean {
  return type === 'gas.hydrogen' || (gateBar !== null && gateBar > plasticRatedBar);
}

/** bar (absolute) that the supply states to give at least; null where it states none. */
export function gateBarOf({ supply }: Pair): number | null {
  return supply.flow.quality.pressure_bar?.min ?? null;
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
  // What arrives above the rating of plastic was sent in steel; below it a pipe of plastic, the narrower one, loses more.
  const innerDiameterM = usualBoreMm(pair, outletBar) / 1000;
  const flow = { ...flowIn(pair, atMost, lengthM), roughnessM: roughnessM(pair, outletBar) };
  return Math.min(atMost, gasPipeInletBar({ ...flow, innerDiameterM, outletBar }) * hair);
}

/** bar that a source of steam or gas has to send for `outletBar` to arrive, however far: the pipe is chosen to lose no more. */
export function sentForPressure(outletBar: number): number {
  return (outletBar / shareThatArrives) * hair;
}

/**
 * Outlet over inlet pressure of the compressor that is costed with the pipe: what lifts a stated pressure to what the pipe is
 * rated for, fourfold where none is stated; 1 where the gas comes under pressure anyway.
 */
export function boostOf(pair: Pair): number {
  const gateBar = gateBarOf(pair);
  return gateBar === null ? greatestBoost(pair) : pipeInletBar(pair, gateBar) / gateBar;
}

function greatestBoost({ supply: { type } }: Pair): number {
  return deliveredUnderPressure.has(type.id) ? 1 : boostRatio;
}

function pipeInletBar(pair: Pair, gateBar: number): number {
  const { type } = pair.supply;
  if (type.family !== 'gas') return gateBar;
  const rated = type.id === 'gas.hydrogen' ? steelRatedBar : plasticRatedBar;
  return Math.max(gateBar, Math.min(rated, gateBar * greatestBoost(pair)));
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
  const gas = gasOf(id);
  const kgPerS = (commonRate * gas.kgPerM3) / 3600;
  return { gas, kgPerS, roughnessM: roughnessM(pair, bar), lengthM, temperatureC: groundC };
}

function roughnessM({ supply: { type } }: Pair, bar: number): number {
  return type.family === 'steam' || isSteel(type.id, bar) ? steelRoughnessM : plasticRoughnessM;
}

/** Saturated, or as hot as the supply says it is at least. */
function steamTemperatureC({ supply }: Pair, bar: number): number {
  const boiling = saturationTemperatureC(bar) ?? hottestSaturatedC;
  return Math.max(boiling, supply.flow.quality.temperature_c?.min ?? boiling);
}

function steamKgPerS(kw: number): number {
  return kw / steamHeat;
}

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
export const steelRatedBar = 17;
