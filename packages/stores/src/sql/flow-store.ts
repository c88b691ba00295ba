import type { Organization, ResourceFlow, Site } from '@crg/domain/flow';
import { type RawBuilder, sql } from 'kysely';
import type { FlowStore, PlacedFlow } from '../ports/flow-store.ts';
import type { Removed } from '../ports/versioned.ts';
import type { Sql } from './connect.ts';
import { pageById } from './page-by-id.ts';
import {
  createRecord,
  flowTable,
  getRecord,
  organizationTable,
  removeRecord,
  replaceRecord,
  siteTable,
} from './records.ts';
import { assertStorable } from './storable.ts';

export function flowStore(db: Sql): FlowStore {
  return {
    get: (id) => getRecord(db, flowTable, id),
    getPlaced: (ids) => getPlaced(db, ids),
    page: async ({ organizationId, siteId, direction, types }, request) => {
      assertStorable({ organizationId, siteId, direction, types }, '');
      const conditions: RawBuilder<unknown>[] = [];
      if (organizationId !== undefined) {
        conditions.push(sql`record.site_id in (select id from sites where organization_id = ${organizationId})`);
      }
      if (siteId !== undefined) conditions.push(sql`record.site_id = ${siteId}`);
      if (direction !== undefined) conditions.push(sql`record.direction = ${direction}`);
      if (types !== undefined) conditions.push(sql`record.type = any(${[...types]}::text[])`);
      return pageById(db, flowTable, conditions, request);
    },
    create: (flow) => createRecord(db, flowTable, flow),
    replace: (flow, expected) => replaceRecord(db, flowTable, flow, expected),
    // Nothing that is not derived names a flow, so it is never "still referenced".
    remove: (id, expected) => removeRecord(db, flowTable, id, expected) as Promise<Removed>,
  };
}

interface PlacedRow {
  flow: Parameters<typeof flowTable.toValue>[0];
  site: Parameters<typeof siteTable.toValue>[0];
  organization: Parameters<typeof organizationTable.toValue>[0];
}

async function getPlaced(db: Sql, ids: readonly string[]): Promise<ReadonlyMap<string, PlacedFlow>> {
  assertStorable(ids, 'ids');
  const { rows } = await sql<PlacedRow>`
    select row_to_json(flow) as flow, row_to_json(site) as site, row_to_json(organization) as organization
    from flows as flow
    join sites as site on site.id = flow.site_id
    join organizations as organization on organization.id = site.organization_id
    where flow.id = any(${[...ids]}::text[])`.execute(db);
  return new Map(
    rows.map((row) => {
      const flow: ResourceFlow = flowTable.toValue(row.flow);
      const site: Site = siteTable.toValue(row.site);
      const organization: Organization = organizationTable.toValue(row.organization);
      return [flow.id, { flow, version: row.flow.version, site, organization }];
    }),
  );
}
