// Unit spellings: what people write (`MWh/a`, `Nm3/h`, `kW.h/year`) read through UCUM into a dimension and a size.
import { parseUnit, toCanonicalForm, ucum } from '@atomic-ehr/ucum';
import { DomainError } from './errors.ts';
import { didYouMean, listed } from './nearest-spelling.ts';

/** What a resource is counted in; each resource type has exactly one. */
export type Measure = 'energy' | 'mass' | 'volume' | 'area' | 'time' | 'count';

/** `rate`: during the available hours. `per_year`: spread over them. `amount`: no time at all, as in a price per tonne. */
export type Basis = 'rate' | 'per_year' | 'amount';

export interface MeasureUnits {
  readonly label: string;
  readonly rateUnit: string;
  readonly yearlyUnit: string;
  /** What a price is stated per. */
  readonly amountUnit: string;
  /** Everyday spellings, the ones an error message offers; any UCUM expression of the dimension is accepted too. */
  readonly spellings: Readonly<Record<Basis, readonly string[]>>;
}

const years = ['a', 'yr', 'year'] as const;
const rates = (...units: string[]) => units.flatMap((unit) => ['h', 'd'].map((time) => `${unit}/${time}`));
const yearly = (...units: string[]) => units.flatMap((unit) => years.map((year) => `${unit}/${year}`));

export const measures: Readonly<Record<Measure, MeasureUnits>> = {
  energy: {
    label: 'energy',
    rateUnit: 'kW',
    yearlyUnit: 'MWh/a',
    amountUnit: 'MWh',
    spellings: {
      rate: ['kW', 'MW', 'GW', ...rates('kWh', 'MWh', 'GWh')],
      per_year: yearly('kWh', 'MWh', 'GWh'),
      amount: ['kWh', 'MWh', 'GWh'],
    },
  },
  mass: {
    label: 'mass',
    rateUnit: 't/h',
    yearlyUnit: 't/a',
    amountUnit: 't',
    spellings: { rate: rates('t', 'kg'), per_year: yearly('t', 'kg'), amount: ['t', 'kg'] },
  },
  volume: {
    label: 'volume',
    rateUnit: 'm3/h',
    yearlyUnit: 'm3/a',
    amountUnit: 'm3',
    spellings: { rate: rates('m3', 'Nm3'), per_year: yearly('m3', 'Nm3'), amount: ['m3', 'Nm3'] },
  },
  area: {
    label: 'area',
    rateUnit: 'm2',
    yearlyUnit: 'm2/a',
    amountUnit: 'm2',
    spellings: { rate: ['m2'], per_year: yearly('m2'), amount: ['m2'] },
  },
  time: {
    label: 'working time',
    rateUnit: 'h/h',
    yearlyUnit: 'h/a',
    amountUnit: 'h',
    spellings: { rate: rates('h'), per_year: yearly('h'), amount: ['h'] },
  },
  count: {
    label: 'pieces',
    rateUnit: 'pcs/h',
    yearlyUnit: 'pcs/a',
    amountUnit: 'pcs',
    spellings: { rate: rates('pcs'), per_year: yearly('pcs'), amount: ['pcs'] },
  },
};

/** A unit understood: `numerator / denominator` is its size in the library's base units (gram, metre, second), the year left out. */
export interface UnitReading {
  readonly basis: Basis;
  readonly numerator: number;
  readonly denominator: number;
}

/**
 * Reads a unit as one of the measure's rates, yearly amounts or plain amounts, whichever of `bases` it is.
 *
 * UCUM's year has 365.25 days. A year (or month, its twelfth) in the denominator therefore only marks the amount as yearly
 * and never enters the arithmetic: 1,000 t/a are 1,000 t in every year, leap or not.
 * @throws DomainError unknown_unit (no spelling and not UCUM), wrong_dimension (a unit of something else)
 */
export function readUnit(unit: string, measure: Measure, bases: readonly Basis[]): UnitReading {
  const known = rememberedReading(unit, measure, bases);
  if (known !== null) return known;
  const reading = understand(unit, measure, bases);
  if (remembered.count < maxRemembered) {
    remembered.readings.set(unit, [...(remembered.readings.get(unit) ?? []), { measure, bases, reading }]);
    remembered.count++;
  }
  return reading;
}

/** Amount in `from` stated in `to`; both readings must have the same basis and measure. */
export function convert(amount: number, from: UnitReading, to: UnitReading): number {
  return (amount * (from.numerator * to.denominator)) / (from.denominator * to.numerator);
}

