// Factors as the API shows them.
import type { Factor } from '@crg/api-contract/factor';
import type { CityFactor } from '@crg/services/factors-named';

export function factorResource(factor: CityFactor): Factor {
  const { id, label, low, mid, high, unit, source, year, geography, confidence, overridden } = factor;
  return { id, label, low, mid, high, unit, source, year, geography, confidence, overridden };
}
