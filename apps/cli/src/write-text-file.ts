// A result file that is either whole or not there: written beside its place, then moved into it.
import { randomUUID } from 'node:crypto';
import { type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileFault } from './file-fault.ts';
import type { Terminal } from './terminal.ts';

/**
 * Writes the pieces one after another. What stood at `path` stays untouched until the new file is complete on disk.
 *
 * @param path a file, or `-` for the terminal's output; a device or pipe is written to directly
 * @throws DomainError when it cannot be written; nothing is left behind then
 */
export async function writeTextFile(path: string, pieces: Iterable<string>, terminal: Terminal): Promise<void> {
  if (path === '-') {
    for (const piece of pieces) await terminal.write(piece);
    return;
  }
  try {
    const { target, isSpecial } = await targetOf(path);
    await (isSpecial ? writeInto(target, 'w', pieces) : replaceFile(target, pieces));
  } catch (error) {
    throw fileFault(error, { expected: 'a file that can be written', path });
  }
}

/** Follows links, so that the file they point to is replaced and not the link. */
async function targetOf(path: string): Promise<{ target: string; isSpecial: boolean }> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw Object.assign(new Error(`${path} is a folder`), { code: 'EISDIR' });
    return { target: await realpath(path), isSpecial: !found.isFile() };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { target: path, isSpecial: false };
    throw error;
  }
}

async function replaceFile(target: string, pieces: Iterable<string>): Promise<void> {
  const beside = join(dirname(target), `.${basename(target).slice(0, 100)}.${randomUUID()}.tmp`);
  try {
    await writeInto(beside, 'wx', pieces);
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

async function writeInto(path: string, flags: string, pieces: Iterable<string>): Promise<void> {
  const file = await open(path, flags);
  try {
    for (const piece of pieces) await writeAll(file, piece);
    if (flags === 'wx') await file.sync();
  } finally {
    await file.close();
  }
}

async function writeAll(file: FileHandle, piece: string): Promise<void> {
  const bytes = Buffer.from(piece);
  for (let written = 0; written < bytes.length; ) {
    written += (await file.write(bytes, written)).bytesWritten;
  }
}
