// What a run keeps of the supplies it has searched: rankings and figures as columns, no sentences.
import type { ChainColumns, MatchColumns, NearMissColumns, PairLists } from '@crg/domain/pair-columns';
import type { CityIndex } from './city-index.ts';
import { chainsOfSupply, converterIdOf } from './converters/chains.ts';
import { co2FiguresOf } from './economics/co2-figures.ts';
import type { FactorValues } from './economics/factor-table.ts';
import { typeByType } from './match-city.ts';
import type { PreparedFlow } from './prepared-flow.ts';
import type { RankedPair } from './ranked-pair.ts';
import { searchPartners } from './search.ts';

/** The lists of all supplies of a city, some at a time: together what `matchCity` answers. */
export function* listsOfCity(index: CityIndex, k: number): Generator<PairLists> {
  const supplies = typeByType(index.allSupplies());
  for (let start = 0; start < supplies.length; start += suppliesAtATime) {
    yield listsOf(index, supplies.slice(start, start + suppliesAtATime), k);
  }
}

/**
 * The lists of these supplies, in this order.
 * @param gone ids of supplies that take part no more: their lists are empty
 */
export function listsOf(
  index: CityIndex,
  supplies: readonly PreparedFlow[],
  k: number,
  gone: readonly string[] = [],
): PairLists {
  const places = new Places();
  const own = Uint32Array.from([...supplies.map(({ flow }) => flow.id), ...gone], (id) => places.of(id));
  const found = supplies.map((supply) => rowsOf(index, supply, k));
  const matches = matchColumns(
    found.map((rows) => rows.matches),
    places,
  );
  const converters = new Places();
  const chains = chainColumns(
    found.map((rows) => rows.chains),
    { places, converters },
  );
  const nearMisses = nearMissColumns(
    found.flatMap((rows) => rows.nearMisses),
    places,
  );
  return { flowIds: places.ids(), converterIds: converters.ids(), supplies: own, matches, chains, nearMisses };
}

/** Some tenths of a second of work: often enough to be stopped, seldom enough to cost nothing. */
const suppliesAtATime = 500;

class Places {
  readonly #places = new Map<string, number>();

  of(id: string): number {
    const known = this.#places.get(id);
    if (known !== undefined) return known;
    this.#places.set(id, this.#places.size);
    return this.#places.size - 1;
  }

