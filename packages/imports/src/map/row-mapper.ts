// From a row of a table to the records of a city, by a mapping: what import checks, previews and tests are built on.

import { checkShape } from '@crg/city-format/check-shape';
import type { Expression, Mapping } from '@crg/city-format/mapping-schema';
import { organizationToDomain } from '@crg/city-format/organization-wire';
import { addFindings, Problems } from '@crg/city-format/problems';
import { readFlow } from '@crg/city-format/read-flow';
import {
  FlowSchema,
  type FlowWire,
  OrganizationSchema,
  type OrganizationWire,
  SiteSchema,
  type SiteWire,
} from '@crg/city-format/schemas';
import { siteToDomain } from '@crg/city-format/site-wire';
import { checkOrganization } from '@crg/domain/check-organization';
import { checkSite } from '@crg/domain/check-site';
import type { Organization, ResourceFlow, Site } from '@crg/domain/flow';
import { didYouMean } from '@crg/domain/nearest-spelling';
import type { Fix, RowProblem } from '../row-problem.ts';
import type { DecimalMark, Table, TableRow } from '../table.ts';
import { fixApplier } from './apply-fixes.ts';
import { columnsOf } from './evaluate.ts';
import { flowFix } from './flow-fix.ts';
import { unitOfColumn } from './header-units.ts';
import { hasFlow, mapFlow } from './map-flow.ts';
import { mapOrganization } from './map-organization.ts';
import { mapCountry, mapSite, statedSiteId } from './map-site.ts';
import { NearWords } from './near-words.ts';
import type { DecimalComma } from './read-field.ts';
import { columnOf, type FieldsInRow, inWordsOfTheFile, RowNotes } from './row-notes.ts';
import { shownHeader } from './shown-header.ts';

/** What a row becomes. A row with an error gives no records at all: it is in or it is out. */
export interface MappedRow {
  readonly row: number;
  readonly organizations: readonly Organization[];
  readonly sites: readonly Site[];
  readonly flows: readonly ResourceFlow[];
  /** Errors and warnings in the order of the fields. */
  readonly problems: readonly RowProblem[];
  /** A correction says that this row is not to be read. */
  readonly leftOut: boolean;
  /** Where a later check of the same row should point, by what it is about; null: the row as a whole. */
  readonly columns: RowColumns;
  /** Which ids were made from names, because the row states none. */
  readonly madeIds: Readonly<Record<'organization' | 'site' | 'flow', boolean>>;
}

export interface RowColumns {
  readonly organization: string | null;
  readonly site: string | null;
  readonly latitude: string | null;
  readonly longitude: string | null;
  readonly country: string | null;
  readonly flow: string | null;
}

export interface RowMapper {
  /** What is wrong with mapping and table together, before any row: nothing can be read while there is one. */
  readonly problems: readonly RowProblem[];
  map(row: TableRow): MappedRow;
}

export interface MappingTask {
  readonly table: Pick<Table, 'columns' | 'units' | 'decimalMarks'>;
  readonly mapping: Mapping;
  /** ISO 4217, for prices that name none: the city's. */
  readonly currency: string;
  readonly fixes?: readonly Fix[];
}

export function rowMapper(task: MappingTask): RowMapper {
  const prepared = prepare(task);
  return { problems: missingColumns(task), map: (row) => mapRow(row, prepared) };
}

interface Prepared extends MappingTask {
  readonly places: ReadonlyMap<string, number>;
  readonly fix: ReturnType<typeof fixApplier>;
  readonly near: NearWords;
  readonly decimalComma: DecimalComma;
  readonly source: NonNullable<SiteWire['source']> | null;
  readonly unitOf: (column: string | null) => string | null;
}

