// A site on the wire and in the domain.
import type { Site } from '@crg/domain/flow';
import type { SiteWire } from './schemas.ts';
import { sourceToDomain, sourceToWire } from './source-wire.ts';

/** An unnamed site goes by its id. Without both coordinates the place is not known. */
export function siteToDomain(wire: SiteWire): Site {
  const { longitude = null, latitude = null } = wire;
  return {
    id: wire.id,
    organizationId: wire.organization_id,
    name: wire.name ?? wire.id,
    point: longitude === null || latitude === null ? null : { longitude, latitude },
    country: wire.country ?? null,
    source: sourceToDomain(wire.source),
  };
}

export function siteToWire(site: Site): SiteWire {
  return {
    id: site.id,
    organization_id: site.organizationId,
    name: site.name,
    longitude: site.point?.longitude ?? null,
    latitude: site.point?.latitude ?? null,
    country: site.country,
    source: sourceToWire(site.source),
  };
}
