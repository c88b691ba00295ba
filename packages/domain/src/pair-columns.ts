// Pairs of many flows side by side as columns of numbers: what a run over a whole city hands on between threads and stores.

/** The lists of some supplies: their best demands, their best chains and their near misses. */
export interface PairLists {
  /** Every flow that is named in here, by id, each once. The columns name flows by their place in this list. */
  readonly flowIds: readonly string[];
  /** Every converter that a chain in here leads through, by id, each once; `chains.converter` names them by place. */
  readonly converterIds: readonly string[];
  /** The supplies whose lists are in here whole, also those that have no pair. */
  readonly supplies: Uint32Array;
  readonly matches: MatchColumns;
  readonly chains: ChainColumns;
  readonly nearMisses: NearMissColumns;
}

/** One place per match; by supply in the order of `supplies`, then by rank. */
export interface MatchColumns {
  readonly supply: Uint32Array;
  readonly demand: Uint32Array;
  /** From 1. */
  readonly rank: Uint8Array;
  readonly score: Float64Array;
  readonly marginEurPerYear: Float64Array;
  readonly co2TonnesPerYear: Float64Array;
  readonly distanceKm: Float64Array;
  /** Per year, in the yearly unit of the demand's type. */
  readonly commonAmount: Float64Array;
}

/**
 * One place per chain; by supply in the order of `supplies`, then by rank. The figures are those of a match: `commonAmount` is
 * what comes out of the converter, in the yearly unit of the demand's type.
 */
export interface ChainColumns extends MatchColumns {
  /** Place in `converterIds`. */
  readonly converter: Uint8Array;
}

/** One place per near miss; by supply in the order of `supplies`, then the cheapest first. */
export interface NearMissColumns {
  readonly supply: Uint32Array;
  readonly demand: Uint32Array;
  /** Of the cheapest change; Infinity when none has a cost. */
  readonly costEurPerYear: Float64Array;
}
