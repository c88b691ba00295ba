// The resource taxonomy as the API shows it.
import type { ResourceType, Taxonomy } from '@crg/api-contract/taxonomy';
import { type ResourceType as DomainType, resourceTypes } from '@crg/domain/taxonomy';

export const taxonomy: Taxonomy = { types: resourceTypes.map(typeResource) };

function typeResource(type: DomainType): ResourceType {
  return {
    id: type.id,
    family: type.family,
    label: type.label,
    measure: type.measure,
    unit: type.unit,
    rate_unit: type.rateUnit,
    yearly_unit: type.yearlyUnit,
    reach_km: type.reachKm,
    transport: type.transport,
    parameters: type.parameters.map(({ id, label, unit, kind, allowance, tolerance, range, optional }) => ({
      id,
      label,
      unit,
      kind,
      allowance,
      tolerance,
      range: [...range],
      ...(optional === true ? { optional } : {}),
    })),
    accepts: [...type.accepts],
  };
}
