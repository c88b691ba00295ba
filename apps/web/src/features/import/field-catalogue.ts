// What a column of a table can mean, for the editor: fields in groups, what they unlock, and the words that fit closed ones.
// Runs on the server only: the taxonomy and its units would weigh on the page, so the editor gets this list as data.
import { flowFields, organizationFields, siteFields } from '@crg/city-format/mapping-schema';
import { type QualityParameter, resourceTypes } from '@crg/domain/taxonomy';
import { type Measure, measures } from '@crg/domain/units';

export const fieldGroups = ['Organization', 'Site', 'Flow', 'Quality'] as const;

export interface FieldOption {
  /** `organization.name`, `site.latitude`, `flow.quantity.amount`, `flow.quality.temperature_c`. */
  readonly id: string;
  readonly label: string;
  readonly group: (typeof fieldGroups)[number];
  /** `flow`: only where the table has flows at all. */
  readonly required: 'always' | 'flow' | 'no';
  /** What stating it makes possible; null for fields that only describe. */
  readonly unlocks: string | null;
  /** Fixed by the vocabulary, as for quality; null where the file may choose or there is none. */
  readonly unit: string | null;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface FieldCatalogue {
  readonly fields: readonly FieldOption[];
  /** Words of fields that know only some: direction, type, precision, unit. */
  readonly choices: Readonly<Record<string, readonly Choice[]>>;
}

export function fieldCatalogue(): FieldCatalogue {
  return {
    fields: [
      ...idsLast(organizationFields).map((key) => plain('organization', 'Organization', key)),
      ...idsLast(siteFields).map((key) => plain('site', 'Site', key)),
      ...idsLast(flowFields).map((key) => plain('flow', 'Flow', key)),
      ...parameters().flatMap(qualityFields),
    ],
    choices: {
      'flow.direction': [
        { value: 'supply', label: 'Supply, given away' },
        { value: 'demand', label: 'Demand, needed' },
      ],
      'flow.type': resourceTypes.map(({ id, label }) => ({ value: id, label: `${label} (${id})` })),
      'flow.quantity.unit': units(),
      'flow.limits.min_quantity.unit': units(),
      'flow.quantity.precision': ['measured', 'estimated', 'archetype'].map((word) => ({ value: word, label: word })),
    },
  };
}

/** Few files have ids; who types "Organization" into the list means the name. */
function idsLast(keys: readonly string[]): readonly string[] {
  return [...keys.filter((key) => key !== 'id'), 'id'];
}

const words: Readonly<Record<string, { label: string; required?: 'always' | 'flow'; unlocks?: string }>> = {
  'organization.id': { label: 'Organization id', unlocks: 'the same company again in the next file, under any name' },
  'organization.name': { label: 'Organization', required: 'always' },
  'organization.nace': { label: 'Sector, NACE', unlocks: 'the sector on the map, and estimates from the sector' },
  'site.id': { label: 'Site id', unlocks: 'the same site again in the next file' },
  'site.name': { label: 'Site' },
  'site.latitude': { label: 'Latitude', unlocks: 'matches: a flow without a place is not matched' },
  'site.longitude': { label: 'Longitude', unlocks: 'matches: a flow without a place is not matched' },
  'site.country': { label: 'Country', unlocks: 'permit rules and emission factors of the country' },
  'flow.id': { label: 'Flow id', unlocks: 'the same flow again in the next file' },
  'flow.name': { label: 'Flow name' },
  'flow.direction': { label: 'Supply or demand', required: 'flow' },
  'flow.type': { label: 'Resource type', required: 'flow' },
  'flow.quantity.amount': { label: 'Quantity', required: 'flow' },
  'flow.quantity.unit': { label: 'Quantity, unit' },
  'flow.quantity.precision': { label: 'Precision', unlocks: 'trust: measured flows rank above estimates' },
  'flow.availability.hours': { label: 'Hours of the week', unlocks: 'a verdict on time; without it every hour counts' },
  'flow.availability.months': { label: 'Months', unlocks: 'a verdict on seasons; without it every month counts' },
  'flow.availability.valid_from': { label: 'Valid from' },
  'flow.availability.valid_to': { label: 'Valid to' },
  'flow.codes.ewc': { label: 'EWC code', unlocks: 'a permit verdict for waste' },
  'flow.codes.cpa': { label: 'CPA code' },
  'flow.codes.hs': { label: 'HS code' },
  'flow.price.amount': { label: 'Price', unlocks: 'money from your own price instead of a market value' },
  'flow.price.currency': { label: 'Price, currency' },
  'flow.price.per': { label: 'Price, per unit' },
  'flow.disposal_cost.amount': { label: 'Disposal cost', unlocks: 'the saving of no longer disposing' },
  'flow.disposal_cost.currency': { label: 'Disposal cost, currency' },
  'flow.disposal_cost.per': { label: 'Disposal cost, per unit' },
  'flow.limits.max_distance_km': { label: 'Greatest distance, km' },
  'flow.limits.min_quantity.amount': { label: 'Smallest lot' },
  'flow.limits.min_quantity.unit': { label: 'Smallest lot, unit' },
  'flow.source.reference': { label: 'Source' },
  'flow.source.certainty': { label: 'Certainty of the source' },
};

function plain(owner: 'organization' | 'site' | 'flow', group: FieldOption['group'], key: string): FieldOption {
  const id = `${owner}.${key}`;
  const { label = key, required = 'no', unlocks = null } = words[id] ?? {};
  return { id, label, group, required, unlocks, unit: null };
}

/** A single figure stands for both ends of the interval; files that state both have two columns. */
function qualityFields({ id, label, unit }: QualityParameter): readonly FieldOption[] {
  const one = (suffix: string, words_: string, unlocks: string | null): FieldOption => ({
    id: `flow.quality.${id}${suffix}`,
    label: words_,
    group: 'Quality',
    required: 'no',
    unlocks,
    unit,
  });
  const unlocks =
    id === 'temperature_c' ? 'a verdict on quality: heat without a temperature fits nothing for sure' : null;
  return [one('', label, unlocks), one('.min', `${label}, lowest`, null), one('.max', `${label}, highest`, null)];
}

/** Each parameter once, in the order of the taxonomy. */
function parameters(): readonly QualityParameter[] {
  const all = resourceTypes.flatMap((type) => type.parameters);
  return [...new Map(all.map((parameter) => [parameter.id, parameter])).values()];
}

function units(): readonly Choice[] {
  const spellings = (Object.keys(measures) as Measure[]).flatMap((measure) => {
    const { rate, per_year } = measures[measure].spellings;
    return [...rate, ...per_year].filter((unit) => !/\/(yr|year)$/.test(unit));
  });
  return [...new Set(spellings)].map((unit) => ({ value: unit, label: unit }));
}
