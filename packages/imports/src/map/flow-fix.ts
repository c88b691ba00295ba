// Corrections for what the domain refuses in a flow: units above all.
import type { Problem } from '@crg/city-format/problems';
import type { FlowWire } from '@crg/city-format/schemas';
import { nearestSpellings } from '@crg/domain/nearest-spelling';
import { isResourceType, resourceType } from '@crg/domain/taxonomy';
import { measures } from '@crg/domain/units';
import type { Fix } from '../row-problem.ts';
import { cellText } from './cell-text.ts';
import type { NearWords } from './near-words.ts';
import { type FieldsInRow, fieldOf, replacing, statedIn } from './row-notes.ts';

/** null where only a person can know what was meant. */
export function flowFix(problem: Problem, wire: FlowWire, record: FieldsInRow, near: NearWords): Fix | null {
  const isUnit = problem.code === 'unknown_unit' || problem.code === 'wrong_dimension';
  if (!isUnit || !isResourceType(wire.type)) return null;
  const field = fieldOf(problem.field, record);
  const stated = field === null ? null : statedIn(record, field);
  const written = stated === null ? '' : cellText(stated.cell);
  const [meant = null] = near.find(`${problem.field} of ${wire.type}`, written, () => meantUnits(problem.field, wire));
  return stated === null || meant === null ? null : replacing(stated, meant);
}

/** The nearest spelling; of an amount without a time, the yearly one, which registers mean far more often than a rate. */
function meantUnits(field: string, wire: FlowWire): readonly string[] {
  const { spellings } = measures[resourceType(wire.type).measure];
  if (field === 'quantity.unit') {
    const { unit } = wire.quantity;
    if (spellings.amount.includes(unit) && !spellings.rate.includes(unit)) return [`${unit}/a`];
    return nearestSpellings(unit, [...spellings.rate, ...spellings.per_year], 1);
  }
  if (field === 'price.per') return nearestSpellings(wire.price?.per ?? '', spellings.amount, 1);
  if (field === 'disposal_cost.per') return nearestSpellings(wire.disposal_cost?.per ?? '', spellings.amount, 1);
  if (field.startsWith('limits.min_quantity')) {
    const unit = wire.limits?.min_quantity?.unit ?? '';
    return nearestSpellings(unit, [...spellings.per_year, ...spellings.amount], 1);
  }
  return [];
}
