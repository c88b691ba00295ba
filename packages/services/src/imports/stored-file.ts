// A file of an import, read from the parts that the store keeps.
import type { SourceFile } from '@crg/imports/source-file';
import { type ImportStore, importPartBytes } from '@crg/stores/ports/import-store';

/** Small, so that what a stream reads ahead is little, and how far it has read says how far the work is. */
const chunkBytes = 32_768;

/** @param file its place in the import, from 0 */
export function storedFile(
  imports: Pick<ImportStore, 'readPart'>,
  { importId, file, name, size }: { importId: string; file: number; name: string; size: number },
): SourceFile {
  // A reader that jumps about in an archive asks for many small pieces of the same part.
  let kept: { part: number; bytes: Uint8Array } | null = null;
  const partAt = async (part: number): Promise<Uint8Array> => {
    if (kept?.part !== part) {
      const bytes = await imports.readPart(importId, file, part);
      if (bytes === null) throw new Error(`Part ${part} of file ${file} of the import ${importId} is not there`);
      kept = { part, bytes };
    }
    return kept.bytes;
  };
  return {
    name,
    size,
    async *read(start = 0, end = size) {
      const last = Math.min(end, size);
      for (let at = start; at < last; ) {
        const part = Math.floor(at / importPartBytes);
        const first = part * importPartBytes;
        const bytes = (await partAt(part)).subarray(at - first, Math.min(last, at + chunkBytes) - first);
        yield bytes;
        at += bytes.length;
      }
    },
  };
}
