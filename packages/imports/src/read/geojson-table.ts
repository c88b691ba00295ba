// GeoJSON (RFC 7946) as a table: a feature is a row, its properties are columns, its place is `longitude` and `latitude`.
import { parseJson } from '@crg/city-format/parse-json';
import type { RowProblem } from '../row-problem.ts';
import type { SourceFile } from '../source-file.ts';
import type { Cell, Table, TableRow } from '../table.ts';
import { type JsonPart, splitFeatures } from './feature-split.ts';
import { decimalFacts, decimalMarksOf, headerText, type RawRow, sampleRows } from './find-header.ts';
import type { ReadLimits } from './limits.ts';
import { counted, megabytes, quoted, tooLarge, unreadable } from './reading-fault.ts';
import { mostProblems, newRemarks, type Remarks } from './remarks.ts';
import { representativePoint } from './representative-point.ts';
import { isStorable, unstorableText } from './storable-text.ts';
import { findEncoding, type TextEncoding, textOf } from './text-encoding.ts';

/**
 * Opens a FeatureCollection, or features one after the other. The file is read once here: only its end tells which columns there are.
 *
 * @throws DomainError unreadable_file, file_too_large
 */
export async function openGeojson(file: SourceFile, limits: ReadLimits): Promise<Table> {
  if (file.size > limits.geojsonBytes) throw tooLargeGeojson(file, limits);
  const encoding = await findEncoding(file);
  const source: GeojsonSource = { file, encoding, limits };
  const remarks = newRemarks();
  const { columns, sample, features, hasOwnId } = await surveyed(source, remarks);
  const marks = decimalMarksOf(sample, columns.names, null, remarks);
  return {
    format: 'geojson',
    sheet: null,
    columns: columns.names,
    units: null,
    decimalMarks: marks,
    facts: [encoding.said, `${counted(features)} ${features === 1 ? 'feature' : 'features'}`, ...decimalFacts(marks)],
    get remarks() {
      return remarks.list();
    },
    rows: () => dataRows(source, columns, hasOwnId, remarks),
  };
}

interface GeojsonSource {
  readonly file: SourceFile;
  readonly encoding: TextEncoding;
  readonly limits: ReadLimits;
}

interface Feature {
  /** From 1. */
  readonly number: number;
  readonly id: Cell;
  readonly geometry: unknown;
  readonly properties: readonly Property[];
}

interface Property {
  /** Tells `{"a.b": 1}` from `{"a": {"b": 1}}`. */
  readonly key: string;
  readonly name: string;
  readonly value: Cell;
  /** Why it counts as empty though it is not. */
  readonly fault: 'unbounded' | 'no_text' | null;
}

/** Which column a property goes to. The first two are the place, the third is the feature's own id where there is one. */
interface Columns {
  readonly names: readonly string[];
  readonly indexOf: ReadonlyMap<string, number>;
}

const place = ['longitude', 'latitude'] as const;

interface Survey {
  readonly columns: Columns;
  readonly sample: readonly RawRow[];
  readonly features: number;
  readonly hasOwnId: boolean;
}

async function surveyed(source: GeojsonSource, remarks: Remarks): Promise<Survey> {
  const named = new Map<string, string>();
  const first: Feature[] = [];
  let features = 0;
  let hasOwnId = false;
  for await (const feature of featuresOf(source)) {
    features++;
    hasOwnId ||= feature.id !== null;
    if (first.length < sampleRows) first.push(feature);
    for (const { key, name } of feature.properties) {
      if (!named.has(key)) named.set(key, name);
      if (named.size > source.limits.columns) throw tooManyColumns(source.limits);
    }
  }
  if (features === 0) remarks.say('There are no features in the file.');
  const columns = columnsOf(named, hasOwnId, remarks);
  const sample = first.map((feature) => ({ row: feature.number, cells: cellsOf(feature, columns, hasOwnId) }));
  return { columns, sample, features, hasOwnId };
}

