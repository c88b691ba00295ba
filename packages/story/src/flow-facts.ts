// What the wire leaves open about a flow and its owner, answered once.
import type { Precision } from '@crg/api-contract/family';
import type { Flow } from '@crg/api-contract/flow';
import type { Organization } from '@crg/api-contract/organization';

export function naceOf(organization: Organization | undefined): readonly string[] {
  const nace = organization?.nace ?? [];
  return typeof nace === 'string' ? [nace] : nace;
}

export function precisionOf(flow: Flow): Precision {
  return flow.quantity.precision ?? 'estimated';
}
