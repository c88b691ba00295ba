// Supplier, receiver and society of pairs small enough to work by hand: prices, shares, inventories of CO2.
import type { Line, PairEconomics, PartyName } from '@crg/domain/match';
import { describe, expect, test } from 'vitest';
import { explainPair } from '../../src/economics/explain-pair.ts';
import { builtInFactors } from '../../src/economics/factor-table.ts';
import { factors } from '../../src/economics/factors.ts';
import { figuresOf } from '../../src/economics/pair-figures.ts';
import { annuityFactor } from '../../src/formulas/finance.ts';
import { flow, heatDemand, onlyPair, type SmallCity, wasteHeat } from '../small-city.ts';

const annuity = annuityFactor(0.08, 10);

function economicsOf(city: SmallCity): PairEconomics {
  return explainPair(figuresOf(onlyPair(city), builtInFactors.mids), builtInFactors);
}

function partyOf({ parties }: PairEconomics, name: PartyName) {
  const party = parties.find((candidate) => candidate.party === name);
  if (party === undefined) throw new Error(`expected a party ${name}`);
  return party;
}

const amountOf = (lines: readonly Line[], id: string) => lines.find((line) => line.id === id)?.amount;

const tonnes = (amount: number) => ({ amount, unit: 't/a', precision: 'measured' }) as const;
const eur = (amount: number) => ({ amount, currency: 'EUR', per: 't' });
const ash = (price: number | null) => [
  flow({
    id: 's',
    siteId: 'west',
    direction: 'supply',
    type: 'material.fly_ash',
    quantity: tonnes(1000),
    disposalCost: eur(20),
    price: price === null ? null : eur(price),
  }),
  flow({
    id: 'd',
    siteId: 'east',
    direction: 'demand',
    type: 'material.fly_ash',
    quantity: tonnes(600),
    price: eur(30),
  }),
];

describe('600 t of fly ash, worth 30 EUR/t to one, 20 EUR/t of disposal to the other, trucks 3,600 EUR/a', () => {
  test('the supplier would pay 20 EUR/t, the receiver would pay 30 - 6; Nash is 2 EUR/t and each has 13,200 EUR/a', () => {
    const economics = economicsOf({ flows: ash(null), distanceKm: 10 });
    expect(economics.corridor).toMatchObject({ unit: 'EUR/t', priceBasis: 'nash' });
    expect(economics.corridor?.lowest).toBeCloseTo(-20, 9);
    expect(economics.corridor?.highest).toBeCloseTo(24, 9);
    expect(economics.corridor?.nash).toBeCloseTo(2, 9);
    expect(economics.corridor?.price).toBeCloseTo(2, 9);
    for (const name of ['supplier', 'receiver'] as const) {
      expect(partyOf(economics, name).marginEurPerYear).toBeCloseTo(13_200, 6);
      expect(partyOf(economics, name).npvEur).toBeCloseTo(13_200 / annuity, 6);
    }
    expect(partyOf(economics, 'society').marginEurPerYear).toBeCloseTo(26_400, 6);
  });

  test('nothing is built, so there is no internal rate, and it pays at once', () => {
    const party = partyOf(economicsOf({ flows: ash(null), distanceKm: 10 }), 'receiver');
    expect(party.internalRates).toEqual({ status: 'none', rates: [] });
    expect(party.paybackYears).toBe(0);
    expect(party.discountedPaybackYears).toBe(0);
  });

  test('a price of 5 EUR/t that the supplier states is the one that counts, and moves 1,800 EUR/a', () => {
    const economics = economicsOf({ flows: ash(5), distanceKm: 10 });
    expect(economics.corridor).toMatchObject({ price: 5, priceBasis: 'stated' });
    expect(economics.corridor?.nash).toBeCloseTo(2, 9);
    expect(partyOf(economics, 'supplier').marginEurPerYear).toBeCloseTo(13_200 + 1800, 6);
    expect(partyOf(economics, 'receiver').marginEurPerYear).toBeCloseTo(13_200 - 1800, 6);
  });

  test('the lines say how it was made', () => {
    const { lines } = partyOf(economicsOf({ flows: ash(5), distanceKm: 10 }), 'supplier');
    expect(lines.map(({ id }) => id)).toEqual(['sales', 'avoided_disposal', 'benefit', 'annuity', 'margin', 'npv']);
    expect(lines[0]).toMatchObject({ amount: 3000, formula: '600 t/a x 5 EUR/t (as the supply states)' });
    expect(amountOf(lines, 'avoided_disposal')).toBeCloseTo(12_000, 6);
    expect(lines.at(-1)).toMatchObject({ unit: 'EUR', factors: ['finance.discount_rate', 'finance.years'] });
  });

  test("inventories: the receiver's falls by 0.4 t of clinker a tonne and rises by the trucks, the supplier's by no landfill", () => {
    const trucks = (24 * 13.4 * (1.06921 + 0.64734)) / 1000;
    const { co2Attributional } = economicsOf({ flows: ash(null), distanceKm: 10 });
    expect(co2Attributional?.receiverTonnesPerYear).toBeCloseTo(-600 * 0.4 * 0.81 + trucks, 6);
    expect(co2Attributional?.supplierTonnesPerYear).toBeCloseTo(-600 * 0.001263, 6);
  });
});

