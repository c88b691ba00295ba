import type { ResourceFlow } from '@crg/domain/flow';
import type { FlowStore } from '@crg/stores/ports/flow-store';
import type { Version, Written } from '@crg/stores/ports/versioned';
import { replaced } from './outcomes.ts';

/** Puts a flow in the place of the version its author has seen; anything newer stays and is an error (StaleVersion). */
export async function changeFlow(
  { flows }: { flows: Pick<FlowStore, 'replace'> },
  { flow, seen }: { flow: ResourceFlow; seen: Version },
): Promise<Written> {
  return replaced(await flows.replace(flow, seen), 'flow', flow.id);
}
