// An organization on the wire and in the domain.
import type { Organization } from '@crg/domain/flow';
import type { OrganizationWire } from './schemas.ts';

/** An unnamed organization goes by its id. */
export function organizationToDomain(wire: OrganizationWire): Organization {
  return { id: wire.id, name: wire.name ?? wire.id, nace: listOf(wire.nace) };
}

export function organizationToWire({ id, name, nace }: Organization): OrganizationWire {
  return { id, name, nace: nace.length === 0 ? null : [...nace] };
}

function listOf(stated: string | readonly string[] | null | undefined): readonly string[] {
  if (stated === null || stated === undefined) return [];
  return typeof stated === 'string' ? [stated] : stated;
}
