// Lists of pairs as bytes: a head of counts, then the columns, widest first so that each stands aligned, then the ids as JSON.
import type { MatchColumns, PairLists } from '@crg/domain/pair-columns';

/** Little-endian, as every machine this runs on; `unpackLists` is its inverse. */
export function packLists({ flowIds, converterIds, supplies, matches, chains, nearMisses }: PairLists): Uint8Array {
  const ids = new TextEncoder().encode(JSON.stringify([flowIds, converterIds]));
  const counts = [supplies, matches.supply, chains.supply, nearMisses.supply].map(({ length }) => length);
  const columns = [
    Uint32Array.of(format, ids.length, ...counts),
    ...figuresOf(matches),
    ...figuresOf(chains),
    nearMisses.costEurPerYear,
    supplies,
    ...[matches, chains, nearMisses].flatMap(({ supply, demand }) => [supply, demand]),
    matches.rank,
    chains.rank,
    chains.converter,
    ids,
  ];
  const bytes = new Uint8Array(columns.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const { buffer, byteOffset, byteLength } of columns) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += byteLength;
  }
  return bytes;
}

const figuresOf = ({ score, marginEurPerYear, co2TonnesPerYear, distanceKm, commonAmount }: MatchColumns) => [
  score,
  marginEurPerYear,
  co2TonnesPerYear,
  distanceKm,
  commonAmount,
];

export function unpackLists(bytes: Uint8Array): PairLists {
  // A copy of its own is aligned; what the driver hands over stands somewhere in a larger buffer.
  const { buffer } = Uint8Array.from(bytes);
  const head = new Uint32Array(buffer, 0, headLength);
  const [version, idBytes = 0, supplyCount = 0, matchCount = 0, chainCount = 0, missCount = 0] = head;
  if (version !== format) throw new Error(`Expected packed lists of format ${format}, got ${version}.`);
  const columns = new ColumnReader(buffer, head.byteLength);
  const matchFigures = columns.figures(matchCount);
  const chainFigures = columns.figures(chainCount);
  const costEurPerYear = columns.numbers(missCount);
  const supplies = columns.places(supplyCount);
  const matched = columns.pairs(matchCount);
  const chained = columns.pairs(chainCount);
  const missed = columns.pairs(missCount);
  const matches = { ...matched, ...matchFigures, rank: columns.bytes(matchCount) };
  const chains = {
    ...chained,
    ...chainFigures,
    rank: columns.bytes(chainCount),
    converter: columns.bytes(chainCount),
  };
  const ids = JSON.parse(new TextDecoder().decode(columns.bytes(idBytes))) as [string[], string[]];
  const [flowIds, converterIds] = ids;
  return { flowIds, converterIds, supplies, matches, chains, nearMisses: { ...missed, costEurPerYear } };
}

/** Reads one column after the other. */
class ColumnReader {
  readonly #buffer: ArrayBuffer;
  #at: number;

  constructor(buffer: ArrayBuffer, at: number) {
    this.#buffer = buffer;
    this.#at = at;
  }

  numbers(length: number): Float64Array {
    return this.#passed(new Float64Array(this.#buffer, this.#at, length));
  }

  places(length: number): Uint32Array {
    return this.#passed(new Uint32Array(this.#buffer, this.#at, length));
  }

  bytes(length: number): Uint8Array {
    return this.#passed(new Uint8Array(this.#buffer, this.#at, length));
  }

  pairs(length: number) {
    return { supply: this.places(length), demand: this.places(length) };
  }

  /** In the order of `figuresOf`. */
  figures(length: number) {
    return {
      score: this.numbers(length),
      marginEurPerYear: this.numbers(length),
      co2TonnesPerYear: this.numbers(length),
      distanceKm: this.numbers(length),
      commonAmount: this.numbers(length),
    };
  }

  #passed<Column extends { readonly byteLength: number }>(column: Column): Column {
    this.#at += column.byteLength;
    return column;
  }
}

const format = 2;
const headLength = 6;
