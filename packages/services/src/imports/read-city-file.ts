// A city file, read whole: its records refer to each other, and one mistake refuses all of it.
import type { ReadCity } from '@crg/city-format/city-file';
import { DomainError } from '@crg/domain/errors';
import type { SourceFile } from '@crg/imports/source-file';
import { readCity } from '../read-city.ts';

/** A JavaScript string holds about 537 million characters; a file below this size always fits. */
export const mostCityBytes = 500_000_000;

/** @throws InvalidInput with every problem of the file; DomainError file_too_large, unreadable_file */
export async function readCityFile(file: SourceFile): Promise<ReadCity> {
  if (file.size > mostCityBytes) {
    throw new DomainError('file_too_large', {
      expected: `a city file of at most ${mostCityBytes / 1e6} MB`,
      got: `${Math.ceil(file.size / 1e6)} MB`,
      next: 'Split the city into several files.',
    });
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.read()) chunks.push(chunk);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch (error) {
    throw new DomainError(
      'unreadable_file',
      { expected: 'text in UTF-8', got: 'bytes that are not UTF-8', next: 'Save the file with the encoding UTF-8.' },
      { cause: error },
    );
  }
  return readCity(text);
}
