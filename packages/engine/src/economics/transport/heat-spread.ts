// By how much water cools (or warms) at the receiver: it fixes how much water must flow for a given heat.

/** K between the two pipes of a pair, by the type that is supplied; null for types that no water pipe carries as heat. */
export function spreadOf(supplyType: string): number | null {
  return spreads[supplyType] ?? null;
}

/** Judgement: heating networks run near 30 K, warm and chilled water on what their users can take. */
const spreads: Readonly<Record<string, number>> = {
  'heat.hot_water': 30,
  'heat.flue_gas': 30,
  'heat.low_grade': 10,
  'cooling.chilled_water': 6,
};
