// What lies in a data folder, and whether it is one: `crg-data.json` says that it is ours and whether its database was
// finished, `database/` is PostgreSQL's. Nothing here is deleted except a database that was never finished.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { holderFile, lockFile } from './folder-lock.ts';
import { unusable, unusableFolder } from './unusable.ts';

export const markerFile = 'crg-data.json';
const format = 'crg-data/1';

/** `creating`: the first start has not come to its end, so nobody was ever told that something is stored. */
type State = 'creating' | 'ready';

export const databaseFolder = (directory: string) => join(directory, 'database');

/**
 * Makes the folder if it is not there and refuses one that is not ours. Writes nothing into an existing folder.
 *
 * @throws DomainError data_folder_unusable
 */
export function claimable(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    readState(directory);
  } catch (error) {
    throw asUnusable(directory, error);
  }
}

/**
 * Call with the lock held. Answers whether the database has to be created; a half-created one is swept away.
 *
 * @throws DomainError data_folder_unusable for a folder that is foreign, of a newer version, or damaged
 */
export function prepareDatabase(directory: string): 'create' | 'open' {
  try {
    if (readState(directory) === 'ready') {
      assertWhole(directory);
      return 'open';
    }
    rmSync(databaseFolder(directory), { recursive: true, force: true });
    writeState(directory, 'creating');
    return 'create';
  } catch (error) {
    throw asUnusable(directory, error);
  }
}

/** From now on the database is kept, whatever happens. */
export function markReady(directory: string): void {
  writeState(directory, 'ready');
}

function readState(directory: string): State | null {
  const marker = join(directory, markerFile);
  if (!existsSync(marker)) {
    assertEmpty(directory);
    return null;
  }
  const content = parse(readFileSync(marker, 'utf8'));
  if (content.format === format && (content.state === 'ready' || content.state === 'creating')) return content.state;
  if (typeof content.format === 'string' && content.format.startsWith('crg-data/') && content.format !== format) {
    throw unusableFolder(directory, {
      expected: `a data folder of format ${format}`,
      got: content.format,
      next: 'It was written by a newer version: start that version, or choose another folder with --data.',
    });
  }
  throw unusableFolder(directory, {
    expected: `${markerFile} as this program writes it`,
    got: 'something else in that file',
    next: 'Nothing was changed. Restore the file or the folder from a backup, or choose another folder with --data.',
  });
}

function parse(text: string): { format?: unknown; state?: unknown } {
  try {
    return Object(JSON.parse(text)) as { format?: unknown };
  } catch {
    return {};
  }
}

/** What a start that was killed before its first word may leave, and what file systems put into their root. */
const harmless = new Set([lockFile, `${lockFile}-journal`, holderFile, `${markerFile}.new`, 'lost+found']);

function assertEmpty(directory: string): void {
  const foreign = readdirSync(directory).filter((name) => !harmless.has(name));
  if (foreign.length > 0) {
    throw unusableFolder(directory, {
      expected: 'an empty folder or one that this program has made',
      got: `other files in it ("${foreign.sort()[0]}"${foreign.length > 1 ? ` and ${foreign.length - 1} more` : ''})`,
      next: 'Choose another folder with --data; nothing was changed in this one.',
    });
  }
}

/** PostgreSQL writes this file whole or not at all. */
const controlFileBytes = 8192;

/** What would make the database start over, or give up in a way that nobody understands. */
function assertWhole(directory: string): void {
  const database = databaseFolder(directory);
  const broken = !existsSync(join(database, 'PG_VERSION'))
    ? 'no database/PG_VERSION'
    : sizeOf(join(database, 'global', 'pg_control')) !== controlFileBytes
      ? 'a database/global/pg_control that is missing or cut off'
      : null;
  if (broken !== null) throw damaged(directory, broken);
}

export function damaged(directory: string, got: string, cause?: Error) {
  return unusableFolder(
    directory,
    {
      expected: 'a whole database',
      got,
      next: 'Nothing was deleted: keep a copy of the folder, then restore a backup into a new one.',
    },
    cause,
  );
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? -1;
}

function writeState(directory: string, state: State): void {
  const marker = join(directory, markerFile);
  writeFileSync(`${marker}.new`, `${JSON.stringify({ format, state })}\n`);
  renameSync(`${marker}.new`, marker);
}

function asUnusable(directory: string, error: unknown): unknown {
  return error instanceof Error && 'errno' in error ? unusable(directory, error) : error;
}
