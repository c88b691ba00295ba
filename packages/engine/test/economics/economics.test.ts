// Margin, NPV, payback and CO2 of pairs small enough to work by hand.
import { describe, expect, test } from 'vitest';
import { explainPair } from '../../src/economics/explain-pair.ts';
import { builtInFactors } from '../../src/economics/factor-table.ts';
import { factors } from '../../src/economics/factors.ts';
import { netPresentValue, paybackYears } from '../../src/economics/finance.ts';
import { figuresOf } from '../../src/economics/pair-figures.ts';
import { annuityFactor } from '../../src/formulas/finance.ts';
import { flow, heatDemand, onlyPair, type SmallCity, wasteHeat } from '../small-city.ts';

const { mids } = builtInFactors;
const economicsOf = (city: SmallCity) => explainPair(figuresOf(onlyPair(city), mids), builtInFactors);

describe('finance', () => {
  test('E6.1: a(8 %, 10) = 0.1490; 100,000 EUR for 20,000 a year are worth 34,201.63 EUR and come back in 5 years', () => {
    const project = { investmentEur: 100_000, benefitEurPerYear: 20_000 };
    expect(annuityFactor(0.08, 10)).toBeCloseTo(0.149, 4);
    expect(netPresentValue(project, mids)).toBeCloseTo(34_201.63, 2);
    expect(paybackYears(project, mids)).toBe(5);
  });

  test('E6.2: 12,000 a year are worth -19,479.02 EUR; 9,000 a year never come back within ten years', () => {
    expect(netPresentValue({ investmentEur: 100_000, benefitEurPerYear: 12_000 }, mids)).toBeCloseTo(-19_479.02, 2);
    expect(paybackYears({ investmentEur: 100_000, benefitEurPerYear: 9000 }, mids)).toBeNull();
  });

  test('no benefit never pays back, no investment is paid back at once', () => {
    expect(paybackYears({ investmentEur: 0, benefitEurPerYear: -5 }, mids)).toBeNull();
    expect(paybackYears({ investmentEur: 0, benefitEurPerYear: 5 }, mids)).toBe(0);
  });

  test('without interest an annuity is the plain share of the years', () => expect(annuityFactor(0, 10)).toBe(0.1));
});

const tonnes = (amount: number) => ({ amount, unit: 't/a', precision: 'measured' }) as const;
const ash = (price: number | null) => {
  const eur = (amount: number) => ({ amount, currency: 'EUR', per: 't' });
  return [
    flow({
      id: 's',
      siteId: 'west',
      direction: 'supply',
      type: 'material.fly_ash',
      quantity: tonnes(1000),
      disposalCost: eur(20),
    }),
    flow({
      id: 'd',
      siteId: 'east',
      direction: 'demand',
      type: 'material.fly_ash',
      quantity: tonnes(600),
      price: price === null ? null : eur(price),
    }),
  ];
};

