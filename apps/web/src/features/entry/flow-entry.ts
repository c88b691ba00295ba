// A flow as its form holds it, and as the API takes it. What the form does not show of a stored flow is kept as it was.

import type { Direction, Precision } from '@crg/api-contract/family';
import type { Flow, NewFlow } from '@crg/api-contract/flow';
import type { Paper } from '@crg/domain/permit-papers';
import { paperQuestions } from '@crg/story/paper-questions';

export interface FlowEntry {
  readonly direction: Direction;
  /** Empty: not chosen yet. */
  readonly type: string;
  readonly name: string;
  /** NaN: not stated. */
  readonly amount: number;
  readonly unit: string;
  readonly precision: Precision;
  readonly hours: string;
  readonly quality: Readonly<Record<string, Bounds>>;
  readonly ewc: string;
  /** Money per `per`; NaN: not stated. */
  readonly price: number;
  readonly disposalCost: number;
  /** What price and disposal cost are stated per. */
  readonly per: string;
  readonly maxDistanceKm: number;
  /** Of a service, separated by commas as they are typed. */
  readonly skills: string;
  /** What is not in here is not known. */
  readonly papers: Readonly<Partial<Record<Paper, boolean>>>;
}

/** NaN is an open end. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
}

export const hourChoices = [
  { value: 'continuous', label: 'All hours' },
  { value: 'weekdays_06_22', label: 'Weekdays, 06 to 22' },
  { value: 'weekdays_08_17', label: 'Weekdays, 08 to 17' },
  { value: 'nights_22_06', label: 'Nights, 22 to 06' },
  { value: 'weekend', label: 'Weekend' },
] as const;

/** Hours that a stored flow spells out and no choice names. */
export const ownHours = 'own';

export const emptyFlow: FlowEntry = {
  direction: 'supply',
  type: '',
  name: '',
  amount: Number.NaN,
  unit: '',
  precision: 'estimated',
  hours: 'continuous',
  quality: {},
  ewc: '',
  price: Number.NaN,
  disposalCost: Number.NaN,
  per: '',
  maxDistanceKm: Number.NaN,
  skills: '',
  papers: {},
};

export function entryOfFlow(flow: Flow): FlowEntry {
  const { quantity, availability, quality, codes, price, disposal_cost, limits, skills, papers } = flow;
  const ewc = codes?.ewc ?? [];
  return {
    direction: flow.direction,
    type: flow.type,
    name: flow.name ?? '',
    amount: quantity.amount,
    unit: quantity.unit,
    precision: quantity.precision ?? 'estimated',
    hours: namedHours(availability?.hours ?? 'continuous'),
    quality: Object.fromEntries(
      Object.entries(quality ?? {}).map(([id, bounds]) => [
        id,
        { min: bounds?.min ?? Number.NaN, max: bounds?.max ?? Number.NaN },
      ]),
    ),
    ewc: Array.isArray(ewc) ? ewc.join(', ') : ewc,
    price: price?.amount ?? Number.NaN,
    disposalCost: disposal_cost?.amount ?? Number.NaN,
    per: price?.per ?? disposal_cost?.per ?? '',
    maxDistanceKm: limits?.max_distance_km ?? Number.NaN,
    skills: (skills ?? []).join(', '),
    papers: statedPapers(papers),
  };
}

/** The flow for the API. `base` is the stored one: fields without a place in the form pass as they are. */
export function flowOfEntry(entry: FlowEntry, base: Partial<Flow> = {}): Omit<NewFlow, 'site_id'> {
  const { direction, type, name, quality } = entry;
  const codes = entry.ewc
    .replace(/[\s*]+/g, '')
    .split(',')
    .filter(Boolean);
  return {
    ...base,
    direction,
    type,
    name: name.trim() || null,
    quantity: { ...base.quantity, amount: entry.amount, unit: entry.unit, precision: entry.precision },
    availability: entry.hours === ownHours ? (base.availability ?? null) : { ...base.availability, hours: entry.hours },
    quality: Object.fromEntries(Object.entries(quality).flatMap(([id, bounds]) => statedBounds(id, bounds))),
    codes: { ...base.codes, ewc: codes },
    price: moneyOf(entry.price, entry.per, base.price),
    disposal_cost: direction === 'supply' ? moneyOf(entry.disposalCost, entry.per, base.disposal_cost) : null,
    limits: { ...base.limits, max_distance_km: orNull(entry.maxDistanceKm) },
    ...orKeptEmpty('skills', skillsOf(entry), base),
    ...orKeptEmpty('papers', papersOf(entry), base),
  };
}

