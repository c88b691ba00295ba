// Mappings that users keep, so that the next file of the same kind is read without being asked.
import type { Mapping } from '@crg/city-format/mapping-schema';
import { DomainError } from '@crg/domain/errors';
import { builtInMappings } from '@crg/imports/mappings/built-in';
import type { Json } from '@crg/stores/ports/job-store';
import { type MappingStore, mostMappings } from '@crg/stores/ports/mapping-store';
import { mappingNamed } from './configure-import.ts';

interface Ports {
  readonly mappings: MappingStore;
}

/** By name. They were checked when they were kept. */
export async function keptMappings({ mappings }: Ports): Promise<readonly Mapping[]> {
  return (await mappings.all()).map(({ mapping }) => mapping as unknown as Mapping);
}

/** @throws DomainError duplicate_id for the name of a built-in one, out_of_range when there are too many */
export async function keepMapping({ mappings }: Ports, mapping: Mapping): Promise<'created' | 'replaced'> {
  assertOwn(mapping.name);
  const outcome = await mappings.put({ name: mapping.name, mapping: mapping as unknown as Json });
  if (outcome !== 'full') return outcome;
  throw new DomainError('out_of_range', {
    expected: `at most ${mostMappings} kept mappings`,
    got: 'one more',
    next: 'Remove one that is no longer used, with DELETE /api/v1/mappings/{name}.',
  });
}

/** @throws DomainError mapping_not_found; duplicate_id for the name of a built-in one, which cannot go */
export async function forgetMapping({ mappings }: Ports, name: string): Promise<void> {
  assertOwn(name);
  if (!(await mappings.remove(name))) mappingNamed(name, await keptMappings({ mappings }));
}

function assertOwn(name: string): void {
  if (!builtInMappings.some((mapping) => mapping.name === name)) return;
  throw new DomainError('duplicate_id', {
    field: 'name',
    expected: 'a name that no mapping of the product has',
    got: `"${name}"`,
    next: 'Keep it under a name of your own; what comes with the product stays as it is.',
  });
}
