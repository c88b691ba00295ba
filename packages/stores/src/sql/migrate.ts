// Brings a database to the newest schema: numbered SQL files, forward only, each recorded with its checksum.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { CompiledQuery, sql } from 'kysely';
import type { Sql } from './connect.ts';

export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly text: string;
  /** SHA-256 of the text. */
  readonly checksum: string;
}

/** `newer`: a later version of the program has written here. `altered`: a migration differs from the one applied then. */
export type Migrated =
  | { readonly kind: 'migrated'; readonly applied: readonly number[] }
  | { readonly kind: 'newer'; readonly number: number; readonly newestKnown: number }
  | { readonly kind: 'altered'; readonly name: string };

const folder = new URL('../../migrations/', import.meta.url);

/** The migrations that ship, in order. */
export function shippedMigrations(): readonly Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name, index) => {
      const number = Number(name.slice(0, 4));
      if (number !== index + 1) throw new Error(`Expected migration ${index + 1} in order, got ${name}.`);
      const text = readFileSync(new URL(name, folder), 'utf8');
      return { number, name, text, checksum: createHash('sha256').update(text).digest('hex') };
    });
}

/**
 * Applies what is missing in one transaction. Safe to start several times at once: the others wait and find
 * nothing to do. A database that is `newer` or `altered` is left as it is.
 */
export function migrate(db: Sql, migrations: readonly Migration[]): Promise<Migrated> {
  return db.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${advisoryLock})`.execute(transaction);
    await sql`
      create table if not exists schema_migrations (
        number integer primary key, name text not null, checksum text not null, applied_at timestamptz not null default now()
      )`.execute(transaction);
    const { rows } = await sql<{ number: number; name: string; checksum: string }>`
      select number, name, checksum from schema_migrations order by number`.execute(transaction);
    const newest = rows.at(-1)?.number ?? 0;
    if (newest > migrations.length) return { kind: 'newer', number: newest, newestKnown: migrations.length };
    const altered = rows.find((row) => migrations[row.number - 1]?.checksum !== row.checksum);
    if (altered !== undefined) return { kind: 'altered', name: altered.name };
    const missing = migrations.slice(newest);
    for (const migration of missing) await apply(transaction, migration);
    return { kind: 'migrated', applied: missing.map(({ number }) => number) };
  });
}

/** Any number, as long as every process takes the same. */
const advisoryLock = 20_261_125;

async function apply(transaction: Sql, { number, name, text, checksum }: Migration): Promise<void> {
  await transaction.executeQuery(CompiledQuery.raw(text));
  await sql`insert into schema_migrations (number, name, checksum) values (${number}, ${name}, ${checksum})`.execute(
    transaction,
  );
}
