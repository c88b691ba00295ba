import { beforeAll, describe, expect, test } from 'vitest';
import type { Stores } from '../src/ports/stores.ts';
import { flow, organization, site, versionOf } from './example-records.ts';

export function siteStoreContract(open: () => Promise<Stores>): void {
  describe('sites', () => {
    let stores: Stores;
    beforeAll(async () => {
      stores = await open();
      await stores.organizations.create(organization('site-owner'));
      await stores.organizations.create(organization('site-owner-2'));
    });

    test('a site comes back to the last digit of its place', async () => {
      const exact = site('site-a', 'site-owner', {
        point: { longitude: 1 / 3, latitude: -0.1 - 0.2 },
        source: { reference: 'register 2024', certainty: null },
      });
      const created = await stores.sites.create(exact);
      expect(await stores.sites.get('site-a')).toEqual({ value: exact, version: versionOf(created) });
    });

    test('a site without a place or country comes back without them', async () => {
      const nowhere = site('site-b', 'site-owner', { point: null, country: null });
      await stores.sites.create(nowhere);
      expect((await stores.sites.get('site-b'))?.value).toEqual(nowhere);
    });

    test('a site of an organization that is not there is refused and names it', async () => {
      const refused = { outcome: 'missing_reference', id: 'site-nobody' };
      expect(await stores.sites.create(site('site-c', 'site-nobody'))).toEqual(refused);
      const version = versionOf(await stores.sites.create(site('site-c', 'site-owner')));
      expect(await stores.sites.replace(site('site-c', 'site-nobody'), version)).toEqual(refused);
      expect((await stores.sites.get('site-c'))?.version).toBe(version);
    });

    test('a site changes hands, under the current version only', async () => {
      const version = versionOf(await stores.sites.create(site('site-d', 'site-owner')));
      expect(await stores.sites.replace(site('site-d', 'site-owner-2'), version)).toMatchObject({
        outcome: 'replaced',
      });
      expect(await stores.sites.replace(site('site-d', 'site-owner'), version)).toMatchObject({
        outcome: 'version_conflict',
      });
      const { items } = await stores.sites.page({ organizationId: 'site-owner-2' }, { cursor: null, limit: 10 });
      expect(items.map(({ value }) => value.id)).toEqual(['site-d']);
    });

    test('a site where flows stand stays', async () => {
      const version = versionOf(await stores.sites.create(site('site-e', 'site-owner')));
      const flowVersion = versionOf(await stores.flows.create(flow('site-e-flow', 'site-e')));
      expect(await stores.sites.remove('site-e', version)).toEqual({
        outcome: 'still_referenced',
        by: 'site-e-flow',
        count: 1,
      });
      await stores.flows.remove('site-e-flow', flowVersion);
      expect(await stores.sites.remove('site-e', version)).toMatchObject({ outcome: 'removed' });
    });

    test('a box finds the sites in it and on its edge, none without a place', async () => {
      const at = (id: string, longitude: number, latitude: number) =>
        stores.sites.create(site(id, 'site-owner', { point: { longitude, latitude } }));
      await at('site-box-inside', 21.5, 60.5);
      await at('site-box-edge', 22, 61);
      await at('site-box-outside', 22.000001, 60.5);
      const { items } = await stores.sites.page(
        { within: { west: 21, south: 60, east: 22, north: 61 } },
        { cursor: null, limit: 10 },
      );
      expect(items.map(({ value }) => value.id)).toEqual(['site-box-edge', 'site-box-inside']);
    });

    test('a flow cannot be added to a site while it is being removed', async () => {
      const version = versionOf(await stores.sites.create(site('site-f', 'site-owner')));
      const [removed, added] = await Promise.all([
        stores.sites.remove('site-f', version),
        stores.flows.create(flow('site-f-flow', 'site-f')),
      ]);
      expect([removed.outcome, added.outcome]).toBeOneOf([
        ['removed', 'missing_reference'],
        ['still_referenced', 'created'],
      ]);
    });
  });
}
