// What a pair is unsure of: the quantities of both flows, and every factor its economics read that has a band.
import type { Precision } from '@crg/domain/quantity';
import type { Pair } from '../../pair.ts';
import type { FactorTable, FactorValues } from '../factor-table.ts';
import type { FactorId } from '../factors.ts';
import { factorSpread, quantitySpread, type Spread } from './distributions.ts';
import { outcomeOf } from './trial.ts';

export interface UncertainInput {
  /** A factor's id, or `quantity.supply`, `quantity.demand`. */
  readonly id: string;
  /** Inputs of one name have one draw. */
  readonly drawName: string;
  readonly label: string;
  readonly unit: string;
  readonly spread: Spread;
  /** What one unit of the spread is in `unit`: a quantity is drawn as a multiple of what was entered. */
  readonly scale: number;
  readonly set: 'supply' | 'demand' | FactorId;
}

/**
 * Both quantities first, then factors in the order of the table. Every factor has a draw of its own. Both quantities share
 * one: then the percentiles of what they have in common are what the percentiles of both have in common, and a less precise
 * flow never makes them look better known. Apart, they would: of two rough figures the smaller one scatters less than either.
 */
export function uncertainInputs(pair: Pair, factors: FactorTable): readonly UncertainInput[] {
  const read = factorsRead(pair, factors);
  const bands = factors.all().flatMap((factor): readonly UncertainInput[] => {
    const spread = read.has(factor.id) ? factorSpread(factor) : null;
    const { id, label, unit } = factor;
    return spread === null ? [] : [{ id, drawName: id, label, unit, spread, scale: 1, set: id }];
  });
  return [quantityInput(pair, 'supply', factors), quantityInput(pair, 'demand', factors), ...bands];
}

function quantityInput(pair: Pair, side: 'supply' | 'demand', factors: FactorTable): UncertainInput {
  const { flow, type, yearly } = pair[side];
  return {
    id: `quantity.${side}`,
    drawName: 'quantity',
    label: `How much ${flow.name} ${side === 'supply' ? 'gives' : 'takes'}`,
    unit: type.yearlyUnit,
    spread: quantitySpread(factors.factor(variationOf[flow.quantity.precision]).mid),
    scale: yearly,
    set: side,
  };
}

const variationOf: Readonly<Record<Precision, FactorId>> = {
  measured: 'precision.measured',
  estimated: 'precision.estimated',
  archetype: 'precision.archetype',
};

/** Those that the economics of this pair ask for at the middle of everything: which ones hangs on its type, not on the draw. */
export function factorsRead(pair: Pair, factors: FactorTable): ReadonlySet<string> {
  const read = new Set<string>();
  const values: FactorValues = new Proxy(factors.mids, {
    get: (mids, id) => {
      read.add(String(id));
      return mids[id as FactorId];
    },
  });
  outcomeOf(pair, { supply: 1, demand: 1, values });
  return read;
}
