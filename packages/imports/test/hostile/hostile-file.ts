// What a hostile file is, and how to make one without holding it.
import { fileInMemory } from '@crg/imports/read/file-in-memory';
import type { ReadLimits } from '@crg/imports/read/limits';
import type { SourceFile } from '@crg/imports/source-file';
import type { Cell } from '@crg/imports/table';

export interface HostileFile {
  /** What is hostile about it. */
  readonly what: string;
  /** The name it comes under, which may lie. */
  readonly name: string;
  make(): SourceFile;
  /** Where the limit that stops it would take long to reach. */
  readonly limits?: Partial<ReadLimits>;
  readonly expected: Refused | Read;
}

export interface Refused {
  readonly code: 'unreadable_file' | 'file_too_large';
  /** Part of the message. */
  readonly says: string;
}

export interface Read {
  readonly columns: readonly string[];
  readonly cells: readonly (readonly Cell[])[];
  /** Parts of what is said about the file. */
  readonly facts?: string;
  readonly remarks?: readonly string[];
  /** `row severity code`. */
  readonly problems?: readonly string[];
}

export const unreadable = (says: string): Refused => ({ code: 'unreadable_file', says });
export const tooLarge = (says: string): Refused => ({ code: 'file_too_large', says });

type Content = string | Uint8Array;

export function file(what: string, name: string, content: () => Content, expected: Refused | Read): HostileFile {
  return { what, name, make: () => fileInMemory(name, content()), expected };
}

/** A file that is never held in memory: `head`, then `block` again and again up to `size` bytes. */
export function endless(name: string, head: string, block: string, size: number): SourceFile {
  const start = Buffer.from(head);
  const body = Buffer.from(block.repeat(Math.ceil(65_536 / block.length)));
  return {
    name,
    size,
    async *read(from = 0, to = size) {
      let at = from;
      while (at < Math.min(to, size)) {
        const piece = at < start.length ? start.subarray(at) : body.subarray((at - start.length) % body.length);
        const bytes = piece.subarray(0, Math.min(piece.length, to - at, size - at));
        at += bytes.length;
        yield bytes;
      }
    },
  };
}

export const megabyte = 1_000_000;
export const latin = (text: string) => Buffer.from(text, 'latin1');
export const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

/** The same noise every time: bytes of a linear congruential generator. */
export function noise(length: number, lowest: number, seed = 1): Uint8Array {
  const bytes = new Uint8Array(length);
  let state = seed;
  for (let at = 0; at < length; at++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[at] = lowest + ((state >>> 16) % (256 - lowest));
  }
  return bytes;
}

/** Text that hardly packs, so that no bomb is seen in it. */
export function noiseText(length: number): string {
  return Buffer.from(noise(Math.ceil((length * 3) / 4), 0))
    .toString('base64')
    .slice(0, length);
}
