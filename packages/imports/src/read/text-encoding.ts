// Bytes of a text file as text: which encoding they are in, said where it had to be concluded.
import type { SourceFile } from '../source-file.ts';
import { unreadable } from './reading-fault.ts';

export interface TextEncoding {
  readonly label: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  /** Bytes of the byte order mark. */
  readonly mark: number;
  /** For a person: `UTF-8`, `Windows-1252 (the bytes are no UTF-8)`. */
  readonly said: string;
}

/**
 * Reads the whole file once to tell its encoding.
 *
 * @throws DomainError unreadable_file for bytes that are no text in any of the encodings
 */
export async function findEncoding(file: SourceFile): Promise<TextEncoding> {
  const head = await firstBytes(file, sniffedBytes);
  const marked = byMark(head);
  if (marked !== undefined) return marked;
  const wide = wideWithoutMark(head);
  if (wide !== undefined) return wide;
  const seen = await countBytes(file);
  if (seen.nul >= 0) throw notText(`a NUL byte at position ${seen.nul.toLocaleString('en-GB')}`);
  if (seen.broken === 0) return { label: 'utf-8', mark: 0, said: 'UTF-8' };
  if (seen.control >= 0) throw notText(`a control character at position ${seen.control.toLocaleString('en-GB')}`);
  if (seen.multibyte > seen.broken) {
    throw unreadable({
      expected: 'text in one encoding',
      got: `UTF-8 with ${seen.broken === 1 ? 'one broken character' : `${seen.broken} broken characters`}, the first at byte ${seen.firstBroken.toLocaleString('en-GB')}`,
      next: 'Save the file again as UTF-8.',
    });
  }
  return { label: 'windows-1252', mark: 0, said: 'Windows-1252 (the bytes are no UTF-8)' };
}

/**
 * The file's text in pieces, without the byte order mark.
 *
 * @throws DomainError unreadable_file at bytes that the encoding does not know, such as half of a surrogate pair
 */
export async function* textOf(file: SourceFile, { label, mark }: TextEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(label, { fatal: true, ignoreBOM: true });
  let at = mark;
  for await (const chunk of file.read(mark)) {
    const text = decoded(() => decoder.decode(chunk, { stream: true }), at);
    at += chunk.length;
    // In UTF-16 a NUL is a character of its own; UTF-8 was searched for it when its encoding was found.
    if (text.includes('\0')) throw notText(`a NUL character near byte ${at.toLocaleString('en-GB')}`);
    if (text !== '') yield text;
  }
  const rest = decoded(() => decoder.decode(), at);
  if (rest !== '') yield rest;
}

/** The beginning of a file as text, as well as it can be told from the beginning alone; broken characters are replaced. */
export function textOfHead(head: Uint8Array): string {
  const { label, mark } = byMark(head) ?? wideWithoutMark(head) ?? { label: 'utf-8', mark: 0 };
  return new TextDecoder(label, { ignoreBOM: true }).decode(head.subarray(mark));
}

export async function firstBytes(file: SourceFile, count: number): Promise<Uint8Array> {
  return rangeOf(file, 0, Math.min(count, file.size));
}

export async function lastBytes(file: SourceFile, count: number): Promise<Uint8Array> {
  return rangeOf(file, Math.max(0, file.size - count), file.size);
}

async function rangeOf(file: SourceFile, start: number, end: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of file.read(start, end)) parts.push(part);
  return Buffer.concat(parts);
}

const sniffedBytes = 64 * 1024;

function decoded(decode: () => string, at: number): string {
  try {
    return decode();
  } catch (fault) {
    const got = `bytes that are no characters near byte ${at.toLocaleString('en-GB')}`;
    throw unreadable({ expected: 'text in one encoding', got, next: 'Save the file again as UTF-8.' }, fault);
  }
}

function notText(got: string): Error {
  return unreadable({
    expected: 'a text file (CSV), a spreadsheet (XLSX) or GeoJSON',
    got,
    next: 'Open it in the program that wrote it and save it as CSV or XLSX.',
  });
}

function byMark(head: Uint8Array): TextEncoding | undefined {
  const [a, b, c, d] = head;
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff)) {
    throw unreadable({ expected: 'UTF-8 or UTF-16', got: 'UTF-32', next: 'Save the file again as UTF-8.' });
  }
  if (a === 0xef && b === 0xbb && c === 0xbf) return { label: 'utf-8', mark: 3, said: 'UTF-8 with byte order mark' };
  if (a === 0xff && b === 0xfe) return { label: 'utf-16le', mark: 2, said: 'UTF-16 (little endian)' };
  if (a === 0xfe && b === 0xff) return { label: 'utf-16be', mark: 2, said: 'UTF-16 (big endian)' };
  return undefined;
}

/** Western text in UTF-16 has a zero in nearly every other byte and nowhere else. */
function wideWithoutMark(head: Uint8Array): TextEncoding | undefined {
  if (head.length < 4) return undefined;
  const zeros = [0, 0];
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const half = head.length / 2;
  if (odd > half * 0.5 && even < half * 0.01) {
    return { label: 'utf-16le', mark: 0, said: 'UTF-16 (little endian, without byte order mark)' };
  }
  if (even > half * 0.5 && odd < half * 0.01) {
    return { label: 'utf-16be', mark: 0, said: 'UTF-16 (big endian, without byte order mark)' };
  }
  return undefined;
}

interface BytesSeen {
  /** Position of the first NUL or control character, -1 for none. */
  readonly nul: number;
  readonly control: number;
  /** Characters of several bytes that are well-formed UTF-8, and bytes that are not. */
  readonly multibyte: number;
  readonly broken: number;
  readonly firstBroken: number;
}

/** RFC 3629, byte by byte: overlong forms, surrogates and code points beyond U+10FFFF are broken. */
async function countBytes(file: SourceFile): Promise<BytesSeen> {
  let nul = -1;
  let control = -1;
  let multibyte = 0;
  let broken = 0;
  let firstBroken = -1;
  let missing = 0;
  let least = 0x80;
  let most = 0xbf;
  let position = 0;
  const fault = () => {
    broken++;
    if (firstBroken < 0) firstBroken = position;
  };
  for await (const chunk of file.read()) {
    for (let at = 0; at < chunk.length; at++, position++) {
      const byte = chunk[at] as number;
      if (missing > 0) {
        if (byte >= least && byte <= most) {
          missing--;
          least = 0x80;
          most = 0xbf;
          if (missing === 0) multibyte++;
          continue;
        }
        missing = 0;
        least = 0x80;
        most = 0xbf;
        fault();
      }
      if (byte < 0x80) {
        if (byte >= 0x20) continue;
        if (byte === 0) {
          if (nul < 0) nul = position;
        } else if (control < 0 && !isTextControl(byte)) control = position;
      } else if (byte >= 0xc2 && byte <= 0xf4) {
        missing = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
        if (byte === 0xe0) least = 0xa0;
        else if (byte === 0xed) most = 0x9f;
        else if (byte === 0xf0) least = 0x90;
        else if (byte === 0xf4) most = 0x8f;
      } else {
        fault();
      }
    }
  }
  if (missing > 0) fault();
  return { nul, control, multibyte, broken, firstBroken };
}

/** Tab, line feed, vertical tab, form feed, carriage return, and the end mark of old systems. */
function isTextControl(byte: number): boolean {
  return (byte >= 9 && byte <= 13) || byte === 0x1a;
}
