import { sql } from 'kysely';
import { type KeptMapping, type MappingStore, mostMappings } from '../ports/mapping-store.ts';
import type { Sql } from './connect.ts';
import { within } from './guard.ts';
import { assertStorable } from './storable.ts';

export function mappingStore(db: Sql): MappingStore {
  return {
    all: async () => (await sql<KeptMapping>`select name, mapping from mappings order by name`.execute(db)).rows,
    put: async (kept) => {
      assertStorable(kept, '');
      return within(db, (transaction) => put(transaction, kept));
    },
    remove: async (name) => {
      assertStorable(name, 'name');
      const { rows } = await sql`delete from mappings where name = ${name} returning name`.execute(db);
      return rows.length > 0;
    },
  };
}

async function put(transaction: Sql, { name, mapping }: KeptMapping): Promise<'created' | 'replaced' | 'full'> {
  // One writer at a time, so that two cannot both be the last that fits.
  await sql`lock table mappings in share row exclusive mode`.execute(transaction);
  const { rows } = await sql<{ others: number; known: boolean }>`
    select count(*) filter (where name <> ${name}) as others, count(*) filter (where name = ${name}) > 0 as known
    from mappings`.execute(transaction);
  const { others = 0, known = false } = rows[0] ?? {};
  if (others >= mostMappings) return 'full';
  await sql`
    insert into mappings (name, mapping) values (${name}, ${JSON.stringify(mapping)}::jsonb)
    on conflict (name) do update set mapping = excluded.mapping, changed_at = clock_timestamp()`.execute(transaction);
  return known ? 'replaced' : 'created';
}
