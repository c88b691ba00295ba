// Whole cases from the file to the figures, against what expected.py worked out apart from the engine.
import type { Match } from '@crg/domain/match';
import { describe, expect, test } from 'vitest';
import { matchCity } from '../../src/match-city.ts';
import { cityOf, textOf, type WholeCase, wholeCases } from './case-city.ts';

interface Expected {
  /** Which flows state a price in a currency without a dated rate. */
  readonly prices_without_a_rate: readonly string[];
  readonly distance_km: number;
  readonly route_km: number;
  readonly common_hours: number;
  readonly common_quantity: number;
  readonly co2_t_per_year: number;
  readonly society: {
    readonly investment_eur: number;
    readonly benefit_eur_per_year: number;
    readonly margin_eur_per_year: number;
    readonly npv_eur: number;
    readonly payback_years: number | null;
  };
}

const expected: Readonly<Record<string, Expected>> = JSON.parse(textOf('expected.json'));

const cent = 0.01;
const kilogram = 0.001;

test('there are at least thirty whole cases, each with its figures', () => {
  expect(wholeCases.length).toBeGreaterThanOrEqual(30);
  expect(wholeCases.map(({ id }) => id)).toEqual(Object.keys(expected));
});

describe.each(wholeCases)('$about', (wholeCase) => {
  const figures = expected[wholeCase.id] as Expected;

  test('they are so far apart and share so many hours and so much', () => {
    const match = matchOf(wholeCase);
    within(match.distanceKm, figures.distance_km, 1e-8);
    within(match.economics.routeKm, figures.route_km, 1e-8);
    within(match.commonHours, figures.common_hours, 1e-8);
    within(match.commonQuantity.amount, figures.common_quantity, 1e-6);
  });

  test('margin, NPV, investment and payback agree to the cent', () => {
    const { economics } = matchOf(wholeCase);
    const { society } = figures;
    within(economics.investmentEur.mid, society.investment_eur, cent);
    within(economics.benefitEurPerYear, society.benefit_eur_per_year, cent);
    within(economics.marginEurPerYear, society.margin_eur_per_year, cent);
    within(economics.npvEur.mid, society.npv_eur, cent);
    if (society.payback_years === null) expect(economics.paybackYears).toBeNull();
    else within(economics.paybackYears as number, society.payback_years, 1e-6);
  });

  test('a price is left aside only where its currency has no dated rate, and that is said', () => {
    const { notices } = matchCity(cityOf(wholeCase), { k: 1 });
    const unread = notices.filter(({ code }) => code === 'no_exchange_rate').map(({ flowId }) => flowId);
    expect(unread).toEqual(figures.prices_without_a_rate);
  });

  test('the CO2 agrees to the kilogram', () => {
    within(matchOf(wholeCase).economics.co2TonnesPerYear, figures.co2_t_per_year, kilogram);
  });
});

function matchOf(wholeCase: WholeCase): Match {
  const { matches, notices } = matchCity(cityOf(wholeCase), { k: 1 });
  const [match] = matches;
  if (match === undefined)
    throw new Error(`expected the flows of ${wholeCase.id} to match, got none: ${JSON.stringify(notices)}`);
  return match;
}

function within(actual: number, stated: number, tolerance: number): void {
  expect(Math.abs(actual - stated), `expected ${stated}, got ${actual}`).toBeLessThanOrEqual(tolerance);
}
