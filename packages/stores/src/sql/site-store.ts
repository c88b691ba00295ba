import { type RawBuilder, sql } from 'kysely';
import type { SiteStore } from '../ports/site-store.ts';
import type { Sql } from './connect.ts';
import { pageById } from './page-by-id.ts';
import { createRecord, getRecord, removeRecord, replaceRecord, siteTable } from './records.ts';
import { assertStorable } from './storable.ts';

export function siteStore(db: Sql): SiteStore {
  return {
    get: (id) => getRecord(db, siteTable, id),
    page: async ({ organizationId, within }, request) => {
      assertStorable({ organizationId, within }, '');
      const conditions: RawBuilder<unknown>[] = [];
      if (organizationId !== undefined) conditions.push(sql`record.organization_id = ${organizationId}`);
      if (within !== undefined) {
        const { west, south, east, north } = within;
        conditions.push(sql`st_intersects(record.place, st_makeenvelope(${west}, ${south}, ${east}, ${north}, 4326))`);
      }
      return pageById(db, siteTable, conditions, request);
    },
    create: (site) => createRecord(db, siteTable, site),
    replace: (site, expected) => replaceRecord(db, siteTable, site, expected),
    remove: (id, expected) => removeRecord(db, siteTable, id, expected),
  };
}
