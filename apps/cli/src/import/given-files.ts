// The files that a call names, as an import sees them: looked at before any folder is opened or made.
import type { Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { DomainError } from '@crg/domain/errors';
import { fileInMemory } from '@crg/imports/read/file-in-memory';
import { fileOnDisk } from '@crg/imports/read/file-on-disk';
import type { SourceFile } from '@crg/imports/source-file';
import { fileFault } from '../file-fault.ts';
import { readBytes } from '../read-text-file.ts';
import type { Terminal } from '../terminal.ts';

export interface GivenSource {
  /** As the caller wrote it; `-` for standard input. */
  readonly path: string;
  readonly source: SourceFile;
  /** Note for the city: where these data come from. Without folders: others read it. */
  readonly origin: string;
}

/** @throws DomainError invalid_input for a path that is no file, or a file that is named twice */
export async function givenFiles(paths: readonly string[], terminal: Terminal): Promise<readonly GivenSource[]> {
  const seen = new Map<string, string>();
  const found: { path: string; stats: Stats | null }[] = [];
  for (const path of paths) {
    const stats = path === '-' ? null : await statOf(path);
    const identity = stats === null ? '-' : `${stats.dev}:${stats.ino}`;
    const before = seen.get(identity);
    if (before !== undefined) throw namedTwice(path, before);
    seen.set(identity, path);
    found.push({ path, stats });
  }
  const given: GivenSource[] = [];
  for (const { path, stats } of found) {
    given.push({
      path,
      source: await sourceOf(path, stats, terminal),
      origin: `Imported from ${path === '-' ? 'standard input' : basename(path)}`,
    });
  }
  return given;
}

/** A pipe can be read only once, so what comes through one is held in memory. */
async function sourceOf(path: string, stats: Stats | null, terminal: Terminal): Promise<SourceFile> {
  if (stats?.isFile()) return fileOnDisk(path);
  return fileInMemory(path === '-' ? 'standard input' : path, await readBytes(path, terminal));
}

async function statOf(path: string): Promise<Stats> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw Object.assign(new Error(`${path} is a folder`), { code: 'EISDIR' });
    return found;
  } catch (error) {
    throw fileFault(error, { expected: 'a file that can be read', path });
  }
}

function namedTwice(path: string, before: string): DomainError {
  return new DomainError('invalid_input', {
    field: path,
    expected: 'each file once',
    got: path === before ? 'it twice' : `the same file as ${before}`,
    next: 'Name it once.',
  });
}
