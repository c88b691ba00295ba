// How a number was made: formula, inputs with precision, and the factors behind them. The words every page answers with.
import type { Precision } from '@crg/api-contract/family';
import type { Line } from '@crg/api-contract/match';
import { eurosExact, exact } from './format.ts';

export interface Input {
  readonly label: string;
  readonly value: string;
  /** Formula or source under the value. */
  readonly note: string;
  readonly precision: Precision | null;
  /** Ids in the factor table. */
  readonly factors: readonly string[];
}

export interface Made {
  readonly name: string;
  readonly value: string;
  readonly formula: string;
  readonly inputs: readonly Input[];
  readonly note: string;
}

export function inputOf(line: Line): Input {
  return {
    label: line.label,
    value: amountText(line),
    note: timesSign(line.formula),
    precision: null,
    factors: line.factors,
  };
}

/** Each line of a calculation under `<prefix>.<id>`. */
export function linesMade(prefix: string, all: readonly Line[], quantity: readonly Input[]): Record<string, Made> {
  return Object.fromEntries(
    all.map((line) => [
      `${prefix}.${line.id}`,
      {
        name: line.label,
        value: amountText(line),
        formula: timesSign(line.formula),
        inputs: [
          {
            label: 'Factors',
            value: '',
            note: line.factors.length === 0 ? 'no factor from outside' : '',
            precision: null,
            factors: line.factors,
          },
          ...quantity,
        ],
        note: '',
      },
    ]),
  );
}

export function amountText({ amount, unit }: Pick<Line, 'amount' | 'unit'>): string {
  if (unit === 'EUR' || unit === 'EUR/a') return eurosExact(amount);
  return `${exact(amount)} ${plainUnit(unit)}`.trim();
}

/** The engine writes formulas in plain letters. */
export function timesSign(formula: string): string {
  return formula.replaceAll(' x ', ' × ').replaceAll(' - ', ' − ');
}

/** UCUM spellings as people read them: MWh/a -> MWh/yr, m3 -> m³, a -> years, 1/a -> per year, 1 -> nothing. */
export function plainUnit(unit: string): string {
  if (unit === 'a') return 'years';
  if (unit === '1/a') return 'per year';
  if (unit === '1/h') return 'per hour';
  return unit === '1' ? '' : unit.replace('/a', '/yr').replaceAll('m3', 'm³');
}
