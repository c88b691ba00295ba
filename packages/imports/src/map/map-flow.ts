// What flows at a site: one flow entry of a mapping in one row.
import type { Mapping } from '@crg/city-format/mapping-schema';
import type { FlowWire, SiteWire } from '@crg/city-format/schemas';
import { isEmpty } from '../empty-cell.ts';
import { cellText } from './cell-text.ts';
import { plainUnit } from './header-units.ts';
import { mapAvailability } from './map-availability.ts';
import { mapWasteCodes } from './map-codes.ts';
import { withSpace } from './map-organization.ts';
import { mapPrice } from './map-price.ts';
import { mapQuality } from './map-quality.ts';
import { mapDirection, mapPrecision, mapType } from './map-words.ts';
import { type DecimalComma, numberField } from './read-field.ts';
import { readNumber } from './read-number.ts';
import { columnOf, type FieldsInRow, type RowNotes, statedIn } from './row-notes.ts';
import { madeId, slug } from './slug.ts';

export interface FlowContext {
  readonly idSpace: string;
  readonly siteId: string;
  readonly decimalComma: DecimalComma;
  readonly source: SourceNote;
  /** Unit that the header or the units row states for a column. */
  readonly unitOf: (column: string | null) => string | null;
}

export type SourceNote = NonNullable<SiteWire['source']> | null;

type FlowMapping = Mapping['flows'][number];

/** Whether the row has such a flow at all. */
export function hasFlow({ when }: FlowMapping, record: FieldsInRow, decimalComma: DecimalComma): boolean {
  if (when === undefined) return flowIsStated(record);
  const cell = record.cells[record.places.get(when.column) ?? -1] ?? null;
  if (when.above === undefined) return !isEmpty(cell);
  const reading = readNumber(cell, decimalComma(when.column));
  // What cannot be read is not passed over: the amount itself will say so.
  return reading.kind === 'number' ? reading.value > when.above : !isEmpty(cell);
}

/** An amount, or a direction or type of the row's own, says that somebody meant a flow. */
function flowIsStated(record: FieldsInRow): boolean {
  return ['quantity.amount', 'direction', 'type'].some((field) => {
    const stated = statedIn(record, field);
    return stated !== null && (field === 'quantity.amount' || stated.column !== null);
  });
}

/** The flow on the wire, as far as it could be read; null, with notes, when not enough is left to judge it. */
export function mapFlow(record: FieldsInRow, context: FlowContext, notes: RowNotes): FlowWire | null {
  // A row whose direction cannot be read is refused already; taking it for a supply lets its other slips be told as well.
  const direction = mapDirection(record, notes) ?? 'supply';
  const type = mapType(record, notes);
  const quantity = mapQuantity(record, context, notes);
  const codes = mapWasteCodes(record, notes);
  const availability = mapAvailability(record, notes);
  const price = mapPrice(record, 'price', context, notes);
  const disposalCost = mapPrice(record, 'disposal_cost', context, notes);
  const limits = mapLimits(record, context, notes);
  if (type === null || quantity === null) return null;
  const quality = mapQuality(record, type, context, notes);
  const name = statedIn(record, 'name');
  const shown = name === null ? null : cellText(name.cell);
  return {
    id: flowId(record, {
      idSpace: context.idSpace,
      siteId: context.siteId,
      direction,
      type,
      name: shown,
      codes: codes?.ewc ?? [],
    }),
    site_id: context.siteId,
    direction,
    type,
    ...(shown === null ? {} : { name: shown }),
    quantity,
    availability,
    quality,
    codes,
    price,
    disposal_cost: disposalCost,
    limits,
    source: mapSource(record, context.source),
  };
}

function flowId(
  record: FieldsInRow,
  flow: {
    idSpace: string;
    siteId: string;
    direction: string;
    type: string;
    name: string | null;
    codes: readonly string[];
  },
): string {
  const id = statedIn(record, 'id');
  if (id !== null) return withSpace(flow.idSpace, cellText(id.cell));
  const told = slug(flow.name ?? [flow.type.replace(/[._]/g, ' '), ...flow.codes].join(' '));
  return madeId(`${flow.siteId}/${flow.direction}-${told}`);
}

function mapQuantity(record: FieldsInRow, context: FlowContext, notes: RowNotes): FlowWire['quantity'] | null {
  const stated = statedIn(record, 'quantity.amount');
  if (stated === null) {
    const next = 'Fill in how much, as a rate (kW, t/h, m3/h) or per year (MWh/a, t/a, m3/a).';
    notes.error({
      code: 'invalid_input',
      column: columnOf(record, 'quantity.amount'),
      expected: 'an amount',
      got: 'nothing',
      next,
    });
    return null;
  }
  const amount = numberField(stated, 'an amount as a number', notes, context.decimalComma);
  const precision = mapPrecision(record, notes);
  if (amount === null) return null;
  const unit = mapUnit(record, 'quantity', amount.unit, context, notes);
  return unit === null ? null : { amount: amount.value, unit, precision };
}

/** Of its own column, of the amount's cell, of the units row or header: the first that states one; two that disagree are an error. */
function mapUnit(
  record: FieldsInRow,
  of: 'quantity' | 'limits.min_quantity',
  besideAmount: string | null,
  { unitOf }: FlowContext,
  notes: RowNotes,
): string | null {
  const stated = statedIn(record, `${of}.unit`);
  const own = stated === null ? null : plainUnit(cellText(stated.cell));
  const beside = besideAmount === null ? null : plainUnit(besideAmount);
  const column = columnOf(record, `${of}.amount`);
  if (own !== null && beside !== null && own !== beside) {
    const next = `Write the number alone, and its unit in one place.`;
    notes.error({ code: 'unknown_unit', column, expected: `an amount in ${own}`, got: `one in ${beside}`, next });
    return null;
  }
  const header = unitOf(column);
  const unit = own ?? beside ?? (header === null ? null : plainUnit(header));
  if (unit !== null) return unit;
  notes.error({
    code: 'unknown_unit',
    column: columnOf(record, `${of}.unit`) ?? column,
    expected: 'a unit such as kW, MWh/a, t/a or m3/h',
    got: 'nothing',
    next: 'Fill in the unit, or write it into the header as "Amount (MWh/a)".',
  });
  return null;
}

function mapLimits(record: FieldsInRow, context: FlowContext, notes: RowNotes): NonNullable<FlowWire['limits']> {
  const distance = statedIn(record, 'limits.max_distance_km');
  const lot = statedIn(record, 'limits.min_quantity.amount');
  const { decimalComma } = context;
  const km = distance === null ? null : numberField(distance, 'a distance in km', notes, decimalComma);
  const least = lot === null ? null : numberField(lot, 'a smallest amount per year', notes, decimalComma);
  const unit = least === null ? null : mapUnit(record, 'limits.min_quantity', least.unit, context, notes);
  return {
    max_distance_km: km?.value ?? null,
    min_quantity: least === null || unit === null ? null : { amount: least.value, unit },
  };
}

/** The file's own note on the source, else the mapping's; a factor that went into the amount is said beside it. */
function mapSource(record: FieldsInRow, source: SourceNote): SourceNote {
  const reference = statedIn(record, 'source.reference');
  const certainty = statedIn(record, 'source.certainty');
  const because = statedIn(record, 'quantity.amount')?.because ?? null;
  const said = certainty === null ? because : cellText(certainty.cell);
  if (reference === null && said === null) return source;
  return { reference: reference === null ? (source?.reference ?? null) : cellText(reference.cell), certainty: said };
}