/** `Welding EN ISO 9606, forklift` as the two skills `welding_en_iso_9606` and `forklift`. */
export function skillsOf({ type, skills }: FlowEntry): readonly string[] {
  if (!type.startsWith('service.')) return [];
  const words = skills.split(',').map((one) =>
    one
      .toLowerCase()
      .replace(/[^a-z0-9_.-]+/g, '_')
      .replace(/^[_.-]+|_+$/g, ''),
  );
  return [...new Set(words.filter(Boolean))];
}

/** Answers to questions that such a flow is asked; those of another type or side would be wrong. */
function papersOf({ direction, type, papers }: FlowEntry): FlowEntry['papers'] {
  const asked = paperQuestions(direction, type).filter(({ id }) => papers[id] !== undefined);
  return Object.fromEntries(asked.map(({ id }) => [id, papers[id]]));
}

function statedPapers(papers: Flow['papers']): FlowEntry['papers'] {
  return Object.fromEntries(Object.entries(papers ?? {}).filter(([, answer]) => typeof answer === 'boolean'));
}

/** A field that is empty is written only where the stored flow has it, and then as not stated. */
function orKeptEmpty<Field extends 'skills' | 'papers'>(field: Field, value: object, base: Partial<Flow>) {
  if (Object.keys(value).length > 0) return { [field]: value };
  return base[field] === undefined ? {} : { [field]: null };
}

/** The least a match can be looked for with; the first that is missing, in words. */
export function missingInFlow({ type, amount, unit }: FlowEntry): string | null {
  if (type === '') return 'the type of resource';
  if (!Number.isFinite(amount)) return 'the amount';
  return unit === '' ? 'the unit' : null;
}

/** `entry` with another type: quality of the old type and a unit of another measure would be wrong. */
export function withType(entry: FlowEntry, type: TypeFacts | undefined): FlowEntry {
  if (type === undefined) return { ...entry, type: '' };
  const known = new Set(type.parameters.map(({ id }) => id));
  return {
    ...entry,
    type: type.id,
    unit: type.units.includes(entry.unit) ? entry.unit : type.unit,
    per: type.amountUnits.includes(entry.per) ? entry.per : (type.amountUnits[0] ?? ''),
    quality: Object.fromEntries(Object.entries(entry.quality).filter(([id]) => known.has(id))),
  };
}

export interface ParameterFacts {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly kind: 'window' | 'at_least' | 'at_most';
  /** Judged only where a side states it. */
  readonly optional: boolean;
  readonly range: readonly [number, number];
}

export interface TypeFacts {
  readonly id: string;
  readonly label: string;
  readonly family: string;
  readonly unit: string;
  /** Rates and yearly amounts people write. */
  readonly units: readonly string[];
  /** What a price can be stated per. */
  readonly amountUnits: readonly string[];
  readonly parameters: readonly ParameterFacts[];
}

/** Which ends of a quality the form asks for: one figure of a supply is both, a demand states what it must have. */
export function endsAsked(direction: Direction, kind: ParameterFacts['kind'], bounds: Bounds | undefined) {
  const isRange = bounds !== undefined && stated(bounds.min) && stated(bounds.max) && bounds.min !== bounds.max;
  if (isRange) return 'both' as const;
  if (direction === 'supply') return 'one' as const;
  return kind === 'window' ? ('both' as const) : kind;
}

function namedHours(hours: string): string {
  if (/^1{168}$/.test(hours)) return 'continuous';
  return hourChoices.some(({ value }) => value === hours) ? hours : ownHours;
}

function statedBounds(
  id: string,
  { min, max }: Bounds,
): readonly [string, { min: number | null; max: number | null }][] {
  return stated(min) || stated(max) ? [[id, { min: orNull(min), max: orNull(max) }]] : [];
}

function moneyOf(amount: number, per: string, base: Flow['price']): NonNullable<Flow['price']> | null {
  return stated(amount) && per !== '' ? { ...base, amount, per } : null;
}

const stated = Number.isFinite;
const orNull = (value: number): number | null => (stated(value) ? value : null);
