// Everything that can be wrong with the factors a city states itself, found in one go: no override reaches a calculation unchecked.
import type { Finding } from '@crg/domain/check-flow';
import type { FactorOverride } from '@crg/domain/flow';
import { didYouMean } from '@crg/domain/nearest-spelling';
import { type Factor, type FactorId, factors } from './factors.ts';

/** All that is wrong with the overrides of one city, by `factors[i].field`; a factor may be overridden once. */
export function checkFactorOverrides(overrides: readonly FactorOverride[]): readonly Finding[] {
  const first = new Map<string, number>();
  return overrides.flatMap((override, index) => {
    const earlier = first.get(override.id);
    if (earlier === undefined) first.set(override.id, index);
    const twice = earlier === undefined ? [] : [statedTwice(override.id, earlier)];
    return [...twice, ...checkFactorOverride(override)].map((finding) => ({
      ...finding,
      field: `factors[${index}].${finding.field}`,
    }));
  });
}

/** All that is wrong with one override, in the order of its fields; empty when the economics can be worked out with it. */
export function checkFactorOverride(override: FactorOverride): readonly Finding[] {
  const { id, unit, low, mid, high, source, geography, year } = override;
  if (!isFactorId(id)) return [unknownFactor(id)];
  const replaced: Factor = factors[id];
  const figures = [
    ...checkFigure('low', low, id, replaced),
    ...checkFigure('mid', mid, id, replaced),
    ...checkFigure('high', high, id, replaced),
  ];
  return [
    ...(unit === replaced.unit ? [] : [otherUnit(unit, replaced)]),
    ...figures,
    ...(figures.length === 0 && !(low <= mid && mid <= high) ? [outOfOrder(override)] : []),
    ...checkText('source', source, 'where the figure comes from', 'Name the document, meter or contract.'),
    ...checkYear(year),
    ...checkText('geography', geography, 'where the figure holds', 'Write a country, a city or EU27, say.'),
  ];
}

function isFactorId(id: string): id is FactorId {
  return Object.hasOwn(factors, id);
}

function unknownFactor(id: string): Finding {
  const next = didYouMean(id, Object.keys(factors)) ?? 'List the factors with `crg factors`.';
  return { code: 'unknown_code', field: 'id', expected: 'a factor of the table', got: quoted(id), next };
}

function statedTwice(id: string, earlier: number): Finding {
  const expected = `each factor once (${quoted(id)} stands at factors[${earlier}] already)`;
  return { code: 'duplicate_id', field: 'id', expected, got: quoted(id), next: 'Keep one of the two.' };
}

/** A figure is never converted: the same unit, letter by letter, is the proof that both mean the same. */
function otherUnit(unit: string, { unit: expected, label }: Factor): Finding {
  const next = `Convert the figure; ${label.toLowerCase()} is stated in ${expected}.`;
  return { code: 'unknown_unit', field: 'unit', expected, got: quoted(unit), next };
}

function checkFigure(field: 'low' | 'mid' | 'high', value: number, id: FactorId, replaced: Factor): readonly Finding[] {
  const { words, holds } = sensibleFigures(id, replaced);
  if (Number.isFinite(value) && holds(value)) return [];
  const unit = replaced.unit === '1' ? '' : ` ${replaced.unit}`;
  const next = `The table has ${replaced.low}, ${replaced.mid} and ${replaced.high}${unit}.`;
  const code = Number.isFinite(value) ? 'out_of_range' : 'invalid_input';
  return [{ code, field, expected: words, got: String(value), next }];
}

interface Sensible {
  readonly words: string;
  readonly holds: (value: number) => boolean;
}

/**
 * What a figure of this kind can be at all. A price or a gate fee may have either sign; money and emissions otherwise start at
 * 0; what is left are sizes that others are divided by, so they are above 0; a share stays a share.
 */
function sensibleFigures(id: FactorId, { low, high, unit }: Factor): Sensible {
  const special = specialFigures[id];
  if (special !== undefined) return special;
  if (id.includes('detour')) return { words: 'a finite number of 1 or more', holds: (value) => value >= 1 };
  if (low < 0 || /^(price|disposal)\./.test(id)) return { words: 'a finite number', holds: () => true };
  const startsAtZero = low === 0 || /^(EUR|kg\/|t\/)/.test(unit) || /^(displaced|precision)\./.test(id);
  const isShare = unit === '1' && high <= 1;
  const least = startsAtZero ? 'of 0 or more' : 'above 0';
  return {
    words: isShare ? `a share ${least}, at most 1` : `a finite number ${least}`,
    holds: (value) => (startsAtZero ? value >= 0 : value > 0) && (!isShare || value <= 1),
  };
}

const specialFigures: Readonly<Partial<Record<FactorId, Sensible>>> = {
  // The closed form of the annuity has its limit at 0; a negative rate would make waiting worth money.
  'finance.discount_rate': { words: 'a share of 0 or more, below 1', holds: (value) => value >= 0 && value < 1 },
  'finance.years': {
    words: 'a whole number of years from 1 to 100',
    holds: (value) => Number.isInteger(value) && value >= 1 && value <= 100,
  },
  'truck.empty_return': { words: 'a share of 0 or more, at most 1', holds: (value) => value >= 0 && value <= 1 },
};

function outOfOrder({ low, mid, high }: FactorOverride): Finding {
  const expected = 'low, mid and high in rising order';
  const got = `${low}, ${mid} and ${high}`;
  return { code: 'invalid_input', field: 'mid', expected, got, next: 'Repeat mid where no band is known.' };
}

function checkYear(year: number): readonly Finding[] {
  if (Number.isInteger(year) && year >= earliestYear && year <= latestYear) return [];
  const expected = `the year of the figure, ${earliestYear} to ${latestYear}`;
  const got = String(year);
  return [
    { code: 'invalid_input', field: 'year', expected, got, next: 'Write the year it was measured or published.' },
  ];
}

const earliestYear = 1900;
const latestYear = 2200;

function checkText(field: string, text: string, expected: string, next: string): readonly Finding[] {
  return text.trim() === '' ? [{ code: 'invalid_input', field, expected, got: 'nothing', next }] : [];
}

const quoted = (text: string): string => (text === '' ? 'nothing' : `"${text.slice(0, 60)}"`);
