// A continent of invented facilities, for machines that have no facility register at hand: one organization per site.
import type { Organization, Site } from '@crg/domain/flow';
import { pick, type Random } from './seeded.ts';

/**
 * Half of the sites stand within some 15 km of one of 300 towns (the first towns draw more), the others anywhere between
 * 36 and 60 degrees north and 9 degrees west and 24 degrees east: about as dense as the facility registers of Europe.
 */
export function inventedPlaces(count: number, random: Random): { organizations: Organization[]; sites: Site[] } {
  const anywhere = () => ({ longitude: -9 + 33 * random(), latitude: 36 + 24 * random() });
  const towns = Array.from({ length: 300 }, anywhere);
  const organizations: Organization[] = [];
  const sites: Site[] = [];
  for (let index = 0; index < count; index++) {
    const town = towns[Math.floor(random() ** 2 * towns.length)] as (typeof towns)[number];
    const point =
      random() < 0.5
        ? anywhere()
        : {
            longitude: town.longitude + 0.2 * (random() + random() - 1),
            latitude: town.latitude + 0.13 * (random() + random() - 1),
          };
    const id = `bench-${index}`;
    const name = `${pick(trades, random)} ${pick(names, random)} ${index}`;
    organizations.push({ id, name, nace: [] });
    sites.push({ id: `${id}-site`, organizationId: id, name, point, country: null, source: null });
  }
  return { organizations, sites };
}

const trades = ['Cement works', 'Paper mill', 'Dairy', 'Steel works', 'Sewage plant', 'Brewery', 'Glass works'];
const names = ['North', 'Riverside', 'Old Harbour', 'Upper Valley', 'Mill Lane', 'Castle Hill', 'South'];