function columnsOf(named: ReadonlyMap<string, string>, hasOwnId: boolean, remarks: Remarks): Columns {
  const names: string[] = hasOwnId ? [...place, named.has('id') ? 'feature id' : 'id'] : [...place];
  const taken = new Set(names);
  const indexOf = new Map<string, number>();
  for (const [key, written] of named) {
    const wish = headerText(written) || `column ${names.length + 1}`;
    let name = wish;
    for (let count = 2; taken.has(name); count++) name = `${wish} (${count})`;
    if (name !== written) remarks.say(`The property ${quoted(written)} is called ${quoted(name)} here.`);
    indexOf.set(key, names.length);
    names.push(name);
    taken.add(name);
  }
  return { names, indexOf };
}

async function* dataRows(
  source: GeojsonSource,
  columns: Columns,
  hasOwnId: boolean,
  remarks: Remarks,
): AsyncGenerator<TableRow> {
  remarks.restart();
  for await (const feature of featuresOf(source)) {
    const cells = cellsOf(feature, columns, hasOwnId);
    const problems = problemsOf(feature, columns);
    const found = representativePoint(feature.geometry);
    if (found.kind === 'point') {
      cells[0] = found.longitude;
      cells[1] = found.latitude;
      const shape = found.of;
      if (shape !== null) {
        remarks.count(shape, feature.number, (where) => `A point stands for the ${shape} in ${where}.`);
      }
    } else if (found.kind === 'wrong') problems.push(wrongPlace(feature.number, found.got));
    const row = { row: feature.number, cells };
    yield problems.length === 0 ? row : { ...row, problems: problems.slice(0, mostProblems) };
  }
}

/** Place left empty. */
function cellsOf({ id, properties }: Feature, columns: Columns, hasOwnId: boolean): Cell[] {
  const cells: Cell[] = columns.names.map(() => null);
  if (hasOwnId) cells[2] = id;
  for (const { key, value } of properties) {
    const at = columns.indexOf.get(key);
    if (at !== undefined) cells[at] = value;
  }
  return cells;
}

function problemsOf({ number, properties }: Feature, columns: Columns): RowProblem[] {
  return properties.flatMap(({ key, fault }) => {
    if (fault === null) return [];
    const column = columns.names[columns.indexOf.get(key) ?? -1] ?? null;
    return [
      { severity: 'warning', code: 'unused_value', row: number, column, ...faultTexts[fault], fix: null } as const,
    ];
  });
}

const faultTexts = {
  unbounded: {
    expected: 'a number of at most 1.8e308',
    got: 'a greater one',
    next: 'Correct the number; the cell counts as empty until then.',
  },
  no_text: unstorableText,
} as const;

function wrongPlace(row: number, got: string): RowProblem {
  return {
    severity: 'error',
    code: 'invalid_input',
    row,
    column: 'longitude',
    expected: 'positions of two finite numbers, [longitude, latitude]',
    got,
    next: 'Correct the geometry of this feature.',
    fix: null,
  };
}

/** Features one after the other, whatever they are packed in; ends in an error where the file as a whole is no GeoJSON in WGS 84. */
async function* featuresOf({ file, encoding, limits }: GeojsonSource): AsyncGenerator<Feature> {
  let number = 0;
  for await (const part of splitFeatures(textOf(file, encoding), limits)) {
    const object = parsed(part);
    if (part.kind === 'document' && object.type !== 'Feature') {
      checkCollection(object, part);
      continue;
    }
    if (part.kind === 'document') checkReferenceSystem(object.crs);
    if (++number > limits.rows) throw tooManyFeatures(limits);
    yield featureOf(object, number, part, limits);
  }
}

type JsonObject = Readonly<Record<string, unknown>>;

function parsed({ text, line }: JsonPart): JsonObject {
  const result = parseJson(text);
  if (!result.ok) {
    const [fault] = result.faults;
    const where =
      fault === undefined ? '' : ` in line ${counted(line + fault.line - 1)}, column ${counted(fault.column)}`;
    throw unreadable({
      expected: `${fault?.expected ?? 'JSON'}${where}`,
      got: fault?.got ?? 'something else',
      next: fault?.next ?? 'Correct the JSON.',
    });
  }
  return (mayLoseDigits.test(text) ? JSON.parse(text, keepDigits) : result.value) as JsonObject;
}

/** Whole numbers beyond 2^53, such as long ids, would come back with other digits: they stay the text they are. */
const mayLoseDigits = /\d{16}/;