test('neighbours whose pipe of a micrometre costs next to nothing have an enormous internal rate, not a loss of everything', () => {
  const water = { type: 'water.process', quantity: { amount: 100, unit: 'm3/h', precision: 'measured' } } as const;
  const economics = economicsOf({
    flows: [
      flow({ id: 's', siteId: 'west', direction: 'supply', ...water }),
      flow({
        id: 'd',
        siteId: 'east',
        direction: 'demand',
        ...water,
        price: { amount: 2, currency: 'EUR', per: 'm3' },
      }),
    ],
    distanceKm: 1e-9,
  });
  for (const name of ['receiver', 'society'] as const) {
    const { investmentEur, benefitEurPerYear, internalRates } = partyOf(economics, name);
    expect(benefitEurPerYear / investmentEur).toBeGreaterThan(1e8);
    // So fast a return is the yearly benefit over what it takes: later years add nothing.
    expect((internalRates.rates[0] as number) / (benefitEurPerYear / investmentEur)).toBeCloseTo(1, 6);
  }
});

describe('500 kW of heat over 1 km', () => {
  const economics = economicsOf({ flows: [wasteHeat, heatDemand], distanceKm: 1 });
  const investmentOf = (name: PartyName) => partyOf(economics, name).investmentEur;

  test('the supplier pays for taking the heat out, the receiver for the pipe and its plant', () => {
    expect(investmentOf('supplier')).toBeCloseTo(500 * 500, 6);
    expect(investmentOf('receiver')).toBeCloseTo(economics.investmentEur.mid - 250_000, 6);
    expect(investmentOf('society')).toBeCloseTo(economics.investmentEur.mid, 6);
  });

  test('p_min is the annuity of 250,000 EUR over 4,380 MWh: 8.506 EUR/MWh', () => {
    expect(economics.corridor?.lowest).toBeCloseTo((annuity * 250_000) / 4380, 9);
  });

  test('no price serves both: the middle of the gap leaves each with the same loss, and there is no Nash price', () => {
    expect(economics.corridor?.nash).toBeNull();
    expect(economics.corridor?.priceBasis).toBe('middle_of_gap');
    const { marginEurPerYear } = partyOf(economics, 'supplier');
    expect(marginEurPerYear).toBeLessThan(0);
    expect(partyOf(economics, 'receiver').marginEurPerYear).toBeCloseTo(marginEurPerYear, 6);
  });

  test('a stated price at which the supplier earns 40,000 EUR/a gives 250,000 EUR back in 6.25 years at 9.606 %', () => {
    const price = { amount: 40_000 / 4380, currency: 'EUR', per: 'MWh' };
    const sold = economicsOf({ flows: [{ ...wasteHeat, price }, heatDemand], distanceKm: 1 });
    const { paybackYears, discountedPaybackYears, internalRates } = partyOf(sold, 'supplier');
    expect(paybackYears).toBeCloseTo(6.25, 9);
    expect(internalRates.status).toBe('single');
    // sum of 40,000/(1+r)^t over ten years is 250,000.
    expect(annuityFactor(internalRates.rates[0] as number, 10)).toBeCloseTo(40_000 / 250_000, 9);
    // ln(1/(1 - 0.08 x 6.25))/ln 1.08 = 9.006 falls inside the tenth year, where the way is straight.
    expect(discountedPaybackYears).toBeGreaterThan(9);
    expect(discountedPaybackYears).toBeLessThan(9.02);
  });

  test('the inventory of the receiver falls by all the gas, though only what really stays away counts as avoided', () => {
    const pumping = -(economics.co2.find(({ id }) => id === 'electricity')?.amount ?? 0);
    const arriving = 4380 + (amountOf(economics.money, 'lost_on_the_way') ?? 0);
    const gas = arriving * (factors['co2.boiler_heat'].mid / 1000);
    expect(economics.co2Attributional?.receiverTonnesPerYear).toBeCloseTo(pumping - gas, 6);
    expect(economics.co2Attributional?.supplierTonnesPerYear).toBe(0);
  });
});

