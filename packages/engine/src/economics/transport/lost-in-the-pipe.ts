// The heat that a buried pair of pipes loses to the ground, and the cold that the ground takes: it replaces nothing at the receiver.
import { waterFor } from '../../formulas/heat.ts';
import { costedLoss, pairLossWPerM } from '../../formulas/pipes.ts';
import type { Pair } from '../../pair.ts';
import { spreadOf, usualFlowC } from './heat-spread.ts';

export interface LostInThePipe {
  /** Over the common hours, at most all that enters the pipe. */
  readonly mwhPerYear: number;
  readonly wPerM: number;
  /** °C in the pipe to the receiver and in the one back. */
  readonly flowC: number;
  readonly returnC: number;
}

/** null for pipes whose loss is not modelled: steam, water, gas. While nothing flows a pipe is taken as cold. */
export function lostInThePipe(pair: Pair, lengthM: number): LostInThePipe | null {
  const { type, flow } = pair.supply;
  const spreadK = spreadOf(type.id);
  const usualC = usualFlowC(type.id);
  if (spreadK === null || usualC === null) return null;
  const cold = type.family === 'cooling';
  const stated = flow.quality.temperature_c;
  const flowC = Math.min(hottestPipeC, (cold ? stated?.max : stated?.min) ?? usualC);
  const returnC = cold ? flowC + spreadK : flowC - spreadK;
  const lossWPerMK = costedLoss(waterFor(pair.commonRate, spreadK));
  const wPerM = Math.abs(pairLossWPerM({ lossWPerMK, flowC, returnC }));
  const mwhPerYear = Math.min(pair.commonYearly, (wPerM * lengthM * pair.commonHours) / 1e6);
  return { mwhPerYear, wPerM, flowC, returnC };
}

/** Foam around a pre-insulated pipe bears no more: hotter sources heat the water of the pipe no further. */
const hottestPipeC = 140;
