// The stores of one process on one folder: PGlite in a thread behind the same SQL as a server, the graph in memory.
import { resolve } from 'node:path';
import { DomainError } from '@crg/domain/errors';
import { sql } from 'kysely';
import type { Stores } from '../ports/stores.ts';
import { outsideTransactions } from '../sql/guard.ts';
import { endAllLeases } from '../sql/job-store.ts';
import { type Migration, migrate, shippedMigrations } from '../sql/migrate.ts';
import { storesOver, transactionsOver } from '../sql/transaction-stores.ts';
import { KeptSuggestions } from '../suggestions/kept-suggestions.ts';
import { claimable, damaged, databaseFolder, markReady, prepareDatabase } from './data-folder.ts';
import { lockFolder } from './folder-lock.ts';
import { graphInMemory } from './graph-store.ts';
import { startHousekeeping } from './housekeeping.ts';
import { type PgliteThread, startPglite } from './pglite-thread.ts';
import { readTemplate } from './template.ts';
import { unusableFolder } from './unusable.ts';

export interface EmbeddedOptions {
  readonly directory: string;
  /** One line for people, now and then. */
  readonly log: (line: string) => void;
  /** How long a call may wait for its turn before it is `not_ready`. */
  readonly waitMilliseconds: number;
  readonly migrations: readonly Migration[];
  /** How often dead rows and an old log are looked for. */
  readonly housekeepingMilliseconds: number;
}

export const embeddedDefaults = () => ({
  waitMilliseconds: 30_000,
  migrations: shippedMigrations(),
  housekeepingMilliseconds: 60_000,
});

/**
 * Opens the folder, or makes it: about 3 s from the template, 2 s when it exists, 15 s without a template.
 *
 * @throws DomainError data_folder_in_use | data_folder_unusable; nothing in the folder is lost by it
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<Stores> {
  const directory = resolve(options.directory);
  claimable(directory);
  const lock = lockFolder(directory);
  try {
    const thread = await openDatabase({ ...options, directory });
    const stopHousekeeping = startHousekeeping(thread.db, {
      everyMilliseconds: options.housekeepingMilliseconds,
      log: options.log,
    });
    return storesOf(thread, stopHousekeeping, lock.release);
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function openDatabase(options: EmbeddedOptions): Promise<PgliteThread> {
  const { directory, log, migrations, waitMilliseconds } = options;
  const todo = prepareDatabase(directory);
  const template = todo === 'create' ? readTemplate(migrations) : null;
  if (todo === 'create' && template === null) {
    log('No template database for these migrations: building the database from scratch, about 15 s ...');
  }
  const thread = await startPglite({
    directory,
    databaseFolder: databaseFolder(directory),
    template,
    waitMilliseconds,
    onEnd: (reason) => log(`The database has stopped: ${reason.message}`),
  }).catch((error: DomainError) => {
    throw todo === 'open' && error.evidence.got.startsWith('"') ? damaged(directory, error.evidence.got, error) : error;
  });
  try {
    await toNewestSchema(thread, options);
    await endAllLeases(thread.db);
    if (todo === 'create') markReady(directory);
    return thread;
  } catch (error) {
    await thread.close();
    throw error;
  }
}

async function toNewestSchema({ db }: PgliteThread, { directory, log, migrations }: EmbeddedOptions): Promise<void> {
  const migrated = await migrate(db, migrations);
  switch (migrated.kind) {
    case 'migrated':
      if (migrated.applied.length > 0) log(`Applied migrations ${migrated.applied.join(', ')}.`);
      return;
    case 'newer':
      throw unusableFolder(directory, {
        expected: `a database of schema ${migrated.newestKnown} or older`,
        got: `schema ${migrated.number}, written by a newer version`,
        next: 'Start that version, or choose another folder with --data; nothing was changed.',
      });
    case 'altered':
      throw unusableFolder(directory, {
        expected: 'migrations as they were when they were applied',
        got: `another text of "${migrated.name}"`,
        next: 'Start the version that wrote this folder, or choose another one with --data; nothing was changed.',
      });
  }
}

function storesOf(thread: PgliteThread, stopHousekeeping: () => void, releaseLock: () => void): Stores {
  const db = outsideTransactions(thread.db);
  const kept = new KeptSuggestions();
  let closing: Promise<void> | null = null;
  return {
    ...storesOver(db, kept),
    graph: graphInMemory(db, kept),
    transactions: transactionsOver(thread.db, kept),
    check: async () => {
      try {
        await sql`select 1`.execute(db);
      } catch (error) {
        throw error instanceof DomainError && error.code === 'data_folder_unusable' ? notReady(error) : error;
      }
    },
    close: () => {
      stopHousekeeping();
      closing ??= thread.close().finally(releaseLock);
      return closing;
    },
  };
}

function notReady(cause: DomainError): DomainError {
  return new DomainError(
    'not_ready',
    { expected: 'a running database', got: cause.message, next: 'Start the program again.' },
    { cause },
  );
}
