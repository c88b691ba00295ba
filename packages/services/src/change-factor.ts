// A figure of the city's own in place of a factor of the table, and back again; the matching follows by itself.
import { addFindings, InvalidInput, Problems } from '@crg/city-format/problems';
import { DomainError } from '@crg/domain/errors';
import type { FactorOverride } from '@crg/domain/flow';
import { checkFactorOverride } from '@crg/engine/economics/check-factors';
import type { ChangePosition } from '@crg/stores/ports/change-log';
import type { CityStore } from '@crg/stores/ports/city-store';
import type { Version, Written } from '@crg/stores/ports/versioned';
import { noCity } from './answer-what-if.ts';
import { StaleVersion } from './outcomes.ts';

/**
 * @param seen version that the change is based on, `notOwn` where the table's figure counts
 * @throws InvalidInput with everything that is wrong with the figure; DomainError version_conflict, not_ready before a city was put
 */
export async function changeFactor(
  { city }: { city: Pick<CityStore, 'putFactor'> },
  { factor, seen }: { factor: FactorOverride; seen: Version },
): Promise<Written> {
  const problems = new Problems();
  addFindings(checkFactorOverride(factor), '', problems);
  if (problems.count > 0) throw new InvalidInput(problems);
  const outcome = await city.putFactor(factor, seen);
  if (outcome.outcome === 'not_found') throw noCity();
  if (outcome.outcome === 'version_conflict') throw new StaleVersion('factor', outcome.currentVersion);
  return outcome;
}

/**
 * The table's figure counts again.
 * @throws DomainError version_conflict, factor_not_found when it does already
 */
export async function restoreFactor(
  { city }: { city: Pick<CityStore, 'removeFactor'> },
  { id, seen }: { id: string; seen: Version },
): Promise<ChangePosition> {
  const outcome = await city.removeFactor(id, seen);
  if (outcome.outcome === 'version_conflict') throw new StaleVersion('factor', outcome.currentVersion);
  if (outcome.outcome === 'removed') return outcome.change;
  throw new DomainError('factor_not_found', {
    expected: 'a factor that the city states itself',
    got: `"${id.slice(0, 200)}", for which the table's figure counts already`,
    next: 'Nothing needs to be done.',
  });
}
