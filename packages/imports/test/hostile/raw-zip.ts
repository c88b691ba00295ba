// Zip archives whose every field can lie.
import { constants, crc32, deflateRawSync } from 'node:zlib';

export interface RawEntry {
  readonly name: string;
  /** As it stands in the archive. */
  readonly packed: Uint8Array;
  readonly method: 'stored' | 'deflated';
  /** What the archive says. */
  readonly size: number;
  readonly crc: number;
  readonly encrypted?: boolean;
}

export function entryOf(name: string, content: string | Uint8Array): RawEntry {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return { name, packed: deflateRawSync(bytes), method: 'deflated', size: bytes.length, crc: crc32(bytes) };
}

/** `before`, then `block` so many times, then `after`, packed without ever being held unpacked. */
export function repeatedEntry(
  name: string,
  parts: { readonly before: string; readonly block: string; readonly times: number; readonly after: string },
): RawEntry {
  const flushed = (text: string) =>
    deflateRawSync(Buffer.from(text), { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  // After a full flush the packer looks back at nothing, so the same packed block may follow itself.
  const block = flushed(parts.block);
  const pieces = [
    flushed(parts.before),
    ...Array.from({ length: parts.times }, () => block),
    deflateRawSync(Buffer.from(parts.after)),
  ];
  const size =
    Buffer.byteLength(parts.before) + Buffer.byteLength(parts.block) * parts.times + Buffer.byteLength(parts.after);
  let crc = crc32(parts.before);
  for (let time = 0; time < parts.times; time++) crc = crc32(parts.block, crc);
  crc = crc32(parts.after, crc);
  return { name, packed: Buffer.concat(pieces), method: 'deflated', size, crc };
}

export function rawZip(entries: readonly RawEntry[]): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const local = Buffer.concat([header(entry, 0), Buffer.from(entry.name), entry.packed]);
    directory.push(Buffer.concat([header(entry, offset, true), Buffer.from(entry.name)]));
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, central, end]);
}

/** Source of the layout: PKWARE APPNOTE 6.3.10, 4.3.7 and 4.3.12. */
function header(entry: RawEntry, offset: number, central = false): Buffer {
  const bytes = Buffer.alloc(central ? 46 : 30);
  const shift = central ? 2 : 0;
  bytes.writeUInt32LE(central ? 0x02014b50 : 0x04034b50, 0);
  if (central) bytes.writeUInt16LE(20, 4);
  bytes.writeUInt16LE(20, 4 + shift);
  bytes.writeUInt16LE(entry.encrypted ? 1 : 0, 6 + shift);
  bytes.writeUInt16LE(entry.method === 'stored' ? 0 : 8, 8 + shift);
  bytes.writeUInt32LE(entry.crc >>> 0, 14 + shift);
  bytes.writeUInt32LE(entry.packed.length, 18 + shift);
  bytes.writeUInt32LE(entry.size, 22 + shift);
  bytes.writeUInt16LE(Buffer.byteLength(entry.name), 26 + shift);
  if (central) bytes.writeUInt32LE(offset, 42);
  return bytes;
}
