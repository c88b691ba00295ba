// How hot heat has to leave its source.
import { spreadOf } from '../economics/transport/heat-spread.ts';
import { waterFor } from '../formulas/heat.ts';
import { temperatureBefore } from '../formulas/pipes.ts';
import { failsIn } from './fails-in.ts';
import { inSteps, type QualityGap, supplyReaching } from './quality-gap.ts';

/** °C so that the demand's temperature, its allowance and the way are covered; the smallest tenth that will do. null where nothing would. */
export function outletTemperature(gap: QualityGap): number | null {
  const { pair, to: outletC, rises } = gap;
  const spread = spreadOf(pair.supply.type.id);
  if (spread === null || !rises) return null;
  const kgPerS = waterFor(pair.commonRate, spread);
  const wanted = Math.max(outletC, temperatureBefore({ outletC, lengthM: pair.pipeKm * 1000, kgPerS }));
  return inSteps({ wanted, parts: 10, rises }, (value) => !failsIn(gap, supplyReaching(gap, value)));
}
