import { beforeAll, describe, expect, test } from 'vitest';
import type { Stores } from '../src/ports/stores.ts';
import { always, flow, organization, site, versionOf } from './example-records.ts';

export function flowStoreContract(open: () => Promise<Stores>): void {
  describe('flows', () => {
    let stores: Stores;
    beforeAll(async () => {
      stores = await open();
      for (const owner of ['flow-owner', 'flow-owner-2']) {
        await stores.organizations.create(organization(owner));
        await stores.sites.create(site(`${owner}-site`, owner));
      }
    });

    test('a flow comes back with every figure, hour and month as stated', async () => {
      const weekdays = Array.from({ length: 168 }, (_, hour) => hour < 120 && hour % 24 >= 6 && hour % 24 < 22);
      const winter = Array.from({ length: 12 }, (_, month) => month < 3 || month > 9);
      const full = flow('flow-a', 'flow-owner-site', {
        direction: 'demand',
        quantity: { amount: 0.1 + 0.2, unit: 't/a', precision: 'archetype' },
        availability: { hours: weekdays, months: winter, validFrom: '2018-02-28', validTo: '2024-12-31' },
        quality: { temperature_c: { min: -1e-7, max: 1.7976931348623157e308 }, ph: { min: null, max: null } },
        qualityPrecision: 'estimated',
        codes: { ewc: ['100102', '100117'], cpa: '38.11', hs: '2621' },
        price: { amount: -3.3, currency: 'DKK', per: 't' },
        disposalCost: { amount: 40, currency: 'EUR', per: 't' },
        limits: { maxDistanceKm: 0, minYearlyAmount: 12.5 },
        skills: ['welding_en_iso_9606', 'cranes'],
        papers: { receiver_permit_codes: true, haccp: false },
        source: { reference: null, certainty: 'certain' },
      });
      const created = await stores.flows.create(full);
      expect(await stores.flows.get('flow-a')).toEqual({ value: full, version: versionOf(created) });
    });

    test('what a flow does not state comes back as not stated', async () => {
      const bare = flow('flow-b', 'flow-owner-site', { quality: {}, price: null, name: '' });
      await stores.flows.create(bare);
      expect((await stores.flows.get('flow-b'))?.value).toEqual(bare);
    });

    test('a flow at a site that is not there is refused and names it', async () => {
      expect(await stores.flows.create(flow('flow-c', 'flow-nowhere'))).toEqual({
        outcome: 'missing_reference',
        id: 'flow-nowhere',
      });
      expect(await stores.flows.get('flow-c')).toBeNull();
    });

    test('a flow is replaced and removed under its current version only', async () => {
      const old = versionOf(await stores.flows.create(flow('flow-d', 'flow-owner-site')));
      const current = versionOf(await stores.flows.replace(flow('flow-d', 'flow-owner-2-site', { price: null }), old));
      const conflict = { outcome: 'version_conflict', currentVersion: current };
      expect(await stores.flows.replace(flow('flow-d', 'flow-owner-site'), old)).toEqual(conflict);
      expect(await stores.flows.remove('flow-d', old)).toEqual(conflict);
      expect((await stores.flows.get('flow-d'))?.value).toEqual(flow('flow-d', 'flow-owner-2-site', { price: null }));
      expect(await stores.flows.remove('flow-d', current)).toMatchObject({ outcome: 'removed' });
      expect(await stores.flows.remove('flow-d', current)).toEqual({ outcome: 'not_found' });
    });

    test('filters of a list hold together', async () => {
      await stores.organizations.create(organization('flow-filter'));
      await stores.sites.create(site('flow-filter-1', 'flow-filter'));
      await stores.sites.create(site('flow-filter-2', 'flow-filter'));
      await stores.flows.create(flow('flow-filter-d', 'flow-filter-1', { direction: 'demand', type: 'heat.steam' }));
      await stores.flows.create(flow('flow-filter-c', 'flow-filter-2', { type: 'heat.steam' }));
      await stores.flows.create(flow('flow-filter-b', 'flow-filter-2', { type: 'water.raw' }));
      await stores.flows.create(flow('flow-filter-a', 'flow-filter-1'));
      const find = async (filter: Parameters<typeof stores.flows.page>[0]) =>
        (await stores.flows.page(filter, { cursor: null, limit: 10 })).items
          .map(({ value }) => value.id.slice(-1))
          .join('');
      expect(await find({ organizationId: 'flow-filter' })).toBe('abcd');
      expect(await find({ siteId: 'flow-filter-2' })).toBe('bc');
      expect(await find({ organizationId: 'flow-filter', direction: 'supply' })).toBe('abc');
      expect(await find({ organizationId: 'flow-filter', types: ['heat.steam', 'water.raw'] })).toBe('bcd');
      expect(await find({ siteId: 'flow-filter-2', direction: 'supply', types: ['heat.steam'] })).toBe('c');
      expect(await find({ siteId: 'flow-filter-2', types: [] })).toBe('');
    });

    test('flows come with the site they stand at and its owner', async () => {
      const version = versionOf(await stores.flows.create(flow('flow-e', 'flow-owner-2-site')));
      const placed = await stores.flows.getPlaced(['flow-e', 'flow-nobody', 'flow-e']);
      expect([...placed]).toEqual([
        [
          'flow-e',
          {
            flow: flow('flow-e', 'flow-owner-2-site'),
            version,
            site: site('flow-owner-2-site', 'flow-owner-2'),
            organization: organization('flow-owner-2'),
          },
        ],
      ]);
    });

    test.each([
      ['quality.temperature_c.min', { quality: { temperature_c: { min: Number.NaN, max: null } } }],
      ['codes.ewc[1]', { codes: { ewc: ['100102', '\0'], cpa: null, hs: null } }],
      ['source.reference', { source: { reference: 'a\0', certainty: null } }],
    ])('what cannot be stored in %s is refused by that name', async (field, change) => {
      const refused = stores.flows.create(flow('flow-nul', 'flow-owner-site', change));
      await expect(refused).rejects.toMatchObject({ code: 'invalid_input', evidence: { field } });
      expect(await stores.flows.get('flow-nul')).toBeNull();
    });

    test.each([
      ['a day that is not in the calendar', { availability: { ...always, validFrom: '2023-02-29' } }],
      ['a week of 167 hours', { availability: { ...always, hours: always.hours.slice(1) } }],
    ])('%s is refused as input', async (_, change) => {
      const refused = stores.flows.create(flow('flow-odd', 'flow-owner-site', change));
      await expect(refused).rejects.toMatchObject({ code: 'invalid_input' });
      await stores.check();
    });
  });
}
