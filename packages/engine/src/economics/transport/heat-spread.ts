// How warm the water in a pipe is and by how much it cools (or warms) at the receiver: they fix how much must flow and what is lost.

/** K between the two pipes of a pair, by the type that is supplied; null for types that no water pipe carries as heat. */
export function spreadOf(supplyType: string): number | null {
  return waterPipes[supplyType]?.spreadK ?? null;
}

/** °C in the pipe to the receiver where the supply does not state its temperature; null like `spreadOf`. */
export function usualFlowC(supplyType: string): number | null {
  return waterPipes[supplyType]?.flowC ?? null;
}

interface WaterPipe {
  readonly spreadK: number;
  readonly flowC: number;
}

/** Judgement: heating networks run near 90/60 °C, warm and chilled water on what their users can take. */
const waterPipes: Readonly<Record<string, WaterPipe>> = {
  'heat.hot_water': { spreadK: 30, flowC: 90 },
  'heat.flue_gas': { spreadK: 30, flowC: 90 },
  'heat.low_grade': { spreadK: 10, flowC: 35 },
  'cooling.chilled_water': { spreadK: 6, flowC: 6 },
};
