// One process per data folder. Two on one folder would lose rows silently, so the lock is the operating system's: it ends
// with the process, however that ends.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { DomainError } from '@crg/domain/errors';
import { unusable } from './unusable.ts';

export const lockFile = 'crg.lock';
export const holderFile = 'crg.holder.json';

/** Who holds a folder, for people; the lock itself is never read from here. */
export interface Holder {
  readonly pid: number;
  /** ISO 8601. */
  readonly since: string;
  readonly command: string;
}

export interface FolderLock {
  release(): void;
}

/**
 * Takes the folder for this process until `release` or the end of the process (kill -9 too).
 *
 * The lock is an exclusive SQLite transaction on `crg.lock`: the only file lock that Node offers without native code.
 *
 * @throws DomainError data_folder_in_use naming the holder; data_folder_unusable if nothing can be written there
 */
export function lockFolder(directory: string): FolderLock {
  const database = openLockFile(directory);
  try {
    database.exec('pragma journal_mode = off; pragma locking_mode = exclusive; begin exclusive');
  } catch (error) {
    database.close();
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) throw inUse(directory);
    throw unusable(directory, error as Error);
  }
  const holder: Holder = { pid: process.pid, since: new Date().toISOString(), command: process.argv.join(' ') };
  try {
    writeFileSync(join(directory, holderFile), `${JSON.stringify(holder)}\n`);
  } catch (error) {
    database.close();
    throw unusable(directory, error as Error);
  }
  held.add(database);
  return {
    release: () => {
      if (!held.delete(database)) return;
      rmSync(join(directory, holderFile), { force: true });
      database.close();
    },
  };
}

/** Garbage collection would close a database that nobody refers to any more, and the lock would be gone unnoticed. */
const held = new Set<DatabaseSync>();

/** null while the holder has not written it yet, or when nobody holds the folder. */
export function readHolder(directory: string): Holder | null {
  try {
    return JSON.parse(readFileSync(join(directory, holderFile), 'utf8')) as Holder;
  } catch {
    return null;
  }
}

const SQLITE_BUSY = 5;

function openLockFile(directory: string): DatabaseSync {
  const { DatabaseSync } = sqlite();
  try {
    return new DatabaseSync(join(directory, lockFile));
  } catch (error) {
    throw unusable(directory, error as Error);
  }
}

/** node:sqlite announces itself as experimental on first use; only that one warning is held back. */
function sqlite(): typeof import('node:sqlite') {
  const { emitWarning } = process;
  process.emitWarning = ((warning: string | Error, ...rest: never[]) => {
    if (!String(warning).includes('SQLite')) emitWarning.call(process, warning, ...rest);
  }) as typeof process.emitWarning;
  try {
    return process.getBuiltinModule('node:sqlite');
  } finally {
    process.emitWarning = emitWarning;
  }
}

function inUse(directory: string): DomainError {
  const holder = readHolder(directory);
  const who =
    holder === null
      ? 'another process that has just started'
      : `process ${holder.pid}, started ${holder.since} as "${holder.command}"`;
  return new DomainError('data_folder_in_use', {
    field: directory,
    expected: 'a data folder that no other process uses',
    got: who,
    next: 'Stop that process, or choose another folder with --data.',
  });
}
