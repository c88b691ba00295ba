// What a run keeps of the supplies it has searched: rankings and figures as columns, no sentences.
import type { ChainColumns, MatchColumns, NearMissColumns, PairLists } from '@crg/domain/pair-columns';
import type { CityIndex } from './city-index.ts';
import { chainsOfSupply, converterIdOf } from './converters/chains.ts';
import { co2FiguresOf } from './economics/co2-figures.ts';
import type { FactorValues } from './economics/factor-table.ts';
import { typeByType } from './match-city.ts';
import type { PreparedFlow } from './prepared-flow.ts';
import type { RankedPair } from './ranked-pair.ts';
import { type Found, searchPartners } from './search.ts';

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
  const found = supplies.map((supply) => searchPartners(index, supply, k));
  const matches = matchColumns(found, places, index.factors.mids);
  const converters = new Places();
  const chains = chainColumns(
    supplies.map((supply) => chainsOfSupply(index, supply)),
    { places, converters },
    index.factors.mids,
  );
  const nearMisses = nearMissColumns(found, places);
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

function matchColumns(found: readonly Found[], places: Places, values: FactorValues): MatchColumns {
  return columnsOf(
    found.map(({ best }) => best),
    places,
    values,
  );
}

function chainColumns(
  found: readonly (readonly RankedPair[])[],
  { places, converters }: { readonly places: Places; readonly converters: Places },
  values: FactorValues,
): ChainColumns {
  const converter = Uint8Array.from(found.flat(), (ranked) => converters.of(converterIdOf(ranked)));
  return { ...columnsOf(found, places, values), converter };
}

/** @param found best first, per supply */
function columnsOf(found: readonly (readonly RankedPair[])[], places: Places, values: FactorValues): MatchColumns {
  const ranked = found.flat();
  return {
    supply: Uint32Array.from(ranked, ({ figures }) => places.of(figures.pair.supply.flow.id)),
    demand: Uint32Array.from(ranked, ({ figures }) => places.of(figures.pair.demand.flow.id)),
    rank: Uint8Array.from(found.flatMap((best) => best.map((_, place) => place + 1))),
    score: Float64Array.from(ranked, ({ score }) => score),
    marginEurPerYear: Float64Array.from(ranked, ({ figures }) => figures.margin),
    co2TonnesPerYear: Float64Array.from(ranked, ({ figures }) => co2FiguresOf(figures, values).netTonnes),
    distanceKm: Float64Array.from(ranked, ({ figures }) => figures.pair.distanceKm),
    commonAmount: Float64Array.from(ranked, ({ figures }) => figures.pair.commonYearly),
  };
}

function nearMissColumns(found: readonly Found[], places: Places): NearMissColumns {
  const mended = found.flatMap(({ nearMisses }) => nearMisses);
  return {
    supply: Uint32Array.from(mended, ({ pair }) => places.of(pair.supply.flow.id)),
    demand: Uint32Array.from(mended, ({ pair }) => places.of(pair.demand.flow.id)),
    costEurPerYear: Float64Array.from(mended, ({ costEurPerYear }) => costEurPerYear),
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