describe('600 t of fly ash a year over 10 km of straight line', () => {
  test('24 trips of 13.4 km at the smallest price of 150 EUR: 600 x (30 + 20) - 3,600 = 26,400 EUR/a', () => {
    const {
      marginEurPerYear,
      benefitEurPerYear,
      investmentEur,
      paybackYears: payback,
      routeKm,
      transportMode,
    } = economicsOf({ flows: ash(30), distanceKm: 10 });
    expect(routeKm).toBeCloseTo(13.4, 6);
    expect(transportMode).toBe('truck');
    expect(marginEurPerYear).toBeCloseTo(26_400, 2);
    expect(benefitEurPerYear).toBeCloseTo(26_400, 2);
    expect(investmentEur).toEqual({ low: 0, mid: 0, high: 0 });
    expect(payback).toBe(0);
  });

  test('E7.2 as a pair: 600 t x 0.4 x 0.810 t of clinker, 1.263 kg/t of landfill, less the trucks', () => {
    const trucks = 24 * 13.4 * (1.06921 + 0.64734);
    const expected = (600 * 0.4 * 810 + 600 * 1.263 - trucks) / 1000;
    expect(economicsOf({ flows: ash(30), distanceKm: 10 }).co2TonnesPerYear).toBeCloseTo(expected, 3);
  });

  test('measured quantities are 0.938 to 1.066 of what is entered; what the parties state has no band of its own', () => {
    const { npvEur } = economicsOf({ flows: ash(30), distanceKm: 10 });
    const perYear = (tonnes: number) => tonnes * (30 + 20 - 150 / 25);
    const worth = (benefitEurPerYear: number) => netPresentValue({ investmentEur: 0, benefitEurPerYear }, mids);
    // The trucks stay at the smallest price of a trip, at 1.90 EUR/km and a detour of 1.5 as well.
    expect(npvEur.mid).toBeCloseTo(worth(perYear(600)), 2);
    expect(npvEur.low / worth(perYear(600 * 0.938))).toBeCloseTo(1, 4);
    expect(npvEur.high / worth(perYear(600 * 1.066))).toBeCloseTo(1, 3);
  });

  test('a default price has a band as well: nothing to 80 EUR/t, 35 in the middle', () => {
    const { npvEur, marginEurPerYear } = economicsOf({ flows: ash(null), distanceKm: 10 });
    const worth = (benefitEurPerYear: number) => netPresentValue({ investmentEur: 0, benefitEurPerYear }, mids);
    expect(marginEurPerYear).toBeCloseTo(600 * (35 + 20) - 3600, 2);
    expect(npvEur.low / worth(0.938 * 600 * (0 + 20 - 6))).toBeCloseTo(1, 4);
    expect(npvEur.high / worth(1.066 * 600 * (80 + 20 - 6))).toBeCloseTo(1, 3);
  });

  test('where every tonne loses money it is the larger quantity that harms', () => {
    const { npvEur } = economicsOf({ flows: ash(-40), distanceKm: 10 });
    const worth = (benefitEurPerYear: number) => netPresentValue({ investmentEur: 0, benefitEurPerYear }, mids);
    expect(npvEur.low / worth(1.066 * 600 * (-40 + 20 - 6))).toBeCloseTo(1, 3);
    expect(npvEur.high / worth(0.938 * 600 * (-40 + 20 - 6))).toBeCloseTo(1, 3);
  });
});

describe('628.5 kW of heat over 1 km', () => {
  const quantity = { amount: 628.5, unit: 'kW', precision: 'measured' } as const;
  const heat: SmallCity = {
    flows: [
      { ...wasteHeat, quantity },
      { ...heatDemand, quantity },
    ],
    distanceKm: 1,
  };

  test('5 kg/s are costed between DN 65 and DN 80, with extraction and integration at both ends', () => {
    const { investmentEur } = economicsOf(heat);
    const diameter = 65 + (15 * (5 - 3.93)) / (6 - 3.93);
    const pipe = 1270 * 1.25 * (300 + 3.9 * diameter);
    expect(investmentEur.mid).toBeCloseTo(pipe + 628.5 * 500 + 200_000, 2);
    expect(investmentEur.low).toBeCloseTo(0.7 * pipe + 628.5 * 200 + 100_000, 2);
  });

  // From 75 to 45 °C, 50 K above the ground; U between DN 65 and DN 80.
  const loss = 0.207 + ((0.216 - 0.207) * (5 - 3.93)) / (6 - 3.93);
  const lostMwh = (2 * loss * 50 * 1270 * 8760) / 1e6;

  test('what the pipe loses replaces nothing: the purchase of 5,506 MWh less 235 is avoided, and the line says why', () => {
    const { money } = economicsOf(heat);
    expect(lostMwh).toBeCloseTo(235.467, 3);
    expect(money.find(({ id }) => id === 'lost_on_the_way')?.amount).toBeCloseTo(-lostMwh, 6);
    expect(money.find(({ id }) => id === 'lost_on_the_way')?.formula).toContain('of a pair at 75/45 °C');
    const avoided = money.find(({ id }) => id === 'avoided_purchase')?.amount ?? Number.NaN;
    expect(avoided).toBeCloseTo(((628.5 * 8.76 - lostMwh) * 40) / 0.9, 3);
  });

  test('E7.1 in kind: each MWh avoids 1/0.9 MWh of gas, pumping costs Danish electricity', () => {
    const pumpingMwh = ((150 * 2 * 1270 * 1.2 * (5 / 975)) / 0.65 / 1000 / 1000) * 8760;
    const expected = ((628.5 * 8.76 - lostMwh) * (202.7 / 0.9) - pumpingMwh * 152) / 1000;
    const { co2TonnesPerYear, co2 } = economicsOf(heat);
    expect(co2TonnesPerYear).toBeCloseTo(expected, 3);
    expect(co2.find(({ id }) => id === 'electricity')).toMatchObject({ factors: ['grid.DK'] });
  });

  test('a member of the Union without a figure of its own counts with the European mean, and the line says so', () => {
    const line = economicsOf({ ...heat, east: { country: 'IT' } }).co2.find(({ id }) => id === 'electricity');
    expect(line).toMatchObject({ factors: ['grid.EU27'] });
    expect(line?.formula).toContain('0.21 kg/kWh (EU27, for want of a figure of IT)');
  });

  test.each([
    ['NO', 'NO'],
    [null, 'no country stated'],
  ])('in %s the CO2 of electricity is not known: it is left out, and the line says so', (country, named) => {
    const { co2, co2TonnesPerYear } = economicsOf({ ...heat, east: { country } });
    const line = co2.find(({ id }) => id === 'electricity');
    expect(line).toMatchObject({ amount: 0, factors: [] });
    expect(line?.formula).toContain(`not known (${named}), left out`);
    expect(co2TonnesPerYear).toBeCloseTo(((628.5 * 8.76 - lostMwh) * (202.7 / 0.9)) / 1000, 6);
  });

  test('NPV is the margin over the annuity factor', () => {
    const { marginEurPerYear, npvEur } = economicsOf(heat);
    expect(npvEur.mid).toBeCloseTo(marginEurPerYear / annuityFactor(0.08, 10), 4);
  });
});

