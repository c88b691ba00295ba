import { beforeEach, describe, expect, test } from 'vitest';
import { notOwn } from '../src/ports/city-store.ts';
import type { Stores } from '../src/ports/stores.ts';
import { city, cityOfTwo, emptyTheCity, flow, organization, site, versionOf } from './example-records.ts';

export function cityStoreContract(open: () => Promise<Stores>): void {
  describe('the city as a whole', () => {
    let stores: Stores;
    beforeEach(async () => {
      stores = await open();
      await emptyTheCity(stores);
    });
    const power = {
      ...{ id: 'price.electricity', unit: 'EUR/MWh', low: 95, mid: 110, high: 140 },
      ...{ source: 'Tariff of the grid company', year: 2024, geography: 'DK' },
    };
    const two = cityOfTwo('city', { supplies: ['s2', 's1'], demands: ['d1'] });

    test('an imported city comes back whole, every list ordered by id', async () => {
      const put = await stores.city.putCity({ ...two, flows: two.flows.toReversed() }, ['register 2024', 'estimates']);
      expect(put).toMatchObject({ created: 7, replaced: 0, unchanged: 0 });
      expect((await stores.city.snapshot())?.city).toEqual(two);
      expect(await stores.city.metadata()).toEqual({
        name: 'Example',
        year: 2024,
        currency: 'EUR',
        sources: ['register 2024', 'estimates'],
        factors: [],
      });
      expect(await stores.city.counts()).toEqual({ organizations: 2, sites: 2, flows: 3, supplies: 2, demands: 1 });
    });

    test('the same import again changes nothing: no version, no change log', async () => {
      await stores.city.putCity(two, ['a']);
      const version = (await stores.flows.get('s1'))?.version;
      const latest = await stores.changes.latest();
      expect(await stores.city.putCity(two, ['a'])).toEqual({ created: 0, replaced: 0, unchanged: 7, change: null });
      expect((await stores.flows.get('s1'))?.version).toBe(version);
      expect(await stores.changes.latest()).toBe(latest);
    });

    test('an import overwrites what differs, adds what is new and keeps what it does not name', async () => {
      await stores.city.putCity(two, []);
      const before = await stores.changes.latest();
      const changed = flow('s1', 'city-supplier-site', { name: 'Renamed' });
      const added = flow('s3', 'city-supplier-site');
      const put = await stores.city.putCity(city({ year: 2025, flows: [added, changed] }), []);
      expect(put).toMatchObject({ created: 1, replaced: 1, unchanged: 0 });
      const log = await stores.changes.since(before, 10);
      expect(log.map(({ subject, id, action }) => [subject, id, action])).toEqual([
        ['city', 'Example', 'replaced'],
        ['flow', 's1', 'replaced'],
        ['flow', 's3', 'created'],
      ]);
      expect(put.change).toBe(log.at(-1)?.position);
      const after = (await stores.city.snapshot())?.city;
      expect(after?.year).toBe(2025);
      expect(after?.flows.map(({ id, name }) => [id, name])).toEqual([
        ['d1', 'Flow d1'],
        ['s1', 'Renamed'],
        ['s2', 'Flow s2'],
        ['s3', 'Flow s3'],
      ]);
    });

    test('an import that fails in the middle leaves everything as it was', async () => {
      await stores.city.putCity(two, []);
      const before = await stores.city.snapshot();
      const broken = city({
        name: 'Other',
        organizations: [organization('city-supplier', { name: 'Overwritten' }), organization('city-new')],
        sites: [site('city-new-site', 'city-new')],
        flows: [flow('s1', 'city-new-site'), flow('s9', 'city-nowhere')],
      });
      await expect(stores.city.putCity(broken, [])).rejects.toMatchObject({
        code: 'invalid_input',
        evidence: { field: 'flows[1].site_id', got: '"city-nowhere"' },
      });
      expect(await stores.city.snapshot()).toEqual(before);
      expect(await stores.organizations.get('city-new')).toBeNull();
    });

    test('an import that the database itself refuses leaves everything as it was', async () => {
      await stores.city.putCity(two, []);
      const before = await stores.city.snapshot();
      const hours = two.flows[0]?.availability.hours.slice(0, 100) ?? [];
      const flows = [
        flow('s0', 'city-supplier-site'),
        flow('s9', 'city-supplier-site', { availability: { hours, months: [], validFrom: null, validTo: null } }),
      ];
      await expect(stores.city.putCity(city({ flows }), [])).rejects.toMatchObject({ code: 'invalid_input' });
      expect(await stores.city.snapshot()).toEqual(before);
    });

    test.each([
      ['duplicate_id', 'flows[1].id', city({ flows: [flow('x', 'y'), flow('x', 'y')] })],
      ['invalid_input', 'organizations[0].name', city({ organizations: [organization('x', { name: '\0' })] })],
      ['invalid_input', 'sites[0].organization_id', city({ sites: [site('x', 'nobody')] })],
    ])('an import is refused with %s at %s', async (code, field, broken) => {
      await expect(stores.city.putCity(broken, [])).rejects.toMatchObject({ code, evidence: { field } });
      expect(await stores.city.counts()).toMatchObject({ organizations: 0, sites: 0, flows: 0 });
    });

    test('a factor of the city’s own comes back as stated, and the city says that it has changed', async () => {
      await stores.city.putCity(two, []);
      const before = await stores.changes.latest();
      const written = versionOf(await stores.city.putFactor(power, notOwn));
      expect(await stores.city.factors()).toEqual([{ value: power, version: written }]);
      expect((await stores.city.metadata())?.factors).toEqual([power]);
      expect((await stores.city.snapshot())?.city).toEqual({ ...two, factors: [power] });
      const log = await stores.changes.since(before, 10);
      expect(log.map(({ subject, action }) => [subject, action])).toEqual([['city', 'replaced']]);
    });

    test('two people who change one factor do not overwrite each other, nor those of another', async () => {
      await stores.city.putCity(two, []);
      const first = versionOf(await stores.city.putFactor(power, notOwn));
      expect(await stores.city.putFactor({ ...power, mid: 0 }, notOwn)).toEqual({
        outcome: 'version_conflict',
        currentVersion: first,
      });
      const heat = versionOf(await stores.city.putFactor({ ...power, id: 'price.boiler_heat' }, notOwn));
      const second = versionOf(await stores.city.putFactor({ ...power, mid: 120 }, first));
      expect(second).toBeGreaterThan(first);
      expect((await stores.city.factors()).map(({ value: { id, mid }, version }) => [id, mid, version])).toEqual([
        ['price.boiler_heat', 110, heat],
        ['price.electricity', 120, second],
      ]);
      expect(await stores.city.removeFactor(power.id, first)).toMatchObject({ outcome: 'version_conflict' });
      const gone = await stores.city.removeFactor(power.id, second);
      expect(gone).toEqual({ outcome: 'removed', change: await stores.changes.latest() });
      expect(await stores.city.removeFactor(power.id, second)).toEqual({ outcome: 'not_found' });
      expect((await stores.city.metadata())?.factors.map(({ id }) => id)).toEqual(['price.boiler_heat']);
    });

    test('an import overwrites the factors that it names and keeps the others, with their versions', async () => {
      await stores.city.putCity(two, []);
      const kept = versionOf(await stores.city.putFactor(power, notOwn));
      const heat = { ...power, id: 'price.boiler_heat' };
      await stores.city.putCity({ ...two, factors: [heat] }, []);
      const latest = await stores.changes.latest();
      expect(await stores.city.putCity({ ...two, factors: [power, heat] }, [])).toMatchObject({ change: null });
      expect(await stores.changes.latest()).toBe(latest);
      const [, own] = await stores.city.factors();
      expect(own).toEqual({ value: power, version: kept });
      await stores.city.putCity({ ...two, factors: [{ ...power, high: 150 }] }, []);
      expect((await stores.city.factors()).map(({ value: { id, high } }) => [id, high])).toEqual([
        ['price.boiler_heat', 140],
        ['price.electricity', 150],
      ]);
    });

    test('following the log from where a snapshot was taken misses nothing', async () => {
      await stores.city.putCity(two, []);
      const snapshot = await stores.city.snapshot();
      const written = await stores.flows.create(flow('s4', 'city-supplier-site'));
      expect(versionOf(written)).toBeGreaterThan(0);
      const later = await stores.changes.since(snapshot?.reflects ?? '0-0', 10);
      expect(later.map(({ id }) => id)).toEqual(['s4']);
    });

    test('a snapshot taken while others write is of one moment', async () => {
      await stores.city.putCity(two, []);
      const [snapshot] = await Promise.all([
        stores.city.snapshot(),
        stores.transactions.inTransaction(async ({ organizations, sites }) => {
          await organizations.create(organization('city-pair'));
          await sites.create(site('city-pair-site', 'city-pair'));
        }),
      ]);
      const has = (list: readonly { id: string }[] = [], id: string) => list.some((record) => record.id === id);
      expect(has(snapshot?.city.organizations, 'city-pair')).toBe(has(snapshot?.city.sites, 'city-pair-site'));
    });

    test('1,100 flows, more than one statement takes, come in whole and back in order', async () => {
      const ids = Array.from({ length: 1100 }, (_, i) => `s${String(i).padStart(4, '0')}`);
      const put = await stores.city.putCity(cityOfTwo('city', { supplies: ids, demands: [] }), []);
      expect(put.created).toBe(1104);
      expect((await stores.city.snapshot())?.city.flows.map(({ id }) => id)).toEqual(ids);
      expect((await stores.changes.since(put.change ?? '0-0', 1)).length).toBe(0);
    });
  });
}
