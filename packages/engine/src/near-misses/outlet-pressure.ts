// How much pressure steam or a gas has to leave its source with.
import { neededAtGate } from '../judges/loss-on-the-way.ts';
import { failsIn } from './fails-in.ts';
import { type QualityGap, supplyReaching } from './quality-gap.ts';

/** bar, the smallest hundredth that arrives as what the demand asks; null where even what is sure to arrive does not. */
export function outletPressure(gap: QualityGap): number | null {
  const willDo = (hundredths: number) => !failsIn(gap, supplyReaching(gap, hundredths / hundred));
  let fails = Math.floor(gap.from * hundred);
  let does = Math.ceil(neededAtGate(gap.pair, gap.parameter, gap.to) * hundred);
  if (!willDo(does)) return null;
  while (does - fails > 1) {
    const middle = Math.floor((does + fails) / 2);
    if (willDo(middle)) does = middle;
    else fails = middle;
  }
  return does / hundred;
}

const hundred = 100;
