// An import begins: its files are kept in parts, looked at, and matched with the mapping that their header names.
import type { Mapping } from '@crg/city-format/mapping-schema';
import type { SourceFile } from '@crg/imports/source-file';
import { type Import, type ImportStore, importPartBytes } from '@crg/stores/ports/import-store';
import { describeFile } from './describe-file.ts';
import { moved } from './import-faults.ts';
import { asJson, type FileSettings, type OnError } from './import-settings.ts';
import { storedFile } from './stored-file.ts';

export interface GivenFile {
  /** As the user named it, without folders. */
  readonly name: string;
  /** Note for the city: where these data come from. */
  readonly origin: string;
  /** Read once, from beginning to end. */
  readonly bytes: AsyncIterable<Uint8Array>;
}

export interface OpenRequest {
  /** At least one; may come one after the other, each read to its end before the next is asked for. */
  readonly files: Iterable<GivenFile> | AsyncIterable<GivenFile>;
  readonly onError: OnError;
  /** Mappings that users keep beside those that come with the product. */
  readonly kept: readonly Mapping[];
  readonly signal: AbortSignal;
}

/**
 * Keeps the files and answers the import in the state `open`. What cannot be read as any format is refused at once, and
 * then nothing is kept.
 *
 * @throws DomainError unreadable_file, file_too_large
 */
export async function openImport(
  {
    imports,
  }: { imports: Pick<ImportStore, 'create' | 'addFile' | 'appendPart' | 'readPart' | 'get' | 'configure' | 'remove'> },
  { files, onError, kept, signal }: OpenRequest,
): Promise<Import> {
  const { id } = await imports.create({
    files: [],
    settings: asJson({ files: [], fixes: [], onError }),
  });
  try {
    const described: FileSettings[] = [];
    for await (const given of files) {
      const file = await imports.addFile(id, given.name);
      const size = await keepParts(given.bytes, (part) => imports.appendPart(id, file, part), signal);
      const stored: SourceFile = storedFile(imports, { importId: id, file, name: given.name, size });
      described.push({ ...(await describeFile(stored, { kept })), origin: given.origin });
    }
    return moved(await imports.configure(id, asJson({ files: described, fixes: [], onError })), id, 'to be described');
  } catch (error) {
    await imports.remove(id);
    throw error;
  }
}

/** Cuts what comes in chunks of any size into parts; answers how many bytes there were. */
async function keepParts(
  bytes: AsyncIterable<Uint8Array>,
  append: (part: Uint8Array) => Promise<void>,
  signal: AbortSignal,
): Promise<number> {
  let size = 0;
  const part = new Uint8Array(importPartBytes);
  let filled = 0;
  for await (const chunk of bytes) {
    signal.throwIfAborted();
    for (let at = 0; at < chunk.length; ) {
      const taken = chunk.subarray(at, at + importPartBytes - filled);
      part.set(taken, filled);
      filled += taken.length;
      at += taken.length;
      if (filled < importPartBytes) continue;
      await append(part.slice());
      size += filled;
      filled = 0;
    }
  }
  if (filled > 0) await append(part.slice(0, filled));
  return size + filled;
}
