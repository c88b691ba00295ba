// `crg taxonomy`: what can be matched, and by which figures.
import { type ResourceType, resourceTypes } from '@crg/domain/taxonomy';
import { table } from '../table.ts';
import type { Terminal } from '../terminal.ts';

export async function taxonomy({ json }: { readonly json?: true }, terminal: Terminal): Promise<void> {
  if (json) {
    await terminal.write(`${JSON.stringify({ types: resourceTypes.map(typeToWire) }, null, 2)}\n`);
    return;
  }
  const rows = resourceTypes.map(({ id, unit, reachKm, parameters, label }) => [
    id,
    unit,
    `${reachKm} km`,
    parameters
      .map(({ id: parameter, kind, optional }) => `${parameter} ${kind}${optional ? ' (optional)' : ''}`)
      .join(', '),
    label,
  ]);
  await terminal.write(`${table([['type', 'unit', 'reach', 'quality', 'what it is'], ...rows])}\n`);
}

function typeToWire(type: ResourceType) {
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
      range,
      ...(optional === true ? { optional } : {}),
    })),
    accepts: type.accepts,
  };
}
