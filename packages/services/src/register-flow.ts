import type { ResourceFlow } from '@crg/domain/flow';
import type { FlowStore } from '@crg/stores/ports/flow-store';
import type { Written } from '@crg/stores/ports/versioned';
import { created } from './outcomes.ts';

/** Adds a flow to the city; the record and its entry in the change log are one transaction. */
export async function registerFlow(
  { flows }: { flows: Pick<FlowStore, 'create'> },
  flow: ResourceFlow,
): Promise<Written> {
  return created(await flows.create(flow), 'flow', flow.id);
}