describe('1 MW over a private wire of 1 km', () => {
  const power = { type: 'electricity.power', quantity: { amount: 1000, unit: 'kW', precision: 'measured' } } as const;
  const economics = economicsOf({
    flows: [
      flow({ id: 's', siteId: 'west', direction: 'supply', ...power }),
      flow({ id: 'd', siteId: 'east', direction: 'demand', ...power }),
    ],
    distanceKm: 1,
  });

  test('35 % of what the receiver saves were network charges and taxes: shown, and no gain of society', () => {
    const saved = 8760 * 120 * 0.35;
    const society = partyOf(economics, 'society');
    expect(amountOf(society.lines, 'saved_tariffs')).toBeCloseTo(-saved, 6);
    expect(society.lines.find(({ id }) => id === 'saved_tariffs')?.factors).toEqual(['electricity.tariff_share']);
    const both = partyOf(economics, 'supplier').benefitEurPerYear + partyOf(economics, 'receiver').benefitEurPerYear;
    expect(society.benefitEurPerYear).toBeCloseTo(both - saved, 6);
    expect(economics.benefitEurPerYear).toBeCloseTo(both, 6);
  });

  test('the receiver builds the cable and pays its losses', () => {
    expect(partyOf(economics, 'supplier').investmentEur).toBe(0);
    const { lines } = partyOf(economics, 'receiver');
    expect(amountOf(lines, 'cable')).toBeCloseTo(150 * 1250 + 200_000, 6);
    expect(amountOf(lines, 'electricity')).toBeLessThan(0);
  });
});

test.each([
  ['heat', { flows: [wasteHeat, heatDemand], distanceKm: 1 }],
  ['ash', { flows: ash(5), distanceKm: 10 }],
])("%s: every party's yearly lines add up to its benefit, its investments to its investment", (_, city) => {
  const sums = new Set(['benefit', 'annuity', 'margin', 'npv']);
  for (const { lines, benefitEurPerYear, investmentEur } of economicsOf(city).parties) {
    const own = lines.filter(({ id }) => !sums.has(id));
    const sumIn = (unit: string) => own.reduce((sum, line) => sum + (line.unit === unit ? line.amount : 0), 0);
    expect(sumIn('EUR/a')).toBeCloseTo(benefitEurPerYear, 6);
    expect(sumIn('EUR')).toBeCloseTo(investmentEur, 6);
  }
});
