// Pairs name two flows; people want to see where they stand and whose they are.
import type { FlowInPlace } from '@crg/services/flow-in-place';
import type { Pair } from '@crg/stores/ports/match-store';

export interface Ends {
  readonly supply: FlowInPlace;
  readonly demand: FlowInPlace;
}

/** Pairs with both ends; one whose flow was removed in this moment is left out. */
export function pairsWithEnds<P extends Pair>(
  pairs: readonly P[],
  placed: ReadonlyMap<string, FlowInPlace>,
): readonly (readonly [P, Ends])[] {
  return pairs.flatMap((pair) => {
    const ends = endsOf(pair, placed);
    return ends === null ? [] : [[pair, ends] as const];
  });
}

/** Both ends of a pair; null when one of them was removed after the pair was read. */
export function endsOf(pair: Pair, placed: ReadonlyMap<string, FlowInPlace>): Ends | null {
  const supply = placed.get(pair.supplyId);
  const demand = placed.get(pair.demandId);
  return supply === undefined || demand === undefined ? null : { supply, demand };
}
