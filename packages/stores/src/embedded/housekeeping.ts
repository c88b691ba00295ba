// What background processes do on a server, and PGlite has none for: dead rows give back their room, and the log is cut off.
import { sql } from 'kysely';
import type { Sql } from '../sql/connect.ts';

export interface HousekeepingOptions {
  readonly everyMilliseconds: number;
  readonly log: (line: string) => void;
}

/** Tidies up now and then until the answer is called; what is under way then comes to its end. */
export function startHousekeeping(db: Sql, { everyMilliseconds, log }: HousekeepingOptions): () => void {
  let stopped = false;
  let busy = false;
  const timer = setInterval(async () => {
    if (busy) return;
    busy = true;
    try {
      await tidyUp(db);
    } catch (error) {
      if (!stopped) log(`Tidying up the database failed, and is tried again: ${(error as Error).message}`);
    } finally {
      busy = false;
    }
  }, everyMilliseconds);
  timer.unref();
  return () => {
    stopped = true;
    clearInterval(timer);
  };
}

async function tidyUp(db: Sql): Promise<void> {
  // Each step is a call of its own, so that others get their turn in between.
  for (const table of await tablesWithDeadRows(db)) await sql`vacuum (analyze) ${sql.table(table)}`.execute(db);
  if (await logIsLong(db)) await sql`checkpoint`.execute(db);
}

/** The rule of PostgreSQL's autovacuum with its default settings. */
async function tablesWithDeadRows(db: Sql): Promise<readonly string[]> {
  // Counts are told with a delay unless one asks; they are there for the next statement.
  await sql`select pg_stat_force_next_flush()`.execute(db);
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_stat_user_tables where n_dead_tup > 50 + 0.2 * n_live_tup order by relname`.execute(
    db,
  );
  return rows.map(({ name }) => name);
}

/** After a crash the log is read again from the last checkpoint on. */
const longLogBytes = 64 * 1024 * 1024;

async function logIsLong(db: Sql): Promise<boolean> {
  const { rows } = await sql<{ long: boolean }>`
    select pg_current_wal_lsn() - redo_lsn > ${longLogBytes} as long from pg_control_checkpoint()`.execute(db);
  return rows[0]?.long === true;
}
