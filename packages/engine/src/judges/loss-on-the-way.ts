// What a quality parameter loses between the supplier's gate and the receiver's.
import type { QualityParameter } from '@crg/domain/taxonomy';
import { spreadOf } from '../economics/transport/heat-spread.ts';
import { waterFor } from '../formulas/heat.ts';
import { temperatureAfter } from '../formulas/pipes.ts';
import type { Pair } from '../pair.ts';

/**
 * In the parameter's unit, 0 or more, always to the disadvantage of the pair. Water in a buried pipe moves towards the
 * temperature of the ground; steam condenses instead of cooling and is sized for it, so its temperature is not lowered here.
 */
export function lossOnTheWay(pair: Pair, parameter: QualityParameter): number {
  const spread = spreadOf(pair.supply.type.id);
  if (spread === null || parameter.id !== 'temperature_c') return 0;
  const stated = pair.supply.flow.quality[parameter.id];
  const inletC = parameter.kind === 'at_most' ? stated?.max : stated?.min;
  if (inletC === null || inletC === undefined) return 0;
  const outletC = temperatureAfter({
    inletC,
    lengthM: pair.pipeKm * 1000,
    kgPerS: waterFor(pair.commonRate, spread),
  });
  return Math.max(0, parameter.kind === 'at_most' ? outletC - inletC : inletC - outletC);
}
