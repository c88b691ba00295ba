import type { ChangePosition } from '@crg/stores/ports/change-log';
import type { FlowStore } from '@crg/stores/ports/flow-store';
import type { Version } from '@crg/stores/ports/versioned';
import { removed } from './outcomes.ts';

/** Takes the seen version of a flow out of the city; a newer one stays and is an error (StaleVersion). */
export async function removeFlow(
  { flows }: { flows: Pick<FlowStore, 'remove'> },
  { id, seen }: { id: string; seen: Version },
): Promise<ChangePosition> {
  return removed(await flows.remove(id, seen), 'flow', id);
}
