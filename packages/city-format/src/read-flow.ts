// One flow of a well-formed record: everything that its type, its codes and its dates have against it.
import { caught, checkFlow, type Finding, oddities } from '@crg/domain/check-flow';
import type { ResourceFlow } from '@crg/domain/flow';
import type { Notice } from '@crg/domain/match';
import { isResourceType, resourceType } from '@crg/domain/taxonomy';
import { flowFrom, minYearlyAmount } from './flow-wire.ts';
import { addFindings, type Problems } from './problems.ts';
import type { FlowWire } from './schemas.ts';

export interface ReadFlow {
  readonly flow: ResourceFlow;
  readonly notices: readonly Notice[];
}

/**
 * Null when something is wrong with the flow; then `problems` has it.
 *
 * @param currency of the city, for prices that name none
 * @param path of the record in the file, e.g. `flows[3]`
 */
export function readFlow(
  wire: FlowWire,
  { currency, path }: { currency: string; path: string },
  problems: Problems,
): ReadFlow | null {
  const isKnown = isResourceType(wire.type);
  const findings: Finding[] = [];
  let lot: number | null = null;
  if (isKnown) {
    findings.push(
      ...caught('limits.min_quantity', () => {
        lot = minYearlyAmount(wire);
      }),
    );
  }
  const label = isKnown ? resourceType(wire.type).label : wire.id;
  const flow = flowFrom(wire, { currency, label, minYearlyAmount: lot });
  findings.push(...checkFlow(flow));
  addFindings(findings, path, problems);
  if (findings.length > 0) return null;
  return { flow, notices: oddities(flow).map((text) => ({ code: 'odd_combination', flowId: flow.id, text })) };
}
