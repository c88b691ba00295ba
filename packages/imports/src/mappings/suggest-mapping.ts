// A first mapping for a table nobody has seen before: by what its columns are called, then by what stands in them.
import type { Expression, Mapping } from '@crg/city-format/mapping-schema';
import { type Measure, measures, readUnit } from '@crg/domain/units';
import { cellText } from '../map/cell-text.ts';
import { directionWords, keyOfWord } from '../map/everyday-words.ts';
import { headerUnit, plainUnit, unitOfColumn } from '../map/header-units.ts';
import { isWasteCode } from '../map/map-codes.ts';
import { typeOfWord } from '../map/map-words.ts';
import { isActivity, readCountry, readWasteCodes } from '../map/read-codes.ts';
import { readNumber } from '../map/read-number.ts';
import type { Cell, Table } from '../table.ts';
import { columnSynonyms, endWords, type FieldSynonyms } from './column-synonyms.ts';
import { type RecordKind, templateColumns } from './flows-template.ts';

export interface SuggestedMapping {
  readonly mapping: Mapping;
  /** Fields a person should check, e.g. `site.latitude`, `flow.quantity.amount`; those named by the template's own headers are sure. */
  readonly guessed: readonly string[];
  /** Columns that nothing was made of. */
  readonly unused: readonly string[];
}

export interface SuggestionInput {
  readonly table: Pick<Table, 'columns' | 'units'>;
  /** The first rows, cells by column; a few dozen are enough. */
  readonly samples: readonly (readonly Cell[])[];
  /** Of the file, for the name of the mapping. */
  readonly fileName: string;
}

export function suggestMapping({ table, samples, fileName }: SuggestionInput): SuggestedMapping {
  const columns = table.columns
    .map((name, place) => describeColumn(name, place, table.units, samples))
    .filter(({ name }) => name.length <= longestColumn);
  const chosen = assign(columns);
  const expressions = chosen.map(({ kind, field, column, isSure }) => ({
    kind,
    field,
    isSure,
    expression: { column },
  }));
  const by = (kind: RecordKind) => expressions.filter((one) => one.kind === kind);
  const statesIds = expressions.some(({ field }) => field === 'id');
  const flow = fieldsFrom(by('flow'));
  const mapping: Mapping = {
    format: 'crg-mapping/1',
    name: asName(fileName),
    title: `Suggested for ${fileName}`.slice(0, 200),
    recognised_by: [...new Set(chosen.map(({ column }) => column))].slice(0, 100),
    // Ids of the file's own mean something in this file only; ids made from names mean the same in every file.
    id_space: statesIds ? asName(fileName).slice(0, 40) : 'flows',
    organization: organizationFrom(by('organization'), by('site')),
    site: siteFrom(by('site')),
    flows: flow['quantity.amount'] === undefined ? [] : [{ fields: flow }],
  };
  return {
    mapping,
    guessed: expressions
      .filter(({ isSure }) => !isSure)
      .map(({ kind, field }) => `${kind}.${field === 'address' ? 'name' : field}`),
    unused: table.columns.filter((column) => !chosen.some((one) => one.column === column)),
  };
}

/** What a mapping may name; a longer header is a text that slipped into the first row. */
const longestColumn = 300;

interface DescribedColumn {
  readonly name: string;
  /** Small letters, without unit and signs. */
  readonly words: string;
  readonly unit: string | null;
  readonly samples: readonly Cell[];
  readonly place: number;
}

function describeColumn(
  name: string,
  place: number,
  units: Table['units'],
  rows: readonly (readonly Cell[])[],
): DescribedColumn {
  const samples = rows.map((cells) => cells[place] ?? null).filter((cell) => cellText(cell) !== '');
  return { name, place, samples, words: plainWords(headerUnit(name).name), unit: unitOfColumn(name, units, place) };
}

