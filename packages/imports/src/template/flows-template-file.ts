// The files that a facilitator downloads, fills in and drops back: a workbook with drop-downs and notes, or a plain table.
import { hourPatterns } from '@crg/domain/availability';
import { resourceTypes } from '@crg/domain/taxonomy';
import { measures } from '@crg/domain/units';
import { csvLine } from '../check/csv-line.ts';
import { everydayUnit } from '../map/quality-units.ts';
import { type TemplateColumn, templateColumns } from '../mappings/flows-template.ts';
import { type DropDown, type SheetCell, type WorkbookSheet, writeWorkbook } from './workbook-writer.ts';

/** Sheets Flows (with two invented rows), Notes, Types and Lists. */
export function templateXlsx(): Uint8Array {
  return writeWorkbook([flowsSheet(), notesSheet(), typesSheet(), listsSheet()]);
}

/** The same table as text, UTF-8 with a byte order mark, so that spreadsheets read its letters. */
export function templateCsv(): string {
  return `\ufeff${[columns.map(({ header }) => header), ...exampleRows()].map(csvLine).join('')}`;
}

const columns = templateColumns.filter(({ inTemplate }) => inTemplate);

/** Two firms of a city that does not exist; each says so, and both rows import as they are. */
const examples: readonly Readonly<Record<string, SheetCell>>[] = [
  {
    Organization: 'Example Brickworks (invented)',
    NACE: '23.32',
    Site: 'Kiln hall',
    Latitude: 55.403,
    Longitude: 10.381,
    Country: 'DK',
    Direction: 'supply',
    Type: 'heat.flue_gas',
    Flow: 'Exhaust air of the tunnel kiln',
    Amount: 4200,
    Unit: 'MWh/a',
    Precision: 'measured',
    Hours: 'continuous',
    'Temperature min (°C)': 160,
    'Temperature max (°C)': 190,
    Reference: 'Invented example: delete this row',
  },
  {
    Organization: 'Example Greenhouses (invented)',
    NACE: '01.13',
    Site: 'House 1 to 4',
    Latitude: 55.411,
    Longitude: 10.392,
    Country: 'DK',
    Direction: 'demand',
    Type: 'heat.hot_water',
    Flow: 'Heating of the greenhouses',
    Amount: 900,
    Unit: 'kW',
    Precision: 'estimated',
    Hours: 'nights_22_06',
    Months: 'Oct-Apr',
    'Temperature min (°C)': 65,
    Price: 38,
    'Price currency': 'EUR',
    'Price per': 'MWh',
    Reference: 'Invented example: delete this row',
  },
];

const exampleRows = (): readonly (readonly SheetCell[])[] =>
  examples.map((example) => columns.map(({ header }) => example[header] ?? null));

function flowsSheet(): WorkbookSheet {
  return {
    name: 'Flows',
    rows: [columns.map(({ header }) => header), ...exampleRows()],
    widths: columns.map(({ header, field }) => (field === 'name' ? 32 : Math.max(12, header.length + 2))),
    bodyStyle: 'example',
    dropDowns: dropDowns(),
  };
}

function dropDowns(): readonly DropDown[] {
  const at = (field: string): number => columns.findIndex((one) => one.kind === 'flow' && one.field === field);
  const noteOf = (field: string): string => columns[at(field)]?.note ?? '';
  const list = (field: string, source: DropDown['source'], isOpen: boolean): DropDown => ({
    column: at(field),
    source,
    isOpen,
    hint: noteOf(field),
  });
  return [
    list('direction', ['supply', 'demand'], false),
    list('type', `Types!$A$2:$A$${resourceTypes.length + 1}`, false),
    list('quantity.unit', `Lists!$A$2:$A$${units().length + 1}`, true),
    list('quantity.precision', ['measured', 'estimated', 'archetype'], false),
    list('availability.hours', Object.keys(hourPatterns), true),
  ];
}

/** One spelling of each: rates first, then yearly amounts. */
const units = (): readonly string[] =>
  Object.values(measures).flatMap(({ spellings }) => [
    ...spellings.rate,
    ...spellings.per_year.filter((unit) => unit.endsWith('/a')),
  ]);

function notesSheet(): WorkbookSheet {
  const needs = ({ required, inTemplate }: TemplateColumn): string =>
    required ? 'needed' : inTemplate ? 'may stay empty' : 'may be added';
  return {
    name: 'Notes',
    rows: [
      ['Column', 'Needed?', 'What to write'],
      ...templateColumns.map((column) => [column.header, needs(column), column.note]),
      ['One row a flow', '', 'A site with several flows has several rows, each with its organization and site.'],
      ['Example rows', '', 'The two rows on the sheet Flows are invented: delete them.'],
      ['Your own columns', '', 'Columns that are not listed here are not read and do no harm.'],
    ],
    widths: [34, 16, 100],
    bodyStyle: 'wrapped',
  };
}

function typesSheet(): WorkbookSheet {
  return {
    name: 'Types',
    rows: [
      ['Type', 'What it is', 'Usual unit', 'Figures that decide a match'],
      ...resourceTypes.map(({ id, label, unit, parameters }) => [
        id,
        label,
        unit,
        parameters.map((parameter) => `${parameter.label} (${everydayUnit(parameter)})`).join('; '),
      ]),
    ],
    widths: [32, 48, 12, 90],
    bodyStyle: 'plain',
  };
}

function listsSheet(): WorkbookSheet {
  return { name: 'Lists', rows: [['Units'], ...units().map((unit) => [unit])], widths: [12], bodyStyle: 'plain' };
}