  ids(): readonly string[] {
    return [...this.#places.keys()];
  }
}

/** The lists of one supply as plain figures, made at once: what the search holds of a pair is many times as large. */
interface Rows {
  readonly matches: readonly Row[];
  readonly chains: readonly ChainRow[];
  readonly nearMisses: readonly NearMissRow[];
}

interface Row {
  readonly supplyId: string;
  readonly demandId: string;
  readonly rank: number;
  readonly score: number;
  readonly marginEurPerYear: number;
  readonly co2TonnesPerYear: number;
  readonly distanceKm: number;
  readonly commonAmount: number;
}

interface ChainRow extends Row {
  readonly converterId: string;
}

interface NearMissRow {
  readonly supplyId: string;
  readonly demandId: string;
  readonly costEurPerYear: number;
}

function rowsOf(index: CityIndex, supply: PreparedFlow, k: number): Rows {
  const values = index.factors.mids;
  const { best, nearMisses } = searchPartners(index, supply, k);
  return {
    matches: best.map((ranked, place) => rowOf(ranked, place + 1, values)),
    chains: chainsOfSupply(index, supply).map((ranked, place) => ({
      ...rowOf(ranked, place + 1, values),
      converterId: converterIdOf(ranked),
    })),
    nearMisses: nearMisses.map(({ pair, costEurPerYear }) => ({
      supplyId: pair.supply.flow.id,
      demandId: pair.demand.flow.id,
      costEurPerYear,
    })),
  };
}

function rowOf({ figures, score }: RankedPair, rank: number, values: FactorValues): Row {
  const { pair } = figures;
  return {
    supplyId: pair.supply.flow.id,
    demandId: pair.demand.flow.id,
    rank,
    score,
    marginEurPerYear: figures.margin,
    co2TonnesPerYear: co2FiguresOf(figures, values).netTonnes,
    distanceKm: pair.distanceKm,
    commonAmount: pair.commonYearly,
  };
}

function chainColumns(
  found: readonly (readonly ChainRow[])[],
  { places, converters }: { readonly places: Places; readonly converters: Places },
): ChainColumns {
  const converter = Uint8Array.from(found.flat(), ({ converterId }) => converters.of(converterId));
  return { ...matchColumns(found, places), converter };
}

/** @param found best first, per supply */
function matchColumns(found: readonly (readonly Row[])[], places: Places): MatchColumns {
  const rows = found.flat();
  return {
    supply: Uint32Array.from(rows, ({ supplyId }) => places.of(supplyId)),
    demand: Uint32Array.from(rows, ({ demandId }) => places.of(demandId)),
    rank: Uint8Array.from(rows, ({ rank }) => rank),
    score: Float64Array.from(rows, ({ score }) => score),
    marginEurPerYear: Float64Array.from(rows, ({ marginEurPerYear }) => marginEurPerYear),
    co2TonnesPerYear: Float64Array.from(rows, ({ co2TonnesPerYear }) => co2TonnesPerYear),
    distanceKm: Float64Array.from(rows, ({ distanceKm }) => distanceKm),
    commonAmount: Float64Array.from(rows, ({ commonAmount }) => commonAmount),
  };
}

function nearMissColumns(rows: readonly NearMissRow[], places: Places): NearMissColumns {
  return {
    supply: Uint32Array.from(rows, ({ supplyId }) => places.of(supplyId)),
    demand: Uint32Array.from(rows, ({ demandId }) => places.of(demandId)),
    costEurPerYear: Float64Array.from(rows, ({ costEurPerYear }) => costEurPerYear),
  };
}

/** Lists of different supplies as one. */
export function joined(parts: readonly PairLists[]): PairLists {
  const places = new Places();
  const converters = new Places();
  const renamed = (pick: (part: PairLists) => Uint32Array) =>
    Uint32Array.from(
      parts.flatMap((part) => Array.from(pick(part), (place) => places.of(part.flowIds[place] as string))),
    );
  const numbers = (pick: (part: PairLists) => Float64Array) =>
    Float64Array.from(parts.flatMap((part) => [...pick(part)]));
  const matchesOf = (pick: (part: PairLists) => MatchColumns): MatchColumns => ({
    supply: renamed((part) => pick(part).supply),
    demand: renamed((part) => pick(part).demand),
    rank: Uint8Array.from(parts.flatMap((part) => [...pick(part).rank])),
    score: numbers((part) => pick(part).score),
    marginEurPerYear: numbers((part) => pick(part).marginEurPerYear),
    co2TonnesPerYear: numbers((part) => pick(part).co2TonnesPerYear),
    distanceKm: numbers((part) => pick(part).distanceKm),
    commonAmount: numbers((part) => pick(part).commonAmount),
  });
  const supplies = renamed((part) => part.supplies);
  const matches = matchesOf((part) => part.matches);
  const converter = Uint8Array.from(
    parts.flatMap((part) =>
      Array.from(part.chains.converter, (place) => converters.of(part.converterIds[place] as string)),
    ),
  );
  const chains: ChainColumns = { ...matchesOf((part) => part.chains), converter };
  const nearMisses: NearMissColumns = {
    supply: renamed((part) => part.nearMisses.supply),
    demand: renamed((part) => part.nearMisses.demand),
    costEurPerYear: numbers((part) => part.nearMisses.costEurPerYear),
  };
  return { flowIds: places.ids(), converterIds: converters.ids(), supplies, matches, chains, nearMisses };
}