const plainWords = (text: string): string =>
  text
    .replace(/([a-zæøåäöü])([A-ZÆØÅÄÖÜ])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

interface Assigned {
  readonly kind: RecordKind;
  readonly field: string;
  readonly column: string;
  readonly isSure: boolean;
}

interface Candidate extends Assigned {
  readonly score: number;
  readonly order: number;
}

/** The best column for each field, each column once; names before contents. */
function assign(columns: readonly DescribedColumn[]): readonly Assigned[] {
  const byName = columns.flatMap((column) => candidatesByName(column));
  const taken: Assigned[] = [];
  take(byName, taken);
  const left = columns.filter(({ name }) => !taken.some(({ column }) => column === name));
  take(
    left.flatMap((column) => candidatesByContent(column, left)),
    taken,
  );
  return taken.flatMap(bothEnds);
}

function take(candidates: readonly Candidate[], taken: Assigned[]): void {
  for (const one of [...candidates].sort((a, b) => b.score - a.score || a.order - b.order)) {
    const isFree = !taken.some(
      (other) => other.column === one.column || (other.kind === one.kind && other.field === one.field),
    );
    if (isFree) taken.push({ kind: one.kind, field: one.field, column: one.column, isSure: one.isSure });
  }
}

/** One column for an interval states both its ends. */
function bothEnds(one: Assigned): readonly Assigned[] {
  if (!/^quality\.[a-z0-9_]+$/.test(one.field)) return [one];
  return ['min', 'max'].map((end) => ({ ...one, field: `${one.field}.${end}` }));
}

function candidatesByName(column: DescribedColumn): readonly Candidate[] {
  const own = templateColumns.find(({ header }) => header.toLowerCase() === column.name.trim().toLowerCase());
  if (own !== undefined) {
    return [{ kind: own.kind, field: own.field, column: column.name, isSure: true, score: 100, order: column.place }];
  }
  return columnSynonyms.flatMap((synonyms, order) => {
    const { words, end } = synonyms.field.startsWith('quality.')
      ? withoutEnd(column.words)
      : { words: column.words, end: null };
    const score = likeness(words, synonyms.words);
    if (score === 0 || !contentAllows(synonyms, column)) return [];
    const field = end === null ? synonyms.field : `${synonyms.field}.${end}`;
    return [{ kind: synonyms.kind, field, column: column.name, isSure: false, score, order }];
  });
}

function withoutEnd(words: string): { words: string; end: 'min' | 'max' | null } {
  const parts = words.split(' ');
  for (const end of ['min', 'max'] as const) {
    const rest = parts.filter((part) => !(endWords[end] as readonly string[]).includes(part));
    if (rest.length > 0 && rest.length < parts.length) return { words: rest.join(' '), end };
  }
  return { words, end: null };
}

/** 10: the same; 5 and more: a word of it, the longer the surer; 2: it begins so (German and Danish join words); 0: no. */
function likeness(words: string, synonyms: readonly string[]): number {
  let best = 0;
  for (const synonym of synonyms) {
    if (words === synonym) return 10;
    if (synonym.length > 2 && ` ${words} `.includes(` ${synonym} `)) best = Math.max(best, 5 + synonym.length / 20);
    else if (synonym.length > 4 && words.split(' ').some((word) => word.startsWith(synonym))) best = Math.max(best, 2);
  }
  return best;
}

/** A name promises something that the cells must not break: `nr` with words in it is no latitude. */
function contentAllows({ field }: FieldSynonyms, { samples }: DescribedColumn): boolean {
  if (samples.length === 0) return true;
  const isNumeric = (cell: Cell): boolean => {
    const { kind } = readNumber(cell, null);
    return kind !== 'none';
  };
  const numeric = samples.filter(isNumeric).length / samples.length;
  if (field === 'latitude' || field === 'longitude') return numeric >= 0.5;
  if (field.endsWith('.amount') || field.startsWith('quality.') || field === 'limits.max_distance_km')
    return numeric >= 0.5;
  if (field === 'quantity.unit' || field === 'direction') return numeric < 0.5;
  if (field === 'id') return new Set(samples.map(cellText)).size >= samples.length * 0.9 || samples.length < 3;
  return true;
}

/** What most of the cells of a column without a telling name are. */
function candidatesByContent(column: DescribedColumn, others: readonly DescribedColumn[]): readonly Candidate[] {
  const { samples, name, place } = column;
  if (samples.length === 0) return [];
  const found = (kind: RecordKind, field: string, score: number): Candidate => ({
    kind,
    field,
    column: name,
    isSure: false,
    score,
    order: place,
  });
  const most = (test: (text: string) => boolean): boolean =>
    samples.filter((cell) => test(cellText(cell))).length >= samples.length * 0.8;
  if (most((text) => keyOfWord(directionWords, text) !== undefined)) return [found('flow', 'direction', 4)];
  if (most((text) => readWasteCodes(text).length > 0 && readWasteCodes(text).every(isWasteCode)))
    return [found('flow', 'codes.ewc', 4)];
  if (most((text) => typeOfWord(text) !== undefined)) return [found('flow', 'type', 4)];
  if (most(isUnit)) return [found('flow', 'quantity.unit', 3)];
  if (most((text) => /\d\d\.\d\d/.test(text) && isActivity(text))) return [found('organization', 'nace', 3)];
  if (most((text) => text.length > 1 && readCountry(text) !== null)) return [found('site', 'country', 3)];
  return placesByContent(column, others, found);
}

/** Two neighbours with decimals, one of 54 to 58 and one of 8 to 15, are latitude and longitude: the sizes of Europe's degrees. */
function placesByContent(
  column: DescribedColumn,
  others: readonly DescribedColumn[],
  found: (kind: RecordKind, field: string, score: number) => Candidate,
): readonly Candidate[] {
  const own = degreesOf(column);
  const neighbours = others.filter(({ place }) => Math.abs(place - column.place) === 1).map(degreesOf);
  if (own === 'north' && neighbours.includes('east')) return [found('site', 'latitude', 3)];
  return own === 'east' && neighbours.includes('north') ? [found('site', 'longitude', 3)] : [];
}

/** What the numbers of a column can be in Europe; null: no coordinates with decimals. */
function degreesOf(column: DescribedColumn): 'north' | 'east' | null {
  const range = hasDecimals(column) ? rangeOf(column) : null;
  if (range === null) return null;
  if (range.lowest >= 34 && range.highest <= 72) return 'north';
  return range.lowest >= -25 && range.highest < 34 ? 'east' : null;
}

const hasDecimals = ({ samples }: DescribedColumn): boolean =>
  samples.filter((cell) => /\d[.,]\d/.test(cellText(cell))).length >= samples.length / 2;

function rangeOf({ samples }: DescribedColumn): { lowest: number; highest: number } | null {
  const numbers = samples.map((cell) => Number(cellText(cell).replace(',', '.')));
  return numbers.every(Number.isFinite) ? { lowest: Math.min(...numbers), highest: Math.max(...numbers) } : null;
}

function isUnit(text: string): boolean {
  if (text.length > 20 || /^\d/.test(text)) return false;
  const unit = plainUnit(text);
  return (Object.keys(measures) as Measure[]).some((measure) => {
    try {
      readUnit(unit, measure, ['rate', 'per_year', 'amount']);
      return true;
    } catch {
      return false;
    }
  });
}

interface FieldExpression {
  readonly field: string;
  readonly expression: Expression;
}

const fieldsFrom = (fields: readonly FieldExpression[]): Mapping['organization'] =>
  Object.fromEntries(fields.map(({ field, expression }) => [field, expression]));

/** Without a column for it, the organization goes by the name of its site. */
function organizationFrom(own: readonly FieldExpression[], site: readonly FieldExpression[]): Mapping['organization'] {
  const fields = fieldsFrom(own);
  const siteName = site.find(({ field }) => field === 'name')?.expression;
  return fields.name !== undefined || siteName === undefined ? fields : { ...fields, name: siteName };
}

/** An address tells two sites of one company apart when they have no names. */
function siteFrom(own: readonly FieldExpression[]): Mapping['site'] {
  const { address, ...fields } = fieldsFrom(own);
  if (address === undefined) return fields;
  return { ...fields, name: fields.name ?? address };
}

/** Small Latin letters, digits and hyphens. */
function asName(fileName: string): string {
  const name = fileName
    .replace(/\.[a-z0-9]{1,8}$/i, '')
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('ß', 'ss')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  return name === '' ? 'table' : name;
}
