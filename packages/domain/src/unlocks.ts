// What one more field of a flow would be good for: the reason a form gives for asking.
import type { Direction } from './flow.ts';
import { listed } from './nearest-spelling.ts';
import type { QualityParameter } from './quality-parameters.ts';
import { type ResourceType, resourceTypes } from './taxonomy.ts';

export interface Unlock {
  /** By its name on the wire, e.g. `quality.temperature_c`. */
  readonly field: string;
  readonly label: string;
  /** UCUM; null where it has none. */
  readonly unit: string | null;
  /** A whole sentence for a person. */
  readonly unlocks: string;
  /** What is missing for a match at all, what makes matches more certain, what puts money on them. */
  readonly weight: 'match' | 'trust' | 'money';
}

/**
 * The fields that are not stated yet, the most useful first.
 *
 * A figure that only one side states never rejects a pair: it lowers trust and stands there as unknown. So a quality figure
 * unlocks certainty, and a place unlocks matching itself.
 * @param stated fields that are filled in, by their names on the wire; `site.point` for the place
 */
export function explainUnlocks(
  type: ResourceType,
  direction: Direction,
  stated: ReadonlySet<string>,
): readonly Unlock[] {
  const partners = partnersOf(type, direction);
  const all = [
    place(type),
    ...alwaysAsked(type).map((parameter) => qualityUnlock(parameter, direction, partners)),
    direction === 'supply' ? disposal : alternative,
    hours,
    ...(isWaste(type) ? [wasteCode] : []),
  ];
  return all.filter(({ field }) => !stated.has(field));
}

/** Labels of the types on the other side: who takes this supply, or whose supplies serve this demand. */
function partnersOf(type: ResourceType, direction: Direction): readonly ResourceType[] {
  if (direction === 'demand') return resourceTypes.filter(({ id }) => id === type.id || type.accepts.includes(id));
  return resourceTypes.filter(({ id, accepts }) => id === type.id || accepts.includes(type.id));
}

/** An optional figure that nobody states leaves nothing open, so it is nothing to ask for. */
function alwaysAsked({ parameters }: ResourceType): readonly QualityParameter[] {
  return parameters.filter(({ optional }) => optional !== true);
}

function qualityUnlock(parameter: QualityParameter, direction: Direction, partners: readonly ResourceType[]): Unlock {
  const asking = partners.filter(({ parameters }) => parameters.some(({ id }) => id === parameter.id));
  const who = listed(asking.slice(0, 3).map(({ label }) => label.toLowerCase()));
  const others = direction === 'supply' ? 'Users' : 'Suppliers';
  const whom = who === '' ? '' : ` of ${who}`;
  return {
    field: `quality.${parameter.id}`,
    label: parameter.label,
    unit: parameter.unit,
    unlocks: `${others}${whom} can be judged by ${parameter.label.toLowerCase()} instead of being listed as unknown.`,
    weight: 'trust',
  };
}

const place = ({ reachKm }: ResourceType): Unlock => ({
  field: 'site.point',
  label: 'Place of the site',
  unit: null,
  unlocks: `Without a place nothing is matched; with it, partners within ${reachKm} km are found.`,
  weight: 'match',
});

const disposal: Unlock = {
  field: 'disposal_cost',
  label: 'Disposal cost today',
  unit: null,
  unlocks:
    'What you pay today to be rid of it is saved by an exchange and counts as its benefit; write what you earn today as a negative cost.',
  weight: 'money',
};

const alternative: Unlock = {
  field: 'price',
  label: 'Price paid today',
  unit: null,
  unlocks: 'The saving is worked out with what you pay today for the alternative instead of a default.',
  weight: 'money',
};

const hours: Unlock = {
  field: 'availability.hours',
  label: 'Running hours',
  unit: null,
  unlocks: 'Partners that run at other times are told apart from those that run with you.',
  weight: 'trust',
};

const wasteCode: Unlock = {
  field: 'codes.ewc',
  label: 'Waste code',
  unit: null,
  unlocks: 'The permit check can answer, instead of saying that it does not know.',
  weight: 'trust',
};

const isWaste = ({ family }: ResourceType): boolean => family === 'material' || family === 'organic';
