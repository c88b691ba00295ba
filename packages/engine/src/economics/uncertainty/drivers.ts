// Which inputs move the NPV of a pair most: each at its P10 and P90 while all others stay at their middle (a tornado).
import type { Driver } from '@crg/domain/match';
import type { Pair } from '../../pair.ts';
import { byId } from '../../top-k.ts';
import type { FactorTable } from '../factor-table.ts';
import { linearSpread } from './linear-spread.ts';
import { scoreOfP90 } from './normal.ts';
import { type Circumstances, outcomeOf } from './trial.ts';
import type { UncertainInput } from './uncertain-inputs.ts';

/**
 * The largest swings first, ties by id; an input that moves nothing is none.
 * Shares of the variance are those of a figure that is nearly linear in its inputs: half the swing is taken for 1.2816
 * standard deviations. They count every input, also those that are not among the drivers kept.
 */
export function driversOf(
  pair: Pair,
  factors: FactorTable,
  inputs: readonly UncertainInput[],
  most = driversShown,
): readonly Driver[] {
  const swings = inputs.map((input) => swingOf(pair, factors, input));
  const contributions = swings.map((swing) => sizeOf(swing) / (2 * scoreOfP90));
  const { shares } = linearSpread({ middle: 0, contributions });
  return swings
    .map((swing, index) => ({ ...swing, share: shares[index] as number }))
    .filter((driver) => sizeOf(driver) > 0)
    .sort((a, b) => sizeOf(b) - sizeOf(a) || byId(a.input, b.input))
    .slice(0, most);
}

type Swing = Omit<Driver, 'share'>;

function swingOf(pair: Pair, factors: FactorTable, { id, label, unit, spread, scale, set }: UncertainInput): Swing {
  const npvAt = (value: number) => outcomeOf(pair, circumstancesWith(factors, set, value)).npvEur;
  return {
    input: id,
    label,
    low: spread.p10 * scale,
    high: spread.p90 * scale,
    unit,
    npvAtLowEur: npvAt(spread.p10),
    npvAtHighEur: npvAt(spread.p90),
  };
}

function circumstancesWith(factors: FactorTable, set: UncertainInput['set'], value: number): Circumstances {
  const middle: Circumstances = { supply: 1, demand: 1, values: factors.mids };
  if (set === 'supply' || set === 'demand') return { ...middle, [set]: value };
  return { ...middle, values: { ...factors.mids, [set]: value } };
}

function sizeOf({ npvAtLowEur, npvAtHighEur }: Pick<Driver, 'npvAtLowEur' | 'npvAtHighEur'>): number {
  return Math.abs(npvAtHighEur - npvAtLowEur);
}

const driversShown = 3;
