// Numbers as a reader meets them: three significant digits, unit in plain words, "not stated" for what nobody said.
import type { Amount } from '@crg/api-contract/match';

export interface Figure {
  readonly value: string;
  readonly unit: string;
}

const minus = '\u2212';
const notStated = 'not stated';

/** 491,234 -> €491k; -12,000 -> −€12k. At most three significant digits. */
export function euros(amount: number): string {
  return eurosTo(3, amount);
}

/** 491,234 -> €490k: two digits, for a number out of a sample. */
export function eurosRough(amount: number): string {
  return eurosTo(2, amount);
}

/** Every digit to the euro, for provenance. */
export function eurosExact(amount: number): string {
  return `${amount < 0 && Math.abs(amount) >= 0.5 ? minus : ''}€${Math.abs(amount).toLocaleString('en', { maximumFractionDigits: 0 })}`;
}

/** Three significant digits with grouping: 7,934 -> 7,930. */
export function digits(value: number): string {
  return digitsTo(3, value);
}

/** 7,934 -> 7,900. */
export function digitsRough(value: number): string {
  return digitsTo(2, value);
}

/** All digits that carry meaning, for provenance. */
export function exact(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: Math.abs(value) < 10 ? 4 : 2 }).replace('-', minus);
}

export function kilometres(value: number): string {
  return `${value < 10 ? value.toFixed(1) : digits(value)} km`;
}

/** .84 as in the mock-ups' score; 1 stays 1.00. */
export function score(value: number): string {
  return value.toFixed(2).replace(/^0/, '');
}

const scales: Readonly<Record<string, readonly [string, string]>> = {
  MWh: ['MWh', 'GWh'],
  m3: ['m³', 'Mm³'],
  Nm3: ['Nm³', 'MNm³'],
  m2: ['m²', 'm²'],
  t: ['t', 'Mt'],
  h: ['h', 'h'],
  kW: ['kW', 'MW'],
};
const factorOf: Readonly<Record<string, number>> = { GWh: 1e3, 'Mm³': 1e6, 'MNm³': 1e6, Mt: 1e6, MW: 1e3 };

/** 32,300 MWh/a -> 32.3 GWh/yr. Unknown units pass as they came. */
export function figure({ amount, unit }: Amount): Figure {
  const [base = unit, per] = unit.split('/');
  const suffix = per === undefined ? '' : `/${per === 'a' ? 'yr' : per}`;
  const [small, large] = scales[base] ?? [base, base];
  const factor = factorOf[large] ?? 1;
  const scaled = factor > 1 && amount >= factor * (base === 'MWh' || base === 'kW' ? 10 : 1);
  return { value: digits(scaled ? amount / factor : amount), unit: `${scaled ? large : small}${suffix}` };
}

export function quantityText(amount: Amount | null): string {
  if (amount === null) return notStated;
  const { value, unit } = figure(amount);
  return `${value} ${unit}`;
}

/** `at once` where there is nothing to pay back, `never` where it is not paid back within the horizon. */
export function years(value: number | null): string {
  if (value === 0) return 'at once';
  return value === null ? 'never' : `${value < 10 ? value.toFixed(1) : digits(value)} years`;
}

/** 0.178 -> 17.8 %; -0.019 -> −1.9 %. */
export function percent(share: number): string {
  return `${digits(share * 100)} %`;
}

/** 0.178 -> 18 %. */
export function percentRough(share: number): string {
  return `${digitsRough(share * 100)} %`;
}

/** 6.9731, EUR/MWh -> €6.97/MWh. */
export function unitPrice(price: number, unit: string): string {
  const size = Math.abs(price);
  const text = size.toLocaleString('en', {
    minimumFractionDigits: size < 100 ? 2 : 0,
    maximumFractionDigits: size < 100 ? 2 : 0,
  });
  return `${price < 0 && size >= 0.005 ? minus : ''}€${text}${unit.replace(/^EUR/, '').replace('m3', 'm³')}`;
}

export function stated(text: string | null | undefined): string {
  return text ? text : notStated;
}

export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
export const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** Tuesday 06:00 for hour 30 of the week. */
export function hourName(hour: number): string {
  return `${dayNames[Math.floor(hour / 24)] ?? ''} ${String(hour % 24).padStart(2, '0')}:00`;
}

/** `February, Tue 06:00`. */
export function timeName(month: number | null, hour: number | null): string {
  const shortHour = hour === null ? null : hourName(hour).replace(/^(...)\S*/, '$1');
  const parts = [month === null ? null : (monthNames[month - 1] ?? null), shortHour];
  return parts.filter((part) => part !== null).join(', ') || 'Any time';
}

function eurosTo(significant: number, amount: number): string {
  const size = Number(Math.abs(amount).toPrecision(significant));
  const sign = amount < 0 && size >= 0.5 ? minus : '';
  const scaled = (value: number) => digitsTo(significant, value);
  if (size >= 1e9) return `${sign}€${scaled(size / 1e9)} bn`;
  if (size >= 1e6) return `${sign}€${scaled(size / 1e6)} M`;
  if (size >= 1e4) return `${sign}€${scaled(size / 1e3)}k`;
  return `${sign}€${scaled(size)}`;
}

/** `+ 0` takes the sign from a zero. */
function digitsTo(significant: number, value: number): string {
  return (value + 0).toLocaleString('en', { maximumSignificantDigits: significant }).replace('-', minus);
}
