// How each number of a match page was made: formula, inputs with precision, factors, and the command that repeats it.
import type { Precision } from '@crg/api-contract/family';
import type { Line, MatchDetail } from '@crg/api-contract/match';
import type { FactorSource } from './factor-source.ts';
import { precisionOf } from './flow-facts.ts';
import { eurosExact, exact, years } from './format.ts';
import { scoreParts } from './score-parts.ts';

export interface Input {
  readonly label: string;
  readonly value: string;
  /** Formula or source under the value. */
  readonly note: string;
  readonly precision: Precision | null;
  readonly factors: readonly string[];
}

export interface Made {
  readonly name: string;
  readonly value: string;
  readonly formula: string;
  readonly inputs: readonly Input[];
  readonly note: string;
}

/** Under every band of money. */
export const bandNote =
  'Low and high put every factor at its unfavourable and its favourable end (about P10 and P90). They are no promise.';

/** By the key that a number on the page carries: `npv`, `margin`, ..., and each line by `money.<id>` or `co2.<id>`. */
export function madeOf(match: MatchDetail): Readonly<Record<string, Made>> {
  const { economics, co2, route, time } = match.explanation;
  const money = economics.lines.map(inputOf);
  const yearly = economics.lines.filter(({ unit }) => unit === 'EUR/a').map(inputOf);
  const once = economics.lines.filter(({ unit }) => unit === 'EUR').map(inputOf);
  const quantity = quantityInputs(match);
  const npv = (end: 'low' | 'mid' | 'high') => eurosExact(match.npv_eur[end]);
  return {
    npv: {
      name: 'NPV, mid, both parties together',
      value: npv('mid'),
      formula: `margin × present value factor\n${eurosExact(match.margin_eur_per_year)} × ${presentValueFactor(match)} = ${npv('mid')}\nlow ${npv('low')}, high ${npv('high')}`,
      inputs: [...yearly.filter(({ label }) => /margin/i.test(label)), ...once, ...quantity],
      note: bandNote,
    },
    margin: {
      name: 'Margin per year, both parties together',
      value: eurosExact(match.margin_eur_per_year),
      formula: `benefit − annuity of the investment\n${eurosExact(economics.benefit_eur_per_year)} − ${eurosExact(economics.benefit_eur_per_year - match.margin_eur_per_year)}`,
      inputs: [...yearly, ...quantity],
      note: 'A price between the two parties moves money from one to the other and cancels here.',
    },
    investment: {
      name: 'Investment',
      value: eurosExact(economics.investment_eur.mid),
      formula: `Σ of what must be built\nlow ${eurosExact(economics.investment_eur.low)}, high ${eurosExact(economics.investment_eur.high)}`,
      inputs: once,
      note: bandNote,
    },
    payback: {
      name: 'Payback',
      value: years(economics.payback_years),
      formula: `investment ÷ benefit per year\n${eurosExact(economics.investment_eur.mid)} ÷ ${eurosExact(economics.benefit_eur_per_year)}`,
      inputs: money.filter(({ label }) => /benefit/i.test(label)),
      note: 'Without interest. Never, when the benefit does not cover the running costs.',
    },
    co2: {
      name: 'CO₂ avoided per year',
      value: `${exact(match.co2_t_per_year)} t`,
      formula: 'Σ avoided − Σ caused, t CO₂e a year',
      inputs: [...co2.lines.filter(({ id }) => id !== 'net').map(inputOf), ...quantity],
      note: 'Avoided emissions of the city; they are not part of either company’s own inventory.',
    },
    score: scoreMade(match),
    quantity: {
      name: 'Common quantity per year',
      value: `${exact(match.common_quantity.amount)} ${unitOf(match.common_quantity.unit)}`,
      formula: economics.lines.find(({ id }) => id === 'quantity')?.formula ?? 'smaller rate × hours in common',
      inputs: quantity,
      note: `${exact(time.common_hours_per_year)} hours a year in common.`,
    },
    distance: {
      name: 'Distance',
      value: `${exact(match.distance_km)} km`,
      formula: `straight line on the ellipsoid (WGS-84)\nroute for costs ${exact(route.route_km)} km by ${route.transport}`,
      inputs: [match.supply, match.demand].map(({ site }) => ({
        label: site.name || site.id,
        value: `${site.latitude ?? 'not stated'}, ${site.longitude ?? 'not stated'}`,
        note: `${site.source?.reference ?? 'source not stated'}; ${site.source?.certainty ?? 'certainty not stated'}`,
        precision: null,
        factors: [],
      })),
      note: 'The limit is judged on the straight line; the detour counts in the costs only.',
    },
    ...lines('money', economics.lines, quantity),
    ...lines('co2', co2.lines, quantity),
  };
}

