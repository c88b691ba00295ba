// The file `crg-matches/1`: one run of the engine, one record per line, the same bytes for the same input.
import type { MatchRun } from '@crg/domain/match';
import { chainToWire, matchToWire, nearMissToWire, noticeToWire } from './match-wire.ts';

/**
 * The file in pieces of some 64 kB, because a large city's matches are longer than one string may be.
 *
 * Order is the run's own (matches by supply id, then rank); numbers are printed in full.
 * @param inputSha256 SHA-256 of the input file's bytes, 64 hexadecimal digits
 * @throws Error for a number that JSON cannot hold: the engine must never answer one
 */
export function* matchesFile(run: MatchRun, inputSha256: string): Generator<string> {
  let piece = `{\n  "format": "crg-matches/1",\n  "engine": ${json(run.engine)},\n`;
  piece += `  "input_sha256": ${json(inputSha256)},\n  "k": ${json(run.k)},\n`;
  const sections: readonly (readonly [string, Iterable<unknown>])[] = [
    ['matches', mapped(run.matches, matchToWire)],
    ['chains', mapped(run.chains, chainToWire)],
    ['near_misses', mapped(run.nearMisses, nearMissToWire)],
    ['notices', mapped(run.notices, noticeToWire)],
  ];
  for (const [index, [name, records]] of sections.entries()) {
    piece += `  "${name}": [`;
    let isFirst = true;
    for (const record of records) {
      piece += `${isFirst ? '' : ','}\n    ${json(record)}`;
      isFirst = false;
      if (piece.length >= pieceLength) {
        yield piece;
        piece = '';
      }
    }
    piece += `${isFirst ? '' : '\n  '}]${index === sections.length - 1 ? '' : ','}\n`;
  }
  yield `${piece}}\n`;
}

/** The whole file as one text, for cities of ordinary size. */
export function writeMatches(run: MatchRun, inputSha256: string): string {
  return [...matchesFile(run, inputSha256)].join('');
}

const pieceLength = 65_536;

function* mapped<From, To>(records: readonly From[], toWire: (record: From) => To): Generator<To> {
  for (const record of records) yield toWire(record);
}

function json(record: unknown): string {
  refuseUnprintable(record, record);
  return JSON.stringify(record);
}

/** JSON.stringify would print NaN and infinities as null, and a reader would take them for "not stated". */
function refuseUnprintable(value: unknown, record: unknown): void {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new Error(
      `The engine answered ${value} in ${JSON.stringify(record)}: a fault in the engine, please report it.`,
    );
  }
  if (typeof value !== 'object' || value === null) return;
  for (const key in value) refuseUnprintable((value as Record<string, unknown>)[key], record);
}
