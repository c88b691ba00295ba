// Whole cases from the file to the figures, against what expected.py worked out apart from the engine.
import type { Match, PartyName } from '@crg/domain/match';
import { describe, expect, test } from 'vitest';
import { matchCity } from '../../src/match-city.ts';
import { cityOf, textOf, type WholeCase, wholeCases } from './case-city.ts';

interface Expected {
  /** Which flows state a price in a currency without a dated rate, with a space between them. */
  readonly prices_without_a_rate: string;
  readonly distance_km: number;
  readonly route_km: number;
  readonly common_hours: number;
  readonly common_quantity: number;
  readonly co2_t_per_year: number;
  readonly inventories: { readonly supplier_t_per_year: number; readonly receiver_t_per_year: number };
  readonly corridor: {
    readonly lowest: number;
    readonly highest: number;
    readonly nash: number | null;
    readonly price: number;
    readonly basis: string;
  };
  readonly pair: Party;
  readonly supplier: Party;
  readonly receiver: Party;
  readonly society: Party;
}

interface Party {
  readonly investment_eur: number;
  readonly benefit_eur_per_year: number;
  readonly margin_eur_per_year: number;
  readonly npv_eur: number;
  readonly payback_years: number | null;
  readonly discounted_payback_years: number | null;
  readonly irr: number | null;
}

const expected: Readonly<Record<string, Expected>> = JSON.parse(textOf('expected.json'));

const cent = 0.01;
const kilogram = 0.001;
const parties: readonly PartyName[] = ['supplier', 'receiver', 'society'];

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
    const { pair } = figures;
    within(economics.investmentEur.mid, pair.investment_eur, cent);
    within(economics.benefitEurPerYear, pair.benefit_eur_per_year, cent);
    within(economics.marginEurPerYear, pair.margin_eur_per_year, cent);
    within(economics.npvEur.mid, pair.npv_eur, cent);
    within(economics.paybackYears, pair.payback_years, 1e-6);
  });

  test('the prices at which either party would gain nothing, and the one between them, agree', () => {
    const { corridor } = matchOf(wholeCase).economics;
    const { lowest, highest, nash, price, basis } = figures.corridor;
    // So near that what is paid in a year agrees to the cent.
    const near = cent / figures.common_quantity;
    expect(corridor?.priceBasis).toBe(basis);
    within(corridor?.lowest, lowest, near);
    within(corridor?.highest, highest, near);
    within(corridor?.nash, nash, near);
    within(corridor?.price, price, near);
  });

  test.each(parties)('what the %s builds, earns and gets back agrees to the cent', (name) => {
    const party = matchOf(wholeCase).economics.parties.find((candidate) => candidate.party === name);
    const stated = figures[name];
    within(party?.investmentEur, stated.investment_eur, cent);
    within(party?.benefitEurPerYear, stated.benefit_eur_per_year, cent);
    within(party?.marginEurPerYear, stated.margin_eur_per_year, cent);
    within(party?.npvEur, stated.npv_eur, cent);
    within(party?.paybackYears, stated.payback_years, 1e-6);
    within(party?.discountedPaybackYears, stated.discounted_payback_years, 1e-6);
    expect(party?.internalRates.status).toBe(stated.irr === null ? 'none' : 'single');
    within(party?.internalRates.rates[0] ?? null, stated.irr, 1e-6);
  });

  test('a price is left aside only where its currency has no dated rate, and that is said', () => {
    const { notices } = matchCity(cityOf(wholeCase), { k: 1 });
    const unread = notices.filter(({ code }) => code === 'no_exchange_rate').map(({ flowId }) => flowId);
    expect(unread.join(' ')).toBe(figures.prices_without_a_rate);
  });

  test('the CO2 agrees to the kilogram, avoided and in both inventories', () => {
    const { co2TonnesPerYear, co2Attributional } = matchOf(wholeCase).economics;
    within(co2TonnesPerYear, figures.co2_t_per_year, kilogram);
    within(co2Attributional?.supplierTonnesPerYear, figures.inventories.supplier_t_per_year, kilogram);
    within(co2Attributional?.receiverTonnesPerYear, figures.inventories.receiver_t_per_year, kilogram);
  });
});

function matchOf(wholeCase: WholeCase): Match {
  const { matches, chains, notices } = matchCity(cityOf(wholeCase), { k: 1 });
  const { converter } = wholeCase;
  const match =
    converter === undefined
      ? matches[0]
      : chains.find(({ converters: [use] }) => use !== undefined && use.id === converter);
  if (match === undefined)
    throw new Error(`expected the flows of ${wholeCase.id} to match, got none: ${JSON.stringify(notices)}`);
  return match;
}

/** null only where null is expected. */
function within(actual: number | null | undefined, stated: number | null, tolerance: number): void {
  if (stated === null) expect(actual).toBeNull();
  else
    expect(Math.abs((actual ?? Number.NaN) - stated), `expected ${stated}, got ${actual}`).toBeLessThanOrEqual(
      tolerance,
    );
}
