// What one unit of a flow saves its own side: the receiver an alternative, the supplier a disposal.
import type { ResourceFlow } from '@crg/domain/flow';
import type { Notice } from '@crg/domain/match';
import { eurPerUnit, type Price } from '@crg/domain/price';
import type { ResourceType } from '@crg/domain/taxonomy';
import { type FactorId, factor } from './factors.ts';
import { economicsOf } from './type-economics.ts';

/** EUR per unit (MWh, t, m3, m2, h, pcs). All 0 when nothing is stated and the type has no sourced value. */
export interface FlowWorth {
  readonly low: number;
  readonly mid: number;
  readonly high: number;
  readonly origin: 'stated' | 'default' | 'none';
  /** The factor of a default; null otherwise. */
  readonly factorId: FactorId | null;
  readonly notices: readonly Notice[];
}

/** A demand is worth the purchase it avoids, a supply the disposal it avoids; what its owner states wins over the type's default. */
export function worthOf(flow: ResourceFlow, type: ResourceType): FlowWorth {
  const stated = flow.direction === 'demand' ? flow.price : flow.disposalCost;
  const amount = stated === null ? null : eurPerUnit(stated, type);
  if (amount !== null) return { low: amount, mid: amount, high: amount, origin: 'stated', factorId: null, notices: [] };
  const notices = stated === null ? [] : [noRateNotice(flow, stated)];
  const { purchase, disposal } = economicsOf(type.id);
  const factorId = (flow.direction === 'demand' ? purchase : disposal) ?? null;
  if (factorId === null) return { low: 0, mid: 0, high: 0, origin: 'none', factorId, notices };
  const { low, mid, high } = factor(factorId);
  return { low, mid, high, origin: 'default', factorId, notices };
}

function noRateNotice(flow: ResourceFlow, { amount, currency, per }: Price): Notice {
  const text = `${flow.name}: ${amount} ${currency} per ${per} is not used, because ${currency} has no dated exchange rate.`;
  return { code: 'no_exchange_rate', flowId: flow.id, text };
}
