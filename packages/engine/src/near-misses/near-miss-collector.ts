// The near misses of one supply: rejected pairs for which one change makes everything fit, the cheapest few.
import type { JudgeName, NearMiss, NearMissChange } from '@crg/domain/match';
import type { FactorValues } from '../economics/factor-table.ts';
import { failuresOf, judgePair, withoutSentence } from '../judges/judge-pair.ts';
import { type Pair, type PairSetting, pairOf } from '../pair.ts';
import type { PermitDesk } from '../permit/permit-desk.ts';
import { byId, TopK } from '../top-k.ts';
import type { Change } from './change.ts';
import { heatPump } from './heat-pump.ts';
import { mendableParameter } from './mendable.ts';
import { raiseLimit } from './raise-limit.ts';

/** A rejected pair with the change that makes it fit. */
export interface MendedPair {
  readonly pair: Pair;
  readonly failed: JudgeName;
  readonly change: Change;
}

export class NearMissCollector {
  readonly #setting: PairSetting;
  readonly #desk: PermitDesk;
  readonly #cheapest = new TopK<MendedPair>(mostPerSupply, cheapestFirst);

  constructor(setting: PairSetting & { readonly desk: PermitDesk }) {
    this.#setting = setting;
    this.#desk = setting.desk;
  }

  /** @param failed the only judge that rejects the pair */
  offer(pair: Pair, failed: JudgeName): void {
    const change = changeFor(pair, failed, this.#setting.factors.mids);
    if (change === null) return;
    const candidate = { pair, failed, change };
    const last = this.#cheapest.last;
    if (last !== undefined && cheapestFirst(candidate, last) > 0) return;
    if (this.#fitsOnceChanged(change)) this.#cheapest.offer(candidate);
  }

  /** Cheapest first, then by demand id. */
  items(): readonly MendedPair[] {
    return this.#cheapest.items();
  }

  #fitsOnceChanged(change: Change): boolean {
    const { supply, demand } = change.changed();
    return failuresOf(pairOf(supply, demand, this.#setting), this.#desk).length === 0;
  }
}

/** @param explain false leaves the verdicts without sentences */
export function nearMissOf({ pair, failed, change }: MendedPair, desk: PermitDesk, explain = true): NearMiss {
  const verdicts = judgePair(pair, desk.assess(pair));
  return {
    supplyId: pair.supply.flow.id,
    demandId: pair.demand.flow.id,
    distanceKm: pair.distanceKm,
    failed: [failed],
    changes: [changeOf(change)],
    verdicts: explain ? verdicts : verdicts.map(withoutSentence),
  };
}

function changeOf({ kind, judge, paidBy, costEurPerYear, detail }: Change): NearMissChange {
  return { kind, detail: detail(), costEurPerYear, judge, paidBy };
}

function changeFor(pair: Pair, failed: JudgeName, values: FactorValues): Change | null {
  if (failed === 'distance') return raiseLimit(pair, values);
  return failed === `quality.${mendableParameter}` ? heatPump(pair, values) : null;
}

function cheapestFirst(a: MendedPair, b: MendedPair): number {
  return (
    a.change.costEurPerYear - b.change.costEurPerYear ||
    byId(a.pair.demand.flow.id, b.pair.demand.flow.id) ||
    byId(a.pair.supply.flow.id, b.pair.supply.flow.id)
  );
}

const mostPerSupply = 5;
