// The columns of the downloadable template: one row a flow, repeating its organization and site.
import {
  flowFields,
  type Mapping,
  organizationFields,
  qualityFields,
  siteFields,
} from '@crg/city-format/mapping-schema';
import { type QualityParameter, resourceTypes } from '@crg/domain/taxonomy';
import { everydayUnit } from '../map/quality-units.ts';

export type RecordKind = 'organization' | 'site' | 'flow';

export interface TemplateColumn {
  readonly header: string;
  readonly kind: RecordKind;
  /** As the mapping names it. */
  readonly field: string;
  /** What to write there, for the notes sheet and the user guide; a whole sentence. */
  readonly note: string;
  readonly required: boolean;
  /** Whether the downloadable template has the column; the others may be added by hand. */
  readonly inTemplate: boolean;
}

const column =
  (kind: RecordKind, { required = false, inTemplate = true } = {}) =>
  (field: string, header: string, note: string): TemplateColumn => ({
    header,
    kind,
    field,
    note,
    required,
    inTemplate,
  });

const who = column('organization');
const where = column('site');
const what = column('flow');
const needed = { required: true };

/** Figures that most spreadsheets have something to say about; the others of the taxonomy may be added by their header. */
const everydayParameters = [
  'temperature_c',
  'pressure_bar',
  'purity_percent',
  'moisture_percent',
  'dry_matter_percent',
];

/** In the order of the template; columns that are left out or deleted mean "not stated". */
export const templateColumns: readonly TemplateColumn[] = [
  column('organization', needed)(
    'name',
    'Organization',
    'Who owns the site. The same name in the same country is the same organization.',
  ),
  who('nace', 'NACE', 'Activity code with dots, such as 23.51; several with | between.'),
  where('name', 'Site', 'The works or plant; empty: it goes by its organization.'),
  where('latitude', 'Latitude', 'Degrees north, WGS-84, such as 55.676.'),
  where('longitude', 'Longitude', 'Degrees east, WGS-84, such as 12.568. Without a place nothing is matched.'),
  where('country', 'Country', 'Two letters (DK) or the name.'),
  column('flow', needed)('direction', 'Direction', 'supply: the site gives it; demand: the site needs it.'),
  column('flow', needed)('type', 'Type', 'Resource type; the sheet Types lists them with their units.'),
  what('name', 'Flow', 'What it is in your words. It tells two flows of one type at one site apart.'),
  column('flow', needed)('quantity.amount', 'Amount', 'How much: a rate while it runs, or per year.'),
  column('flow', needed)('quantity.unit', 'Unit', 'kW, t/h, m3/h for a rate; MWh/a, t/a, m3/a per year.'),
  what(
    'quantity.precision',
    'Precision',
    'measured, estimated or archetype (typical of the sector); empty: estimated.',
  ),
  what('availability.hours', 'Hours', 'A pattern, or days and hours such as Mon-Fri 06-22; empty: always.'),
  what('availability.months', 'Months', 'Such as Nov-Mar, or 12 characters of 0 and 1; empty: all year.'),
  ...qualityColumns(),
  what('codes.ewc', 'EWC', 'List of Waste, six digits such as 100102; several with ; between.'),
  what('price.amount', 'Price', 'Supply: what you want for it (negative: you pay). Demand: what you pay today.'),
  what('price.currency', 'Price currency', 'Three letters such as EUR; empty: the currency of the city.'),
  what('price.per', 'Price per', 'MWh, t, m3 and the like.'),
  what('disposal_cost.amount', 'Disposal cost', 'Supply only: what you pay today to be rid of it.'),
  what('disposal_cost.currency', 'Disposal currency', 'Three letters such as EUR; empty: the currency of the city.'),
  what('disposal_cost.per', 'Disposal per', 'MWh, t, m3 and the like.'),
  what('availability.valid_from', 'Valid from', 'First day, such as 2026-01-31; empty: not known.'),
  what('availability.valid_to', 'Valid to', 'Last day; empty: not known.'),
  what(
    'limits.max_distance_km',
    'Max distance (km)',
    'Farther partners are not wanted; empty: the usual reach of the type.',
  ),
  what('source.reference', 'Reference', 'Where the figures come from.'),
  what('source.certainty', 'Certainty', 'How sure they are, in your words.'),
  ...furtherColumns(),
];