function prepare(task: MappingTask): Prepared {
  const { columns, units, decimalMarks } = task.table;
  const places = new Map(columns.map((column, place) => [column, place]));
  const commas = new Map(columns.map((column, place) => [column, isComma(decimalMarks[place] ?? null)]));
  const unitsByColumn = new Map(columns.map((column, place) => [column, unitOfColumn(column, units, place)]));
  return {
    ...task,
    places,
    fix: fixApplier(task.fixes ?? [], columns),
    near: new NearWords(),
    decimalComma: (column) => commas.get(column ?? '') ?? null,
    source: sourceOf(task.mapping),
    unitOf: (column) => (column === null ? null : (unitsByColumn.get(column) ?? null)),
  };
}

const isComma = (mark: DecimalMark | null): boolean | null => (mark === null ? null : mark === ',');

function sourceOf({ source }: Mapping): Prepared['source'] {
  if (source === undefined) return null;
  const { reference, licence } = source;
  return { reference: licence === undefined ? reference : `${reference} (${licence})` };
}

function mapRow(given: TableRow, prepared: Prepared): MappedRow {
  const fixed = prepared.fix(given);
  const madeIds = madeIdsOf(prepared.mapping);
  if (fixed === null) return { ...nothing(given.row, true), problems: [], columns: nowhere, madeIds };
  const notes = new RowNotes(given, prepared.near);
  const { mapping, places } = prepared;
  const { cells } = fixed.row;
  const record = (fields: Readonly<Record<string, Expression>>): FieldsInRow => ({ fields, cells, places });
  const organizationRecord = record(mapping.organization);
  const siteRecord = record(mapping.site);
  const records = recordsOf({ ...fixed, organizationRecord, siteRecord }, prepared, notes);
  const columns = columnsOfRow(organizationRecord, siteRecord, mapping);
  if (records === null || notes.hasErrors)
    return { ...nothing(given.row, false), problems: notes.problems, columns, madeIds };
  return { row: given.row, ...records, problems: notes.problems, leftOut: false, columns, madeIds };
}

type Records = Pick<MappedRow, 'organizations' | 'sites' | 'flows'>;
const nothing = (row: number, leftOut: boolean) => ({ row, organizations: [], sites: [], flows: [], leftOut });

interface RowRecords {
  readonly row: TableRow;
  readonly swapsCoordinates: boolean;
  readonly organizationRecord: FieldsInRow;
  readonly siteRecord: FieldsInRow;
}

function recordsOf(
  { row, swapsCoordinates, organizationRecord, siteRecord }: RowRecords,
  prepared: Prepared,
  notes: RowNotes,
): Records | null {
  const { mapping, decimalComma, source } = prepared;
  const idSpace = mapping.id_space;
  const country = mapCountry(siteRecord, notes);
  const siteId = statedSiteId(siteRecord, idSpace);
  const organization = mapOrganization(organizationRecord, { idSpace, country, siteId }, notes);
  if (organization === null) return null;
  const named = { id: organization.id, name: organization.name ?? organization.id };
  const site = mapSite(
    siteRecord,
    { idSpace, country, organization: named, decimalComma, swapsCoordinates, source },
    notes,
  );
  const organizations = checked(organization, OrganizationSchema, organizationRecord, notes, judgeOrganization);
  const sites = checked(site, SiteSchema, siteRecord, notes, judgeSite);
  const flows = mapping.flows.flatMap((entry) => {
    const flowRecord = { fields: entry.fields, cells: row.cells, places: prepared.places };
    if (!hasFlow(entry, flowRecord, decimalComma)) return [];
    return checkedFlow(
      mapFlow(flowRecord, { ...prepared, idSpace, siteId: site.id }, notes),
      flowRecord,
      prepared,
      notes,
    );
  });
  return { organizations, sites, flows };
}

/** The record in the domain's words when format and domain have nothing against it. */
function checked<Wire, Value>(
  wire: Wire,
  schema: Parameters<typeof checkShape>[0],
  record: FieldsInRow,
  notes: RowNotes,
  judge: (wire: Wire, problems: Problems) => Value,
): readonly Value[] {
  const problems = new Problems();
  const value = checkShape(schema, wire, '', problems) ? judge(wire, problems) : null;
  for (const problem of problems.kept) notes.error(inWordsOfTheFile(problem, record));
  return problems.count > 0 || value === null ? [] : [value];
}

