// A zip archive read in place: its list of parts, and one part at a time inflated within bounds. Nothing is ever written.
import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import yauzl from 'yauzl';
import type { SourceFile } from '../source-file.ts';
import type { ReadLimits } from './limits.ts';
import { counted, megabytes, quoted, tooLarge, unreadable } from './reading-fault.ts';

export interface ZipArchive {
  names(): Iterable<string>;
  has(name: string): boolean;
  /**
   * The part inflated, in chunks.
   *
   * @throws DomainError unreadable_file (missing, damaged, with a password), file_too_large (inflates beyond `mostBytes` or too much)
   */
  read(name: string, mostBytes: number): AsyncGenerator<Uint8Array>;
}

/** @throws DomainError unreadable_file, file_too_large (too many parts) */
export async function openZip(file: SourceFile, limits: ReadLimits): Promise<ZipArchive> {
  if (file.size > limits.xlsxBytes) {
    throw tooLarge({
      expected: `a spreadsheet of at most ${megabytes(limits.xlsxBytes)}`,
      got: megabytes(file.size),
      next: 'Save the sheet as CSV, which is read at any length.',
    });
  }
  const zip = await asDamage(() => yauzl.fromRandomAccessReaderPromise(new FileReader(file), file.size, zipOptions));
  if (zip.entryCount > limits.zipEntries) throw tooManyParts(zip.entryCount, limits);
  const entries = await asDamage(() => entriesOf(zip));
  return {
    names: () => entries.keys(),
    has: (name) => entries.has(name),
    read: (name, mostBytes) => inflated({ zip, entry: entries.get(name), name, limits, mostBytes }),
  };
}

// autoClose would end the archive after its list; the file itself has nothing to be closed.
const zipOptions = { lazyEntries: true, autoClose: false, decodeStrings: true, validateEntrySizes: true } as const;

/** The reader that yauzl asks for ranges of the file. */
class FileReader extends yauzl.RandomAccessReader {
  readonly #file: SourceFile;

  constructor(file: SourceFile) {
    super();
    this.#file = file;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.#file.read(start, end), { objectMode: false });
  }
}

async function entriesOf(zip: yauzl.ZipFile): Promise<ReadonlyMap<string, yauzl.Entry>> {
  const entries = new Map<string, yauzl.Entry>();
  for await (const entry of zip.eachEntry()) {
    if (entries.has(entry.fileName)) throw new Error(`two parts with the name ${quoted(entry.fileName)}`);
    entries.set(entry.fileName, entry);
  }
  return entries;
}

interface Part {
  readonly zip: yauzl.ZipFile;
  readonly entry: yauzl.Entry | undefined;
  readonly name: string;
  readonly limits: ReadLimits;
  readonly mostBytes: number;
}

async function* inflated({ zip, entry, name, limits, mostBytes }: Part): AsyncGenerator<Uint8Array> {
  if (entry === undefined) throw damaged(`a file without ${quoted(name)}`);
  if (entry.isEncrypted()) {
    const next = 'Remove the password and save it again.';
    throw unreadable({ expected: 'a spreadsheet without a password', got: 'an encrypted one', next });
  }
  if (entry.uncompressedSize > mostBytes) throw inflatesTooFar(name, entry.uncompressedSize, mostBytes);
  const stream = await asDamage(() => zip.openReadStreamPromise(entry));
  let bytes = 0;
  let sum = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      bytes += chunk.length;
      if (bytes > mostBytes) throw inflatesTooFar(name, bytes, mostBytes);
      if (bytes > limits.ratioFreeBytes && bytes > entry.compressedSize * limits.inflationRatio) {
        throw inflatesTooMuch(name, limits);
      }
      sum = crc32(chunk, sum);
      yield chunk;
    }
    // Flipped bits can leave well-formed XML with other numbers in it.
    if (sum !== entry.crc32) throw damaged(`a damaged one (the checksum of ${quoted(name)} is wrong)`);
  } catch (fault) {
    throw asDamaged(fault);
  } finally {
    stream.destroy();
  }
}

async function asDamage<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (fault) {
    throw asDamaged(fault);
  }
}

function asDamaged(fault: unknown): unknown {
  if (!(fault instanceof Error) || fault.name === 'DomainError') return fault;
  if (/encrypt/i.test(fault.message)) {
    const next = 'Remove the password and save it again.';
    return unreadable({ expected: 'a spreadsheet without a password', got: 'an encrypted one', next }, fault);
  }
  return damaged(`a damaged one (${fault.message})`, fault);
}

function damaged(got: string, cause?: unknown): Error {
  return unreadable(
    { expected: 'a whole spreadsheet', got, next: 'Open it in a spreadsheet program and save it again as XLSX.' },
    cause,
  );
}

function tooManyParts(parts: number, limits: ReadLimits): Error {
  return tooLarge({
    expected: `a spreadsheet of at most ${counted(limits.zipEntries)} parts`,
    got: counted(parts),
    next: 'Copy the sheet with the table into a new spreadsheet.',
  });
}

function inflatesTooFar(name: string, bytes: number, mostBytes: number): Error {
  return tooLarge({
    expected: `at most ${megabytes(mostBytes)} in ${quoted(name)} when unpacked`,
    got: `${megabytes(bytes)} or more`,
    next: 'Save the sheet as CSV, which is read at any length.',
  });
}

function inflatesTooMuch(name: string, limits: ReadLimits): Error {
  return tooLarge({
    expected: `parts that unpack to at most ${counted(limits.inflationRatio)} times their size`,
    got: `more in ${quoted(name)}`,
    next: 'Save the sheet as CSV, which is read at any length; a file that unpacks like this may be an attack.',
  });
}
