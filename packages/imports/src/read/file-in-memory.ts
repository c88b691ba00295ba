// Bytes at hand as a file.
import type { SourceFile } from '../source-file.ts';

export function fileInMemory(name: string, bytes: Uint8Array | string): SourceFile {
  const content = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
  return {
    name,
    size: content.length,
    async *read(start = 0, end = content.length) {
      for (let at = start; at < Math.min(end, content.length); at += chunkBytes) {
        yield content.subarray(at, Math.min(at + chunkBytes, end, content.length));
      }
    },
  };
}

const chunkBytes = 256 * 1024;
