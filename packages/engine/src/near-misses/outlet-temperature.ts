// How hot heat, or how cold cold, has to leave its source.
import { spreadOf } from '../economics/transport/heat-spread.ts';
import { waterFor } from '../formulas/heat.ts';
import { temperatureBefore } from '../formulas/pipes.ts';
import { failsIn } from './fails-in.ts';
import { inSteps, type QualityGap, supplyReaching } from './quality-gap.ts';

/**
 * °C so that the demand's temperature, its allowance and the way are covered; the first tenth that will do.
 * null where nothing would, or no water carries it.
 * @param share of the supply that is left for the way
 */
export function outletTemperature(gap: QualityGap, share = 1): number | null {
  const { pair, to: outletC, rises } = gap;
  const spread = spreadOf(pair.supply.type.id);
  if (spread === null) return null;
  const kgPerS = waterFor(Math.min(pair.supply.rate * share, pair.demand.rate), spread);
  const before = temperatureBefore({ outletC, lengthM: pair.pipeKm * 1000, kgPerS });
  const wanted = rises ? Math.max(outletC, before) : Math.min(outletC, before);
  return inSteps({ wanted, parts: 10, rises }, (value) => !failsIn(gap, supplyReaching(gap, value, share)));
}
