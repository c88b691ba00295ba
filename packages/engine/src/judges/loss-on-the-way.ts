// What a quality parameter loses between the supplier's gate and the receiver's.
import type { QualityParameter } from '@crg/domain/taxonomy';
import { spreadOf } from '../economics/transport/heat-spread.ts';
import { losesPressure, pressureAtGate, pressureAtReceiver } from '../economics/transport/pressure-pipe.ts';
import { waterFor } from '../formulas/heat.ts';
import { temperatureAfter } from '../formulas/pipes.ts';
import type { Pair } from '../pair.ts';

/**
 * In the parameter's unit, 0 or more, always to the disadvantage of the pair. Water in a buried pipe moves towards the
 * temperature of the ground; steam condenses instead of cooling and is sized for it, so its temperature is not lowered here.
 * Steam and gases lose pressure by friction. What comes back to the source (`return_temperature_c`) only cools on its way,
 * which helps, so nothing is taken off it.
 */
export function lossOnTheWay(pair: Pair, parameter: QualityParameter): number {
  const stated = pair.supply.flow.quality[parameter.id];
  const gate = parameter.kind === 'at_most' ? stated?.max : stated?.min;
  if (gate === null || gate === undefined) return 0;
  if (parameter.id === 'temperature_c') return temperatureLost(pair, parameter, gate);
  if (parameter.id === 'pressure_bar' && losesPressure(pair)) return Math.max(0, gate - pressureAtReceiver(pair, gate));
  return 0;
}

/**
 * What a supply has to guarantee at its own gate so that `wanted` arrives, for a parameter that friction takes from; `wanted`
 * itself for all others. Temperature has its own way back (`temperatureBefore`), because it depends on how much water flows.
 */
export function neededAtGate(pair: Pair, parameter: QualityParameter, wanted: number): number {
  const loses = parameter.id === 'pressure_bar' && parameter.kind === 'at_least' && losesPressure(pair);
  return loses ? pressureAtGate(pair, wanted) : wanted;
}

function temperatureLost(pair: Pair, { kind }: QualityParameter, inletC: number): number {
  const spread = spreadOf(pair.supply.type.id);
  if (spread === null) return 0;
  const kgPerS = waterFor(pair.commonRate, spread);
  const outletC = temperatureAfter({ inletC, lengthM: pair.pipeKm * 1000, kgPerS });
  return Math.max(0, kind === 'at_most' ? outletC - inletC : inletC - outletC);
}
