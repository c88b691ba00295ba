// Reads a flow out of a request body.
import type { NewFlow } from '@crg/api-contract/flow';
import { InvalidInput, Problems } from '@crg/city-format/problems';
import { readFlow as readFlowRecord } from '@crg/city-format/read-flow';
import type { ResourceFlow } from '@crg/domain/flow';
import { noCity } from '@crg/services/answer-what-if';
import type { CityStore } from '@crg/stores/ports/city-store';

/**
 * @param path of the flow in the body, empty when it is the body
 * @throws InvalidInput with everything that is wrong; not_ready before a city was put, whose currency prices without one are in
 */
export async function readFlow(
  { city }: { city: Pick<CityStore, 'metadata'> },
  body: NewFlow,
  { id, path = '' }: { id: string; path?: string },
): Promise<ResourceFlow> {
  const metadata = await city.metadata();
  if (metadata === null) throw noCity();
  const problems = new Problems();
  const read = readFlowRecord({ ...body, id }, { currency: metadata.currency, path }, problems);
  if (read === null) throw new InvalidInput(problems);
  return read.flow;
}