// A city repeats a handful of units a hundred thousand times. The reading depends on the arguments alone, so remembering it
// changes no answer; the cap keeps hostile input from growing the table without end.
const remembered = { count: 0, readings: new Map<string, readonly Remembered[]>() };
const maxRemembered = 1000;

interface Remembered {
  readonly measure: Measure;
  readonly bases: readonly Basis[];
  readonly reading: UnitReading;
}

/** By the unit first, and the few questions about it one after the other: no text is put together to look one up. */
function rememberedReading(unit: string, measure: Measure, bases: readonly Basis[]): UnitReading | null {
  for (const known of remembered.readings.get(unit) ?? noneRemembered)
    if (known.measure === measure && areSame(known.bases, bases)) return known.reading;
  return null;
}

const noneRemembered: readonly Remembered[] = [];

function areSame(one: readonly Basis[], other: readonly Basis[]): boolean {
  return one === other || (one.length === other.length && one.every((basis, index) => basis === other[index]));
}

function understand(unit: string, measure: Measure, bases: readonly Basis[]): UnitReading {
  const expression = inUcum(unit);
  if (!isUcum(expression)) throw unknownUnit(unit, measure, bases);
  const factors = factorsOf(expression);
  const basis = factors && bases.find((candidate) => isOf(measure, candidate, factors));
  if (!factors || !basis) throw wrongDimension(unit, measure, bases);
  const { numerator, denominator } = factors;
  const size = numerator / denominator;
  if (!Number.isFinite(size) || size <= 0) throw unknownUnit(unit, measure, bases);
  return { basis, numerator, denominator };
}

/** Everyday words for what UCUM spells otherwise; normal cubic metres keep their number (0 °C, 101.325 kPa). */
const everyday: Readonly<Record<string, string>> = {
  Wh: '(W.h)',
  kWh: '(kW.h)',
  MWh: '(MW.h)',
  GWh: '(GW.h)',
  TWh: '(TW.h)',
  Nm3: 'm3',
  pcs: '{pcs}',
  yr: 'a',
  year: 'a',
};

