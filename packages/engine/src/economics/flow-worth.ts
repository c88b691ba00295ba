// What one unit of a flow saves its own side: the receiver an alternative, the supplier a disposal.
import type { ResourceFlow } from '@crg/domain/flow';
import type { Notice } from '@crg/domain/match';
import { eurPerUnit, type Price } from '@crg/domain/price';
import type { ResourceType } from '@crg/domain/taxonomy';
import type { FactorValues } from './factor-table.ts';
import type { FactorId } from './factors.ts';
import { economicsOf } from './type-economics.ts';

/** Where the worth of a unit (MWh, t, m3, m2, h, pcs) comes from; `unitWorth` of it gives the amount. */
export interface FlowWorth {
  /** EUR per unit; 0 unless stated. */
  readonly stated: number;
  readonly origin: 'stated' | 'default' | 'none';
  /** The factor of a default; null otherwise. */
  readonly factorId: FactorId | null;
  readonly notices: readonly Notice[];
}

/** A demand is worth the purchase it avoids, a supply the disposal it avoids; what its owner states wins over the type's default. */
export function worthOf(flow: ResourceFlow, type: ResourceType): FlowWorth {
  const stated = flow.direction === 'demand' ? flow.price : flow.disposalCost;
  const amount = stated === null ? null : eurPerUnit(stated, type);
  const notices = unusedPrices(flow, type).map((price) => noRateNotice(flow, price));
  if (amount !== null) return { stated: amount, origin: 'stated', factorId: null, notices };
  const { purchase, disposal } = economicsOf(type.id);
  const factorId = (flow.direction === 'demand' ? purchase : disposal) ?? null;
  return { stated: 0, origin: factorId === null ? 'none' : 'default', factorId, notices };
}

/** EUR per unit: as stated, else the type's default among these values; 0 when there is neither. */
export function unitWorth({ stated, factorId }: FlowWorth, values: FactorValues): number {
  return factorId === null ? stated : values[factorId];
}

/** Prices in a currency without a dated rate; what a supply wants for itself is no worth, but counts between the parties. */
function unusedPrices({ price, disposalCost }: ResourceFlow, type: ResourceType): readonly Price[] {
  return [price, disposalCost]
    .filter((stated) => stated !== null)
    .filter((stated) => eurPerUnit(stated, type) === null);
}

function noRateNotice(flow: ResourceFlow, { amount, currency, per }: Price): Notice {
  const text = `${flow.name}: ${amount} ${currency} per ${per} is not used, because ${currency} has no dated exchange rate.`;
  return { code: 'no_exchange_rate', flowId: flow.id, text };
}
