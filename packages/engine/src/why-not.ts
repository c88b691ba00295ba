// Why two flows of a city do not fit, for whoever asks about just these two: sentences, and every verdict that can be given.
import type { JudgeName, Verdict } from '@crg/domain/match';
import type { CityIndex } from './city-index.ts';
import { whyNoChain } from './converters/why-no-chain.ts';
import { judgePair } from './judges/judge-pair.ts';
import { pairOf } from './pair.ts';
import type { PreparedFlow } from './prepared-flow.ts';

export interface WhyNot {
  /** What keeps the pair from being judged at all, or is beyond the judges; whole sentences. */
  readonly reasons: readonly string[];
  /** Empty when it was not judged; of flows counted in two measures only what can be said of any two flows. */
  readonly verdicts: readonly Verdict[];
}

/**
 * @param pair a supply and a demand of the city; one that takes no part is a reason
 * @param converterId null: directly
 */
export function whyNot(
  index: CityIndex,
  { supplyId, demandId, converterId }: { supplyId: string; demandId: string; converterId: string | null },
): WhyNot {
  const supply = index.get(supplyId);
  const demand = index.get(demandId);
  if (supply === null || demand === null) return { reasons: absences(index, [supplyId, demandId]), verdicts: [] };
  const own = supply.owner === demand.owner ? [sameOwner(supply)] : [];
  if (converterId !== null) {
    const { reasons, verdicts } = whyNoChain(index, { supply, demand, converterId });
    return { reasons: [...own, ...reasons], verdicts };
  }
  const pair = pairOf(supply, demand, index);
  const verdicts = judgePair(pair, index.desk.assess(pair));
  if (demand.type.measure === supply.type.measure) return { reasons: own, verdicts };
  return { reasons: own, verdicts: verdicts.filter(({ judge }) => ofAnyTwoFlows.has(judge)) };
}

/** What is offered by the tonne and wanted by the MWh has no amount, no quality and no permit in common. */
const ofAnyTwoFlows: ReadonlySet<JudgeName> = new Set(['type', 'distance', 'time', 'visibility']);

function absences(index: CityIndex, ids: readonly string[]): readonly string[] {
  const missing = ids.filter((id) => index.get(id) === null);
  const notices = index.notices();
  return missing.flatMap((id) => notices.filter(({ flowId }) => flowId === id).map(({ text }) => text));
}

function sameOwner({ organization }: PreparedFlow): string {
  return `Both flows belong to ${organization.name}, and an organization is never paired with itself.`;
}