function judgeOrganization(wire: OrganizationWire, problems: Problems): Organization {
  const organization = organizationToDomain(wire);
  addFindings(checkOrganization(organization), '', problems);
  return organization;
}

function judgeSite(wire: SiteWire, problems: Problems): Site {
  const site = siteToDomain(wire);
  addFindings(checkSite(site), '', problems);
  return site;
}

function checkedFlow(
  wire: FlowWire | null,
  record: FieldsInRow,
  { currency }: Prepared,
  notes: RowNotes,
): readonly ResourceFlow[] {
  if (wire === null) return [];
  const problems = new Problems();
  const read = checkShape(FlowSchema, wire, '', problems) ? readFlow(wire, { currency, path: '' }, problems) : null;
  for (const problem of problems.kept) {
    notes.error({ ...inWordsOfTheFile(problem, record), fix: flowFix(problem, wire, record, notes.near) });
  }
  for (const { text } of read?.notices ?? []) {
    const column = columnOf(record, 'quantity.amount');
    notes.warning({
      code: 'odd_combination',
      column,
      expected: 'figures that go together',
      got: text,
      next: 'Look at the figures of this row again.',
    });
  }
  return read === null ? [] : [read.flow];
}

const madeIdsOf = ({ organization, site, flows }: Mapping): MappedRow['madeIds'] => ({
  organization: organization.id === undefined,
  site: site.id === undefined,
  flow: flows.some(({ fields }) => fields.id === undefined),
});

const nowhere: RowColumns = {
  organization: null,
  site: null,
  latitude: null,
  longitude: null,
  country: null,
  flow: null,
};

function columnsOfRow(organization: FieldsInRow, site: FieldsInRow, { flows }: Mapping): RowColumns {
  const [flow] = flows;
  const asFlow = flow === undefined ? null : { ...site, fields: flow.fields };
  return {
    organization: columnOf(organization, 'name') ?? columnOf(organization, 'id'),
    site: columnOf(site, 'name') ?? columnOf(site, 'id'),
    latitude: columnOf(site, 'latitude'),
    longitude: columnOf(site, 'longitude'),
    country: columnOf(site, 'country'),
    flow: asFlow === null ? null : (columnOf(asFlow, 'id') ?? columnOf(asFlow, 'name') ?? columnOf(asFlow, 'type')),
  };
}

/** A mapping that names a column the table lacks was made for another file; reading on would lose what stands there. */
function missingColumns({ table, mapping }: MappingTask): readonly RowProblem[] {
  const missing = [...new Set(mappedColumns(mapping))].filter((column) => !table.columns.includes(column));
  return missing.map((column) => ({
    severity: 'error',
    code: 'invalid_input',
    row: null,
    column,
    expected: `the column "${column}", which the mapping "${mapping.name}" reads`,
    got: `a table with ${shownHeader(table.columns)}`,
    next: nearColumn(column, table.columns) ?? 'Choose the column in the mapping, or take it out of the mapping.',
    fix: null,
  }));
}

/** Headers of a few hundred columns are compared; in a wider table a person looks faster. */
function nearColumn(column: string, columns: readonly string[]): string | undefined {
  return column.length > 100 || columns.length > 300
    ? undefined
    : didYouMean(
        column,
        columns.filter(({ length }) => length <= 100),
      );
}

/** Every column a mapping reads, as it is named there. */
export function mappedColumns({ organization, site, flows }: Mapping): readonly string[] {
  return [
    ...Object.values(organization).flatMap(columnsOf),
    ...Object.values(site).flatMap(columnsOf),
    ...flows.flatMap(({ when, fields }) => [
      ...(when === undefined ? [] : [when.column]),
      ...Object.values(fields).flatMap(columnsOf),
    ]),
  ];
}