/** What a euro of margin a year comes to; a margin of nothing does not tell. */
function presentValueFactor({ npv_eur: npv, margin_eur_per_year: margin }: MatchDetail): string {
  return margin === 0 ? 'present value factor' : (npv.mid / margin).toFixed(4);
}

/** Repeats the whole run without a database and without network. */
export function replayCommand(supplyId: string, demandId: string): string {
  return [
    'npx crg export --output city.json',
    'npx crg match --input city.json --output matches.json',
    `# then in matches.json: supply_id "${supplyId}", demand_id "${demandId}"`,
  ].join('\n');
}

/** The factors a match names, by id, as far as the API tells them. */
export function factorSources(match: MatchDetail): Readonly<Record<string, FactorSource>> {
  return Object.fromEntries(
    (match.explanation.factors ?? []).map(({ id, label, mid, unit, source, year, geography }) => [
      id,
      { value: `${label}: ${exact(mid)} ${unitOf(unit)}`.trim(), source, year, geography },
    ]),
  );
}

function scoreMade(match: MatchDetail): Made {
  const parts = scoreParts(match.terms, match.explanation.weights);
  const sum = parts.map(({ points }) => `${points < 0 ? '− ' : '+ '}${Math.abs(points).toFixed(3)}`).join(' ');
  return {
    name: 'Score',
    value: match.score.toFixed(3),
    formula: `Σ value × weight, kept in 0 to 1\n${sum.replace(/^\+ /, '')}`,
    inputs: parts.map(({ label, value, weight, points }) => ({
      label,
      value: `${value.toFixed(3)} × ${weight.toFixed(2)}`,
      note: points < 0 ? 'taken off' : 'added',
      precision: null,
      factors: [],
    })),
    note: 'The score ranks pairs that fit; it never makes one fit.',
  };
}

function quantityInputs(match: MatchDetail): readonly Input[] {
  return [match.supply, match.demand].map(({ flow }) => ({
    label: flow.name || flow.id,
    value: `${exact(flow.quantity.amount)} ${unitOf(flow.quantity.unit)}`,
    note: `${flow.direction}; ${flow.source?.reference ?? 'source not stated'}`,
    precision: precisionOf(flow),
    factors: [],
  }));
}

function lines(prefix: string, all: readonly Line[], quantity: readonly Input[]): Record<string, Made> {
  return Object.fromEntries(
    all.map((line) => [
      `${prefix}.${line.id}`,
      {
        name: line.label,
        value: amountText(line),
        formula: timesSign(line.formula),
        inputs: [
          {
            ...inputOf(line),
            label: 'Factors',
            value: '',
            note: line.factors.length === 0 ? 'no factor from outside' : '',
          },
          ...quantity,
        ],
        note: '',
      },
    ]),
  );
}

function inputOf(line: Line): Input {
  return {
    label: line.label,
    value: amountText(line),
    note: timesSign(line.formula),
    precision: null,
    factors: line.factors,
  };
}

function amountText({ amount, unit }: Line): string {
  if (unit === 'EUR' || unit === 'EUR/a') return eurosExact(amount);
  return `${exact(amount)} ${unitOf(unit)}`;
}

/** The engine writes formulas in plain letters. */
export function timesSign(formula: string): string {
  return formula.replaceAll(' x ', ' × ').replaceAll(' - ', ' − ');
}

function unitOf(unit: string): string {
  return unit === '1' ? '' : unit.replace('/a', '/yr').replace('m3', 'm³');
}
