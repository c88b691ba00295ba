// A file of this machine as an import sees it.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { SourceFile } from '../source-file.ts';
import { unreadable } from './reading-fault.ts';

/**
 * The file as it is now; it must not change while it is read.
 *
 * @throws DomainError unreadable_file when it is missing, may not be read, or is a folder
 */
export async function fileOnDisk(path: string): Promise<SourceFile> {
  const found = await stat(path).catch((fault: NodeJS.ErrnoException) => {
    throw unreadable({ expected: 'a file', got: `${path} (${reasonOf(fault)})`, next: 'Check the path.' }, fault);
  });
  if (!found.isFile()) {
    const got = found.isDirectory() ? 'a folder' : 'a device or pipe';
    throw unreadable({ expected: 'a file', got: `${path}, which is ${got}`, next: 'Name a file.' });
  }
  return {
    name: basename(path),
    size: found.size,
    async *read(start = 0, end = found.size) {
      if (start >= end) return;
      const stream = createReadStream(path, { start, end: end - 1, highWaterMark: 256 * 1024 });
      try {
        for await (const chunk of stream) yield chunk as Uint8Array;
      } catch (fault) {
        const got = `${path} (${reasonOf(fault as NodeJS.ErrnoException)})`;
        throw unreadable({ expected: 'a file that can be read to its end', got, next: 'Check the file.' }, fault);
      }
    },
  };
}

function reasonOf(fault: NodeJS.ErrnoException): string {
  if (fault.code === 'ENOENT' || fault.code === 'ENOTDIR') return 'not found';
  if (fault.code === 'EACCES' || fault.code === 'EPERM') return 'no permission to read it';
  return fault.code ?? fault.message;
}
