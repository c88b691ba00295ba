// The near misses of one supply: rejected pairs for which a change or two make everything fit, the cheapest few.
import type { JudgeName, NearMiss, NearMissChange } from '@crg/domain/match';
import { judgePair } from '../judges/judge-pair.ts';
import type { Pair } from '../pair.ts';
import type { PermitDesk } from '../permit/permit-desk.ts';
import { byId, TopK } from '../top-k.ts';
import type { Change } from './change.ts';
import { type MendedPair, type MendSetting, mended } from './mend-pair.ts';

export class NearMissCollector {
  readonly #setting: MendSetting;
  readonly #near: NearPair[] = [];

  constructor(setting: MendSetting) {
    this.#setting = setting;
  }

  /** @param failed the judges that reject the pair, at most two */
  offer(pair: Pair, failed: readonly JudgeName[]): void {
    this.#near.push({ pair, failed, size: pair.commonRate * failed.length });
  }

  /**
   * Cheapest first, then by demand id. What is likely to be cheap is looked at first, because it makes short work of the rest:
   * nothing is worked out that is sure to cost more than the last of those kept. The order changes nothing else.
   */
  items(): readonly MendedPair[] {
    const cheapest = new TopK<MendedPair>(mostPerSupply, cheapestFirst);
    for (const { pair, failed } of this.#near.sort(smallestFirst)) {
      const candidate = mended(pair, failed, this.#setting, cheapest.last?.costEurPerYear);
      if (candidate !== null) cheapest.offer(candidate);
    }
    return cheapest.items();
  }
}

interface NearPair {
  readonly pair: Pair;
  readonly failed: readonly JudgeName[];
  /** Nearly everything costs more for more of it. */
  readonly size: number;
}

/** @param explain false leaves the verdicts without sentences */
export function nearMissOf({ pair, failed, changes }: MendedPair, desk: PermitDesk, explain = true): NearMiss {
  return {
    supplyId: pair.supply.flow.id,
    demandId: pair.demand.flow.id,
    distanceKm: pair.distanceKm,
    failed,
    changes: changes.map(changeOf),
    verdicts: judgePair(pair, desk.assess(pair), explain),
  };
}

function changeOf({ kind, judge, paidBy, costEurPerYear, detail }: Change): NearMissChange {
  return { kind, detail: detail(), costEurPerYear, judge, paidBy };
}

function smallestFirst(a: NearPair, b: NearPair): number {
  return a.size - b.size || byId(a.pair.demand.flow.id, b.pair.demand.flow.id);
}

function cheapestFirst(a: MendedPair, b: MendedPair): number {
  return (
    a.costEurPerYear - b.costEurPerYear ||
    byId(a.pair.demand.flow.id, b.pair.demand.flow.id) ||
    byId(a.pair.supply.flow.id, b.pair.supply.flow.id)
  );
}

const mostPerSupply = 5;
