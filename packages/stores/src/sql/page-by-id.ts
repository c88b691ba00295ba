import { type RawBuilder, sql } from 'kysely';
import type { Page, PageRequest, Version, Versioned } from '../ports/versioned.ts';
import type { Sql } from './connect.ts';
import { keyOf, pageOf } from './cursor.ts';
import type { RecordTable } from './records.ts';

/** One page of a table in id order; the conditions call the row `record`. */
export async function pageById<T extends { readonly id: string }, Row extends { id: string; version: Version }>(
  db: Sql,
  kind: RecordTable<T, Row>,
  conditions: readonly RawBuilder<unknown>[],
  { cursor, limit }: PageRequest,
): Promise<Page<Versioned<T>>> {
  const all = [...conditions];
  if (cursor !== null) all.push(sql`record.id > ${keyOf(cursor, 'id', 1)[0]}`);
  const { rows } = await sql<Row>`
    select record.* from ${sql.table(kind.table)} as record ${where(all)}
    order by record.id limit ${limit + 1}`.execute(db);
  return pageOf(
    rows,
    limit,
    'id',
    (row) => [row.id],
    (row) => ({ value: kind.toValue(row), version: row.version }),
  );
}

export function where(conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return conditions.length === 0 ? sql`` : sql`where ${sql.join(conditions, sql` and `)}`;
}
