import type { Organization } from '@crg/domain/flow';
import { type RawBuilder, sql } from 'kysely';
import type { OrganizationStore } from '../ports/organization-store.ts';
import type { Created, Removed, Replaced, StillReferenced } from '../ports/versioned.ts';
import type { Sql } from './connect.ts';
import { pageById } from './page-by-id.ts';
import { createRecord, folded, getRecord, organizationTable, removeRecord, replaceRecord } from './records.ts';
import { assertStorable } from './storable.ts';

export function organizationStore(db: Sql): OrganizationStore {
  return {
    get: (id) => getRecord(db, organizationTable, id),
    page: async (filter, request) => {
      assertStorable(filter, '');
      const conditions: RawBuilder<unknown>[] = [];
      if (filter.nameContains !== undefined) {
        conditions.push(sql`position(${folded(filter.nameContains)} in record.name_folded) > 0`);
      }
      return pageById(db, organizationTable, conditions, request);
    },
    // An organization has no owner that could be missing.
    create: (organization: Organization) => createRecord(db, organizationTable, organization) as Promise<Created>,
    replace: (organization, expected) =>
      replaceRecord(db, organizationTable, organization, expected) as Promise<Replaced>,
    remove: (id, expected): Promise<Removed | StillReferenced> => removeRecord(db, organizationTable, id, expected),
  };
}