/** The template's mapping; a file need not have every column (see `mappingFor`). */
export const flowsTemplate: Mapping = {
  format: 'crg-mapping/1',
  name: 'flows-template',
  title: 'The template: one row a flow, with its organization and site',
  recognised_by: templateColumns.filter(({ required }) => required).map(({ header }) => header),
  id_space: 'flows',
  organization: fieldsOf('organization'),
  site: fieldsOf('site'),
  flows: [{ fields: fieldsOf('flow') }],
};

function fieldsOf(kind: RecordKind): Mapping['organization'] {
  const own = templateColumns.filter((candidate) => candidate.kind === kind);
  return Object.fromEntries(own.map(({ field, header }) => [field, { column: header }]));
}

function qualityColumns(all = everydayParameters, inTemplate = true): readonly TemplateColumn[] {
  return all.flatMap((id) => {
    const ofTypes = resourceTypes.flatMap(({ parameters }) => parameters.filter((parameter) => parameter.id === id));
    const [parameter] = ofTypes;
    if (parameter === undefined) return [];
    return (['min', 'max'] as const).map((end) =>
      column('flow', { inTemplate })(
        `quality.${id}.${end}`,
        `${parameter.label} ${end} (${everydayUnit(parameter)})`,
        `${end === 'min' ? 'Lowest' : 'Highest'} value; one end may stay empty. Possible: ${possible(ofTypes)}.`,
      ),
    );
  });
}

/** From the lowest to the highest value that any type allows: a column serves them all. */
function possible(ofTypes: readonly QualityParameter[]): string {
  const lowest = Math.min(...ofTypes.map(({ range }) => range[0]));
  const highest = Math.max(...ofTypes.map(({ range }) => range[1]));
  const isSame = ofTypes.every(({ range }) => range[0] === lowest && range[1] === highest);
  return `${lowest} to ${highest}${isSame ? '' : ', less for some types'}`;
}

function furtherColumns(): readonly TemplateColumn[] {
  const others = [...new Set(qualityFields.map((field) => field.split('.')[1] ?? ''))].filter(
    (id) => !everydayParameters.includes(id),
  );
  return [
    ...qualityColumns(others, false),
    column('organization', { inTemplate: false })(
      'id',
      'Organization id',
      'Your own id of the organization, kept on every import.',
    ),
    column('site', { inTemplate: false })('id', 'Site id', 'Your own id of the site, kept on every import.'),
    column('flow', { inTemplate: false })('id', 'Flow id', 'Your own id of the flow, kept on every import.'),
    column('flow', { inTemplate: false })('codes.cpa', 'CPA', 'Product code such as 23.51.12.'),
    column('flow', { inTemplate: false })('codes.hs', 'HS', 'Customs code such as 252329.'),
    column('flow', { inTemplate: false })(
      'limits.min_quantity.amount',
      'Min quantity',
      'Smallest yearly amount worth the trouble.',
    ),
    column('flow', { inTemplate: false })('limits.min_quantity.unit', 'Min quantity unit', 'Its unit, such as t/a.'),
  ];
}

/** Fields that no column of the template stands for would be a gap in the guide; the tests ask for this list to be empty. */
export function fieldsWithoutColumn(): readonly string[] {
  const has = (kind: RecordKind, field: string) =>
    templateColumns.some((one) => one.kind === kind && one.field === field);
  return [
    ...organizationFields.filter((field) => !has('organization', field)),
    ...siteFields.filter((field) => !has('site', field)),
    ...[...flowFields, ...qualityFields].filter((field) => !has('flow', field)),
  ];
}
