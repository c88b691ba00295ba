import { beforeAll, describe, expect, test } from 'vitest';
import type { Stores } from '../src/ports/stores.ts';
import { organization, site, versionOf } from './example-records.ts';

export function organizationStoreContract(open: () => Promise<Stores>): void {
  describe('organizations', () => {
    let stores: Stores;
    beforeAll(async () => {
      stores = await open();
    });

    test('an organization comes back as it was created, with its version', async () => {
      const created = await stores.organizations.create(organization('org-a', { nace: ['19.20', '35.30'] }));
      expect(created).toMatchObject({ outcome: 'created' });
      expect(await stores.organizations.get('org-a')).toEqual({
        value: organization('org-a', { nace: ['19.20', '35.30'] }),
        version: versionOf(created),
      });
      expect(await stores.organizations.get('org-nobody')).toBeNull();
    });

    test('an id is given once, and the first holder keeps it', async () => {
      await stores.organizations.create(organization('org-b'));
      const second = await stores.organizations.create(organization('org-b', { name: 'Another' }));
      expect(second).toEqual({ outcome: 'duplicate_id' });
      expect((await stores.organizations.get('org-b'))?.value.name).toBe('Organization org-b');
    });

    test('replacing with an old version conflicts and names the current one', async () => {
      const old = versionOf(await stores.organizations.create(organization('org-c')));
      const current = versionOf(await stores.organizations.replace(organization('org-c', { name: 'New' }), old));
      expect(await stores.organizations.replace(organization('org-c', { name: 'Late' }), old)).toEqual({
        outcome: 'version_conflict',
        currentVersion: current,
      });
      expect((await stores.organizations.get('org-c'))?.value.name).toBe('New');
      expect(await stores.organizations.replace(organization('org-nobody'), old)).toEqual({ outcome: 'not_found' });
    });

    test('of ten writers with the same version one wins and nine conflict', async () => {
      const version = versionOf(await stores.organizations.create(organization('org-d')));
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, i) =>
          stores.organizations.replace(organization('org-d', { name: `${i}` }), version),
        ),
      );
      const winners = answers.flatMap((answer, i) => (answer.outcome === 'replaced' ? [`${i}`] : []));
      expect(winners).toHaveLength(1);
      expect(answers.filter(({ outcome }) => outcome === 'version_conflict')).toHaveLength(9);
      expect((await stores.organizations.get('org-d'))?.value.name).toBe(winners[0]);
    });

    test('a version never comes back, not even after removing and creating again', async () => {
      const first = versionOf(await stores.organizations.create(organization('org-e')));
      expect(await stores.organizations.remove('org-e', first)).toMatchObject({ outcome: 'removed' });
      const second = versionOf(await stores.organizations.create(organization('org-e')));
      expect(second).not.toBe(first);
      expect(await stores.organizations.replace(organization('org-e'), first)).toMatchObject({
        outcome: 'version_conflict',
      });
    });

    test('removing needs the current version and an organization that is there', async () => {
      const version = versionOf(await stores.organizations.create(organization('org-f')));
      expect(await stores.organizations.remove('org-f', version - 1)).toEqual({
        outcome: 'version_conflict',
        currentVersion: version,
      });
      expect(await stores.organizations.remove('org-f', version)).toMatchObject({ outcome: 'removed' });
      expect(await stores.organizations.remove('org-f', version)).toEqual({ outcome: 'not_found' });
    });

    test('an organization with sites stays, and the answer names the first of them', async () => {
      const version = versionOf(await stores.organizations.create(organization('org-g')));
      await stores.sites.create(site('org-g-2', 'org-g'));
      await stores.sites.create(site('org-g-1', 'org-g'));
      expect(await stores.organizations.remove('org-g', version)).toEqual({
        outcome: 'still_referenced',
        by: 'org-g-1',
        count: 2,
      });
      expect(await stores.organizations.get('org-g')).not.toBeNull();
    });

    test('a list is ordered by code point of the id: capitals, then small letters, then beyond', async () => {
      for (const id of ['é', 'a', 'B', '~', '😀', 'ｚ'])
        await stores.organizations.create(organization(`org-order-${id}`, { name: 'ordered list' }));
      const { items } = await stores.organizations.page({ nameContains: 'ordered list' }, { cursor: null, limit: 10 });
      expect(items.map(({ value }) => value.id.slice(10))).toEqual(['B', 'a', '~', 'é', 'ｚ', '😀']);
    });

    test('paging while others write neither skips nor repeats', async () => {
      const ids = Array.from({ length: 9 }, (_, i) => `org-page-${i + 1}`);
      for (const id of ids) await stores.organizations.create(organization(id, { name: 'paged' }));
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const page = await stores.organizations.page({ nameContains: 'paged' }, { cursor, limit: 2 });
        seen.push(...page.items.map(({ value }) => value.id));
        cursor = page.nextCursor;
        // Before the cursor one comes, and what was seen last goes: an offset would now be off by one each time.
        await stores.organizations.create(organization(`org-page-0${seen.length}`, { name: 'paged' }));
        const last = await stores.organizations.get(seen.at(-1) ?? '');
        await stores.organizations.remove(last?.value.id ?? '', last?.version ?? 0);
      } while (cursor !== null);
      expect(seen).toEqual(ids);
    });

    test('the last page has no cursor, also when it is full', async () => {
      for (const id of ['org-last-1', 'org-last-2'])
        await stores.organizations.create(organization(id, { name: 'last page' }));
      const filter = { nameContains: 'last page' };
      expect((await stores.organizations.page(filter, { cursor: null, limit: 2 })).nextCursor).toBeNull();
      expect((await stores.organizations.page(filter, { cursor: null, limit: 1 })).nextCursor).not.toBeNull();
    });

    test.each(['garbage', '', 'WyJzY29yZSIsIjEiXQ', 'WyJpZCIsIlx1MDAwMCJd'])(
      'a cursor that no page gave out is refused: "%s"',
      async (cursor) => {
        await expect(stores.organizations.page({}, { cursor, limit: 1 })).rejects.toMatchObject({
          code: 'invalid_cursor',
        });
      },
    );

    test('names are found by any part, capitals and accents alike in every alphabet', async () => {
      await stores.organizations.create(organization('org-name', { name: 'ÅRHUS Žďár 100%_Σ' }));
      const find = async (nameContains: string) =>
        (await stores.organizations.page({ nameContains }, { cursor: null, limit: 10 })).items.map(
          ({ value }) => value.id,
        );
      expect(await find('århus ž')).toEqual(['org-name']);
      expect(await find('100%_σ')).toEqual(['org-name']);
      expect(await find('100__')).toEqual([]);
    });

    test('any Unicode text comes back unchanged, also a megabyte of it', async () => {
      const name = `"'\\ \u0001\n\u2028 Ω 漢 😀 e\u0301 ${'å'.repeat(1_000_000)}`;
      await stores.organizations.create(organization('org-ünï😀', { name }));
      expect((await stores.organizations.get('org-ünï😀'))?.value).toEqual(organization('org-ünï😀', { name }));
    });

    test.each([
      ['a NUL character', 'A\0B'],
      ['half of a surrogate pair', 'A\ud800B'],
    ])('%s is refused and the field named', async (_, text) => {
      const refused = { code: 'invalid_input', evidence: { field: 'name' } };
      await expect(stores.organizations.create(organization('org-nul', { name: text }))).rejects.toMatchObject(refused);
      await expect(stores.organizations.get(text)).rejects.toMatchObject({ code: 'invalid_input' });
      expect(await stores.organizations.get('org-nul')).toBeNull();
    });

    test('an id too long for an index is refused as input, not as a failure of the store', async () => {
      const long = Array.from({ length: 4000 }, (_, i) => String.fromCodePoint(0x4e00 + ((i * 7919) % 20_000))).join(
        '',
      );
      await expect(stores.organizations.create(organization(long))).rejects.toMatchObject({ code: 'invalid_input' });
      await stores.check();
    });
  });
}
