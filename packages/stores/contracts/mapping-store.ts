import { beforeAll, describe, expect, test } from 'vitest';
import { mostMappings } from '../src/ports/mapping-store.ts';
import type { Stores } from '../src/ports/stores.ts';

export function mappingStoreContract(open: () => Promise<Stores>): void {
  describe('kept mappings', () => {
    let stores: Stores;
    beforeAll(async () => {
      stores = await open();
    });
    const names = async () => (await stores.mappings.all()).map(({ name }) => name);

    test('come back as they were kept, by name', async () => {
      const mapping = {
        title: 'Værk & Ø',
        flows: [{ fields: { 'quantity.amount': { column: 'Load', times: 0.001 } } }],
      };
      expect(await stores.mappings.put({ name: 'works', mapping })).toBe('created');
      expect(await stores.mappings.put({ name: 'a-park', mapping: {} })).toBe('created');
      expect(await stores.mappings.all()).toEqual([
        { name: 'a-park', mapping: {} },
        { name: 'works', mapping },
      ]);
    });

    test('are replaced under the same name, and removed once', async () => {
      await stores.mappings.put({ name: 'park', mapping: { title: 'Old' } });
      expect(await stores.mappings.put({ name: 'park', mapping: { title: 'New' } })).toBe('replaced');
      expect(await stores.mappings.all()).toContainEqual({ name: 'park', mapping: { title: 'New' } });
      expect(await stores.mappings.remove('park')).toBe(true);
      expect(await stores.mappings.remove('park')).toBe(false);
      expect(await names()).not.toContain('park');
    });

    test('text that no database keeps is refused', async () => {
      const put = stores.mappings.put({ name: 'nul', mapping: { title: 'a\u0000b' } });
      await expect(put).rejects.toMatchObject({ code: 'invalid_input' });
    });

    test('there is room for so many and no more; those that are there can still be replaced', async () => {
      const free = mostMappings - (await names()).length;
      const added = Array.from({ length: free }, (_, index) => `many-${index}`);
      for (const name of added) await stores.mappings.put({ name, mapping: {} });
      expect(await stores.mappings.put({ name: 'one-more', mapping: {} })).toBe('full');
      expect(await stores.mappings.put({ name: 'many-0', mapping: { title: 'x' } })).toBe('replaced');
      expect(await names()).toHaveLength(mostMappings);
      for (const name of added) await stores.mappings.remove(name);
    });
  });
}
