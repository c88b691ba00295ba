// Lists of pairs as bytes: a head of counts, then the columns, widest first so that each stands aligned, then the ids as JSON.
import type { PairLists } from '@crg/domain/pair-columns';

/** Little-endian, as every machine this runs on; `unpackLists` is its inverse. */
export function packLists({ flowIds, supplies, matches, nearMisses }: PairLists): Uint8Array {
  const ids = new TextEncoder().encode(JSON.stringify(flowIds));
  const head = Uint32Array.of(format, ids.length, supplies.length, matches.supply.length, nearMisses.supply.length, 0);
  const columns = [
    head,
    matches.score,
    matches.marginEurPerYear,
    matches.co2TonnesPerYear,
    matches.distanceKm,
    matches.commonAmount,
    nearMisses.costEurPerYear,
    supplies,
    matches.supply,
    matches.demand,
    nearMisses.supply,
    nearMisses.demand,
    matches.rank,
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

export function unpackLists(bytes: Uint8Array): PairLists {
  // A copy of its own is aligned; what the driver hands over stands somewhere in a larger buffer.
  const { buffer } = Uint8Array.from(bytes);
  const [version, idBytes = 0, supplies = 0, matches = 0, nearMisses = 0] = new Uint32Array(buffer, 0, headLength);
  if (version !== format) throw new Error(`Expected packed lists of format ${format}, got ${version}.`);
  let at = headLength * Uint32Array.BYTES_PER_ELEMENT;
  const numbers = (length: number) => {
    const column = new Float64Array(buffer, at, length);
    at += column.byteLength;
    return column;
  };
  const places = (length: number) => {
    const column = new Uint32Array(buffer, at, length);
    at += column.byteLength;
    return column;
  };
  const score = numbers(matches);
  const marginEurPerYear = numbers(matches);
  const co2TonnesPerYear = numbers(matches);
  const distanceKm = numbers(matches);
  const commonAmount = numbers(matches);
  const costEurPerYear = numbers(nearMisses);
  const own = places(supplies);
  const supply = places(matches);
  const demand = places(matches);
  const missed = { supply: places(nearMisses), demand: places(nearMisses), costEurPerYear };
  const rank = new Uint8Array(buffer, at, matches);
  const flowIds = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, at + matches, idBytes))) as string[];
  const figures = { score, marginEurPerYear, co2TonnesPerYear, distanceKm, commonAmount };
  return { flowIds, supplies: own, matches: { supply, demand, rank, ...figures }, nearMisses: missed };
}

const format = 1;
const headLength = 6;