function inUcum(unit: string): string {
  const spelt = unit.replace(/[^./(){}]+|\{[^}]*\}/g, (word) =>
    Object.hasOwn(everyday, word) ? (everyday[word] ?? word) : word,
  );
  // The library reads `/a/t` as 1/(a/t); UCUM means (1/a)/t.
  return spelt.replace(/(^|\()\//g, '$11/');
}

// The library looks symbols up in plain objects, so it takes `constructor` for a unit; no UCUM symbol contains such a name.
const objectMembers = Object.getOwnPropertyNames(Object.prototype);

function isUcum(expression: string): boolean {
  if (objectMembers.some((name) => expression.includes(name))) return false;
  try {
    return ucum.validate(expression).valid;
  } catch {
    // Its lexer throws, instead of answering, on characters outside the alphabet of UCUM.
    return false;
  }
}

interface UnitFactors {
  readonly numerator: number;
  readonly denominator: number;
  readonly years: number;
  /** Exponents of length, mass and time without the years, as text. */
  readonly dimension: string;
  readonly timed: boolean;
  readonly bare: boolean;
}

const yearAtoms: Readonly<Record<string, number>> = { a: 1, a_j: 1, a_t: 1, a_g: 1, mo: 12, mo_j: 12, mo_g: 12 };

/** Undefined for a unit on a scale (degrees, decibels) or an arbitrary one, which no quantity can be counted in. */
function factorsOf(expression: string): UnitFactors | undefined {
  const ast: Ast | undefined = parseUnit(expression).ast;
  if (ast === undefined) return undefined;
  const leaves = leavesOf(ast, 1);
  const dimension: Record<string, number> = {};
  let numerator = 1;
  let denominator = 1;
  let yearExponent = 0;
  let timed = false;
  let bare = true;
  for (const { text, atom, exponent } of leaves) {
    if (exponent === 0) return undefined;
    const monthsOrYears = atom === null ? undefined : yearAtoms[atom];
    if (monthsOrYears !== undefined) {
      yearExponent += exponent;
      if (exponent < 0) numerator *= monthsOrYears ** -exponent;
      else denominator *= monthsOrYears ** exponent;
      continue;
    }
    const form = toCanonicalForm(text);
    if (form.specialFunction !== undefined || (atom !== null && ucum.isArbitraryUnit(text))) return undefined;
    // The library multiplies prefixes as floats (1 L = 0.0010000000000000002 m3); 15 digits give the defined value back.
    const size = Number(form.magnitude.toPrecision(15)) ** Math.abs(exponent);
    if (exponent < 0) denominator *= size;
    else numerator *= size;
    const powers = Object.entries<number>(form.dimension);
    for (const [base, power] of powers) dimension[base] = (dimension[base] ?? 0) + power * exponent;
    if (powers.some(([base]) => base === 'T') && powers.length === 1) timed = true;
    else if (atom !== null && atom !== '10*' && atom !== '10^') bare = false;
  }
  return { numerator, denominator, years: yearExponent, dimension: dimensionText(dimension), timed, bare };
}

/** The library's syntax tree; its own type declarations do not resolve under NodeNext, so the shape is stated here. */
type Ast =
  | { readonly type: 'binary'; readonly operator: '.' | '/'; readonly left: Ast; readonly right: Ast }
  | { readonly type: 'unary'; readonly operand: Ast }
  | { readonly type: 'group'; readonly expression: Ast }
  | { readonly type: 'factor'; readonly value: number }
  | { readonly type: 'unit'; readonly prefix?: string; readonly atom: string; readonly exponent?: number };

interface Leaf {
  readonly text: string;
  readonly atom: string | null;
  readonly exponent: number;
}

function leavesOf(node: Ast, sign: 1 | -1): Leaf[] {
  switch (node.type) {
    case 'binary':
      return [...leavesOf(node.left, sign), ...leavesOf(node.right, node.operator === '/' ? flip(sign) : sign)];
    case 'unary':
      return leavesOf(node.operand, flip(sign));
    case 'group':
      return leavesOf(node.expression, sign);
    case 'factor':
      return [{ text: String(node.value), atom: null, exponent: sign }];
    case 'unit': {
      const atom = `${node.prefix ?? ''}${node.atom}`;
      return [{ text: atom, atom, exponent: sign * (node.exponent ?? 1) }];
    }
  }
}

const flip = (sign: 1 | -1): 1 | -1 => (sign === 1 ? -1 : 1);

function dimensionText(dimension: Readonly<Record<string, number>>): string {
  return Object.keys(dimension)
    .filter((base) => dimension[base] !== 0)
    .sort()
    .map((base) => `${base}${dimension[base]}`)
    .join(' ');
}

const amountDimension: Readonly<Record<Measure, string>> = {
  energy: 'L2 M1 T-2',
  mass: 'M1',
  volume: 'L3',
  area: 'L2',
  time: 'T1',
  count: '',
};
const rateDimension: Readonly<Record<Measure, string>> = {
  energy: 'L2 M1 T-3',
  mass: 'M1 T-1',
  volume: 'L3 T-1',
  // Space is held, not consumed: 400 m2 during the available hours is the rate itself.
  area: 'L2',
  time: '',
  count: 'T-1',
};

function isOf(measure: Measure, basis: Basis, factors: UnitFactors): boolean {
  const dimension = basis === 'rate' ? rateDimension[measure] : amountDimension[measure];
  if (factors.dimension !== dimension || factors.years !== (basis === 'per_year' ? -1 : 0)) return false;
  // Pieces and hours per hour have no dimension, so the symbols must tell them from per cent, radians and each other.
  if (measure === 'time') return factors.timed;
  if (measure === 'count') return factors.bare && (basis === 'rate' || !factors.timed);
  return true;
}

function unknownUnit(unit: string, measure: Measure, bases: readonly Basis[]): DomainError {
  const meant = didYouMean(unit, offered(measure, bases)) ?? 'Write an everyday spelling or a UCUM expression.';
  return new DomainError('unknown_unit', { expected: expectation(measure, bases), got: shown(unit), next: meant });
}

function wrongDimension(unit: string, measure: Measure, bases: readonly Basis[]): DomainError {
  const { label, spellings } = measures[measure];
  const untimed = spellings.amount.includes(unit) && !bases.includes('amount');
  const next = untimed
    ? `Say per what time: ${unit}/a for a yearly amount, ${unit}/h or ${unit}/d for a rate.`
    : (didYouMean(unit, offered(measure, bases)) ?? `This resource type is counted in ${label}.`);
  return new DomainError('wrong_dimension', { expected: expectation(measure, bases), got: shown(unit), next });
}

const offered = (measure: Measure, bases: readonly Basis[]): readonly string[] =>
  bases.flatMap((basis) => measures[measure].spellings[basis]);

function expectation(measure: Measure, bases: readonly Basis[]): string {
  const { label, spellings } = measures[measure];
  const examples = bases.flatMap((basis) => spellings[basis].filter((unit) => !/\/(yr|year)$/.test(unit)).slice(0, 2));
  return `a unit of ${label} such as ${listed(examples)}`;
}

const shown = (unit: string): string => (unit === '' ? 'nothing' : `"${unit.slice(0, 60)}"`);
