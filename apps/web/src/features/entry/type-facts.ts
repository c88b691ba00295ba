// The taxonomy as the form needs it: types with their units and quality figures. Read on the server; the page gets it as data.
import { families, resourceTypes } from '@crg/domain/taxonomy';
import { measures } from '@crg/domain/units';
import type { TypeFacts } from './flow-entry.ts';

export function typeFacts(): readonly TypeFacts[] {
  return resourceTypes.map(({ id, label, family, unit, measure, parameters }) => {
    const { rate, per_year, amount } = measures[measure].spellings;
    return {
      id,
      label,
      family: families.find((one) => one.id === family)?.label ?? family,
      unit,
      units: [...new Set([unit, ...rate, ...per_year.filter((one) => one.endsWith('/a'))])],
      amountUnits: amount,
      parameters: parameters.map((one) => ({
        id: one.id,
        label: one.label,
        unit: one.unit === 'Cel' ? '°C' : one.unit,
        kind: one.kind,
        optional: one.optional === true,
        range: one.range,
      })),
    };
  });
}
