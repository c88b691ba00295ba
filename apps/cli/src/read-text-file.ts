// One text file or standard input, read whole: its bytes for the fingerprint and its text for the reader.
import { createReadStream } from 'node:fs';
import { DomainError } from '@crg/domain/errors';
import { fileFault } from './file-fault.ts';
import type { Terminal } from './terminal.ts';

export interface TextFile {
  readonly bytes: Uint8Array;
  readonly text: string;
}

/** A JavaScript string holds about 537 million characters; a file below this size always fits. */
const mostBytes = 500_000_000;

/**
 * @param path a file, a pipe, or `-` for the terminal's input
 * @throws DomainError when it cannot be read, is too large, or is not UTF-8
 */
export async function readTextFile(path: string, terminal: Terminal): Promise<TextFile> {
  const bytes = await readBytes(path, terminal);
  try {
    return { bytes, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (error) {
    throw new DomainError(
      'invalid_input',
      {
        field: path,
        expected: 'text in UTF-8',
        got: 'bytes that are not UTF-8',
        next: 'Save the file with the encoding UTF-8.',
      },
      { cause: error },
    );
  }
}

/** @throws DomainError when it cannot be read or is too large to be held in memory */
export async function readBytes(path: string, terminal: Pick<Terminal, 'input'>): Promise<Uint8Array> {
  const stream: AsyncIterable<Uint8Array | string> = path === '-' ? terminal.input : createReadStream(path);
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      size += bytes.length;
      if (size > mostBytes) throw tooLarge(path);
      chunks.push(bytes);
    }
  } catch (error) {
    throw fileFault(error, { expected: 'a file that can be read', path });
  }
  return Buffer.concat(chunks);
}

function tooLarge(path: string): DomainError {
  return new DomainError('invalid_input', {
    field: path,
    expected: `a file of at most ${mostBytes / 1e6} MB`,
    got: 'a larger one',
    next: 'Split the city into several files.',
  });
}
