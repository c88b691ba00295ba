// Quality figures of a flow, in the taxonomy's units.
import type { FlowWire } from '@crg/city-format/schemas';
import { listed } from '@crg/domain/nearest-spelling';
import type { QualityParameter } from '@crg/domain/quality-parameters';
import { qualityParameter, resourceType } from '@crg/domain/taxonomy';
import { shownCell } from './cell-text.ts';
import type { Stated } from './evaluate.ts';
import { everydayUnit, qualityUnit } from './quality-units.ts';
import { type DecimalComma, numberField } from './read-field.ts';
import { plainNumber } from './read-number.ts';
import { type FieldsInRow, type RowNotes, replacing, statedIn } from './row-notes.ts';

interface QualityContext {
  readonly decimalComma: DecimalComma;
  readonly unitOf: (column: string | null) => string | null;
}

export function mapQuality(
  record: FieldsInRow,
  type: string,
  context: QualityContext,
  notes: RowNotes,
): NonNullable<FlowWire['quality']> {
  const quality: Record<string, { min: number | null; max: number | null }> = {};
  for (const field of Object.keys(record.fields)) {
    const parts = /^quality\.([a-z0-9_]+)\.(min|max)$/.exec(field);
    if (parts === null) continue;
    const stated = statedIn(record, field);
    if (stated === null) continue;
    const [, id = '', end] = parts;
    const value = figure(stated, id, type, context, notes);
    if (value === null) continue;
    quality[id] = { ...(quality[id] ?? { min: null, max: null }), [end as 'min' | 'max']: value };
  }
  return quality;
}

function figure(stated: Stated, id: string, type: string, context: QualityContext, notes: RowNotes): number | null {
  const parameter = qualityParameter(resourceType(type), id);
  if (parameter === undefined) {
    noteUnknown(stated, type, notes);
    return null;
  }
  const what = `${parameter.label.toLowerCase()} as a number in ${everydayUnit(parameter)}`;
  const number = numberField(stated, what, notes, context.decimalComma);
  if (number === null) return null;
  const written = number.unit ?? context.unitOf(stated.column);
  const change = written === null ? (value: number) => value : qualityUnit(written, parameter);
  if (change === null) {
    const expected = `${parameter.label.toLowerCase()} in ${everydayUnit(parameter)}`;
    const next = `Convert the figures, or correct the unit in the header if they are in ${everydayUnit(parameter)}.`;
    notes.error({ code: 'unknown_unit', column: stated.column, expected, got: `figures in ${written}`, next });
    return null;
  }
  const value = change(number.value);
  return isPossible(value, number.value, stated, parameter, notes) ? value : null;
}

function noteUnknown(stated: Stated, type: string, notes: RowNotes): void {
  const { parameters, label } = resourceType(type);
  const known = parameters.map((parameter) => parameter.label.toLowerCase());
  notes.error({
    code: 'invalid_input',
    column: stated.column,
    expected: known.length === 0 ? `no quality figures for ${type} (${label})` : `for ${type} only ${listed(known)}`,
    got: shownCell(stated.raw),
    next: 'Empty the cell, or choose the resource type that has this figure.',
    fix: stated.column === null ? null : { kind: 'set', row: notes.row, column: stated.column, to: '' },
  });
}

function isPossible(
  value: number,
  written: number,
  stated: Stated,
  parameter: QualityParameter,
  notes: RowNotes,
): boolean {
  const [lowest, highest] = parameter.range;
  if (value >= lowest && value <= highest) return true;
  const unit = everydayUnit(parameter);
  const meant = likelyMeant(value, written, parameter);
  notes.error({
    code: 'out_of_range',
    column: stated.column,
    expected: `${parameter.label.toLowerCase()} between ${lowest} and ${highest} ${unit}, what is physically possible`,
    got: shownCell(stated.raw),
    next: meant === null ? `Check that the figure is in ${unit}.` : `Read it as ${meant.text}, or correct the figure.`,
    fix: meant === null ? null : replacing(stated, meant.text),
  });
  return false;
}

/** Kelvin taken for degrees, or a decimal sign that was lost on the way: 680 for 68.0. */
function likelyMeant(value: number, written: number, parameter: QualityParameter): { text: string } | null {
  const [lowest, highest] = parameter.range;
  const fits = (candidate: number): boolean => candidate >= lowest && candidate <= highest;
  if (value !== written) return null;
  if (parameter.unit === 'Cel' && value > 273 && value < 400) {
    const celsius = Number((value - 273.15).toFixed(2));
    return fits(celsius) ? { text: plainNumber(celsius) } : null;
  }
  const shifted = [10, 100, 1000].map((by) => value / by).find((candidate) => candidate > lowest && fits(candidate));
  return shifted === undefined || value <= 0 ? null : { text: withDecimal(shifted) };
}

/** `68.0` shows that a decimal sign came back, `68` would look like another number. */
const withDecimal = (value: number): string => (Number.isInteger(value) ? value.toFixed(1) : plainNumber(value));
