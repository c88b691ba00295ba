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

/** measured only when both are; archetype as soon as one is. */
export function weakerPrecision(a: Precision, b: Precision): Precision {
  const order: readonly Precision[] = ['measured', 'estimated', 'archetype'];
  return order.indexOf(a) > order.indexOf(b) ? a : b;
}
