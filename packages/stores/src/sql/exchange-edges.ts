import { sql } from 'kysely';
import type { ExchangeEdge } from '../ports/graph-store.ts';
import type { Sql } from './connect.ts';

/** What a graph is projected from: every organization, and the stored matches gathered by supplier and receiver. */
export async function readExchanges(db: Sql): Promise<{ organizationIds: string[]; edges: ExchangeEdge[] }> {
  const organizations = await sql<{ id: string }>`select id from organizations order by id`.execute(db);
  const edges = await sql<ExchangeEdge>`
    select supply_organization_id as "supplierId", demand_organization_id as "receiverId", count(*) as matches,
      max(score) as "bestScore", sum(margin_eur_per_year order by supply_id, demand_id) as "marginEurPerYear"
    from matches group by 1, 2 order by 1, 2`.execute(db);
  return { organizationIds: organizations.rows.map(({ id }) => id), edges: edges.rows };
}
