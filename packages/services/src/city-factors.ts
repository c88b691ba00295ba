// The factor table of the city: the built-in figures with what the city knows better in their place.
import { DomainError } from '@crg/domain/errors';
import { didYouMean } from '@crg/domain/nearest-spelling';
import { builtInFactors, FactorTable } from '@crg/engine/economics/factor-table';
import { type CityStore, notOwn } from '@crg/stores/ports/city-store';
import type { Versioned } from '@crg/stores/ports/versioned';
import type { CityFactor } from './factors-named.ts';

/** In the order of the table. `version` is `notOwn` where the table's figure counts. */
export async function cityFactors({
  city,
}: {
  city: Pick<CityStore, 'factors'>;
}): Promise<readonly Versioned<CityFactor>[]> {
  const own = await city.factors();
  const versions = new Map(own.map(({ value, version }) => [value.id, version]));
  const table = new FactorTable(own.map(({ value }) => value));
  return table.all().map((value) => ({ value, version: versions.get(value.id) ?? notOwn }));
}

/** @throws DomainError factor_not_found, with the nearest spelling */
export async function cityFactor(
  ports: { city: Pick<CityStore, 'factors'> },
  id: string,
): Promise<Versioned<CityFactor>> {
  const found = (await cityFactors(ports)).find(({ value }) => value.id === id);
  if (found === undefined) throw noFactor(id);
  return found;
}

export function noFactor(id: string): DomainError {
  const known = builtInFactors.all().map((factor) => factor.id);
  return new DomainError('factor_not_found', {
    expected: 'the id of a factor of the table',
    got: `"${id.slice(0, 200)}"`,
    next: didYouMean(id.slice(0, 200), known) ?? 'List them with GET /api/v1/factors.',
  });
}
