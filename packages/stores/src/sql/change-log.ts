import { type RawBuilder, sql } from 'kysely';
import { beforeAllChanges, type Change, type ChangeLog, type ChangePosition } from '../ports/change-log.ts';
import type { Sql } from './connect.ts';

export function changeLog(db: Sql): ChangeLog {
  return {
    latest: async () => {
      const { rows } = await sql<{ position: ChangePosition | null }>`select ${latestReadable} as position`.execute(db);
      return rows[0]?.position ?? beforeAllChanges;
    },
    since: async (position, limit) => {
      const [transaction, sequence] = position.split('-');
      const { rows } = await sql<Change>`
        select transaction::text || '-' || sequence::text as position, subject, id, action from change_log
        where (transaction, sequence) > (${transaction}::xid8, ${sequence}::bigint) and ${readable}
        order by change_log.transaction, sequence limit ${limit}`.execute(db);
      return rows;
    },
  };
}

// A transaction that began earlier may still commit with a smaller number: changes from there on are not shown yet.
const readable = sql`transaction < pg_snapshot_xmin(pg_current_snapshot())`;

/** Position of the last change a follower may read, as a scalar subquery; null if there is none. */
export const latestReadable: RawBuilder<ChangePosition | null> = sql`(
  select transaction::text || '-' || sequence::text from change_log where ${readable}
  order by change_log.transaction desc, sequence desc limit 1)`;