function keepDigits(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  const source = context?.source;
  const isLong = typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value);
  return isLong && source !== undefined && /^-?\d+$/.test(source) ? source : value;
}

function checkCollection(document: JsonObject, { hadFeatures }: JsonPart): void {
  if (document.type !== 'FeatureCollection' || !hadFeatures) {
    throw unreadable({
      expected: 'a GeoJSON FeatureCollection with a list of features',
      got: hadFeatures
        ? `features in an object of the type ${quoted(String(document.type))}`
        : `an object of the type ${quoted(String(document.type))} without features`,
      next: 'Export the layer as a GeoJSON FeatureCollection.',
    });
  }
  checkReferenceSystem(document.crs);
}

/** RFC 7946 knows WGS 84 only; files of the older convention may name it, or another one. */
function checkReferenceSystem(system: unknown): void {
  if (system === undefined || system === null) return;
  const properties = typeof system === 'object' && 'properties' in system ? system.properties : undefined;
  const name =
    typeof properties === 'object' && properties !== null && 'name' in properties ? properties.name : undefined;
  const said = typeof name === 'string' ? name : JSON.stringify(system);
  if (/(?:CRS:?84|EPSG:{1,2}(?:[\d.]*:)?4326)$/i.test(said)) return;
  throw unreadable({
    expected: 'longitudes and latitudes in WGS 84 (EPSG:4326)',
    got: `the reference system ${quoted(said)}`,
    next: 'Export the layer again in WGS 84.',
  });
}

function featureOf(object: JsonObject, number: number, { line }: JsonPart, limits: ReadLimits): Feature {
  const { type, id, geometry, properties } = object;
  if (type !== 'Feature') {
    throw unreadable({
      expected: `an object of the type "Feature" in line ${counted(line)}`,
      got: quoted(String(type)),
      next: 'Export the layer as a GeoJSON FeatureCollection.',
    });
  }
  const isObject = typeof properties === 'object' && properties !== null && !Array.isArray(properties);
  const isText = typeof id === 'string' && isStorable(id);
  const own = isText || (typeof id === 'number' && Number.isFinite(id)) ? id : null;
  return {
    number,
    id: own === '' ? null : own,
    geometry,
    properties: isObject ? flattened(properties as JsonObject, number, limits) : [],
  };
}

/** Objects one level down become columns of their own, `address.city`; what is deeper, and every list, stays JSON text. */
function flattened(properties: JsonObject, number: number, limits: ReadLimits): Property[] {
  return Object.entries(properties).flatMap(([name, value]) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return [propertyOf(name, name, value, number, limits)];
    }
    return Object.entries(value).map(([inner, deeper]) => {
      return propertyOf(`${name}\0${inner}`, `${name}.${inner}`, deeper, number, limits);
    });
  });
}

function propertyOf(key: string, name: string, value: unknown, row: number, limits: ReadLimits): Property {
  if (value === null || value === '') return { key, name, value: null, fault: null };
  if (typeof value === 'number' && !Number.isFinite(value)) return { key, name, value: null, fault: 'unbounded' };
  if (typeof value === 'number' || typeof value === 'boolean') return { key, name, value, fault: null };
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (!isStorable(text)) return { key, name, value: null, fault: 'no_text' };
  if (text.length > limits.cellCharacters) {
    throw tooLarge({
      expected: `cells of at most ${counted(limits.cellCharacters)} characters`,
      got: `${counted(text.length)} in property ${quoted(name)} of feature ${counted(row)}`,
      next: 'Shorten the text.',
    });
  }
  return { key, name, value: text, fault: null };
}

function tooLargeGeojson(file: SourceFile, limits: ReadLimits): Error {
  return tooLarge({
    expected: `GeoJSON of at most ${megabytes(limits.geojsonBytes)}`,
    got: megabytes(file.size),
    next: 'Split the file, or export it as CSV with longitude and latitude.',
  });
}

function tooManyColumns(limits: ReadLimits): Error {
  return tooLarge({
    expected: `at most ${counted(limits.columns)} different properties`,
    got: 'more',
    next: 'Keep the properties that describe organizations, sites and flows.',
  });
}

function tooManyFeatures(limits: ReadLimits): Error {
  return tooLarge({ expected: `at most ${counted(limits.rows)} features`, got: 'more', next: 'Split the file.' });
}