test('of 1 kW of heat over 4 km nothing arrives: the pipe loses the 8.76 MWh that enter it, and no more', () => {
  const quantity = { amount: 1, unit: 'kW', precision: 'measured' } as const;
  const flows = [
    { ...wasteHeat, quantity },
    { ...heatDemand, quantity },
  ];
  const { money } = economicsOf({ flows, distanceKm: 4 });
  expect(money.find(({ id }) => id === 'lost_on_the_way')?.amount).toBeCloseTo(-8.76, 9);
  expect(money.find(({ id }) => id === 'avoided_purchase')?.amount).toBeCloseTo(0, 9);
});

test('a type without a sourced value is worth nothing, and says so', () => {
  const hours = { amount: 400, unit: 'h/a', precision: 'measured' } as const;
  const service = { type: 'service.laboratory', quantity: hours } as const;
  const flows = [
    flow({ id: 's', siteId: 'west', direction: 'supply', ...service }),
    flow({ id: 'd', siteId: 'east', direction: 'demand', ...service }),
  ];
  const { money, marginEurPerYear } = economicsOf({ flows, distanceKm: 10 });
  expect(money.find(({ id }) => id === 'avoided_purchase')).toMatchObject({ amount: 0, formula: 'no value stated' });
  // 400 h are 50 visits of 8 h, each 2 x 13.4 km at 0.90 EUR.
  expect(marginEurPerYear).toBeCloseTo(-50 * 2 * 13.4 * 0.9, 2);
});

test.each([
  ['heat', [wasteHeat, heatDemand]],
  ['ash', ash(30)],
])('%s: the yearly lines add up to the benefit, and benefit and annuity to the margin', (_, flows) => {
  const { money, benefitEurPerYear, marginEurPerYear } = economicsOf({ flows, distanceKm: 2 });
  const amount = (id: string) => money.find((line) => line.id === id)?.amount ?? 0;
  const parts = ['avoided_purchase', 'avoided_disposal', 'treatment', 'upkeep', 'electricity', 'trucks'];
  expect(parts.reduce((sum, id) => sum + amount(id), 0)).toBeCloseTo(benefitEurPerYear, 6);
  expect(amount('benefit') + amount('annuity')).toBeCloseTo(marginEurPerYear, 6);
});

test('every factor a line names stands in the table, with low, mid and high in order', () => {
  for (const line of [...economicsOf({}).money, ...economicsOf({ flows: ash(null) }).co2]) {
    for (const id of line.factors) expect(factors).toHaveProperty([id]);
  }
  for (const [id, { low, mid, high }] of Object.entries(factors)) {
    expect(low, id).toBeLessThanOrEqual(mid);
    expect(mid, id).toBeLessThanOrEqual(high);
  }
});
