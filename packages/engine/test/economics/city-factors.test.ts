// A city that knows a factor better: its figure is used everywhere, and said to be its own.
import type { FactorOverride } from '@crg/domain/flow';
import { expect, test } from 'vitest';
import { indexOfCity } from '../../src/city-index.ts';
import { matchCity } from '../../src/match-city.ts';
import { smallCity } from '../small-city.ts';

const dearGas: FactorOverride = {
  id: 'price.boiler_heat',
  unit: 'EUR/MWh',
  low: 70,
  mid: 80,
  high: 90,
  source: 'Own tender',
  year: 2023,
  geography: 'Small',
};
const cleanGrid: FactorOverride = { ...dearGas, id: 'grid.DK', unit: 'kg/kWh', low: 0.1, mid: 0.1, high: 0.1 };

function economicsWith(factors: readonly FactorOverride[]) {
  const [match] = matchCity({ ...smallCity(), factors }, { k: 1 }).matches;
  if (match === undefined) throw new Error('expected the heat to match');
  return match.economics;
}

const builtIn = economicsWith([]);
const amountOf = (lines: typeof builtIn.money, id: string) => lines.find((line) => line.id === id)?.amount ?? 0;

test('gas at 80 instead of 44.44 EUR/MWh: what the receiver saves, and who gains, follows the figure of the city', () => {
  const own = economicsWith([dearGas]);
  const before = amountOf(builtIn.money, 'avoided_purchase');
  expect(amountOf(own.money, 'avoided_purchase')).toBeCloseTo((before * 80) / (40 / 0.9), 6);
  expect(own.marginEurPerYear - builtIn.marginEurPerYear).toBeCloseTo((before * 80) / (40 / 0.9) - before, 6);
  expect(own.money.find(({ id }) => id === 'avoided_purchase')?.formula).toContain('80 EUR/MWh');
  expect(own.corridor?.highest).toBeGreaterThan(builtIn.corridor?.highest as number);
  expect(own.npvEur.low).toBeGreaterThan(builtIn.npvEur.low);
});

test('a grid of 0.1 kg/kWh counts for the pumps, in what is avoided and in the inventory, under the name of the city', () => {
  const own = economicsWith([cleanGrid]);
  const pumping = amountOf(builtIn.co2, 'electricity');
  expect(amountOf(own.co2, 'electricity')).toBeCloseTo((pumping * 0.1) / 0.152, 9);
  expect(amountOf(own.co2Attributional?.lines ?? [], 'electricity')).toBeCloseTo((-pumping * 0.1) / 0.152, 9);
  expect(own.co2.find(({ id }) => id === 'electricity')?.formula).toContain('0.1 kg/kWh (Small)');
});

test('the table of the index says which figures are the city’s own', () => {
  const { factors } = indexOfCity({ ...smallCity(), factors: [dearGas] });
  expect(factors.factor('price.boiler_heat')).toMatchObject({ mid: 80, source: 'Own tender', overridden: true });
  expect(factors.factor('grid.DK')).toMatchObject({ mid: 0.152, overridden: false });
});

test('a rate of 4 % over 20 years is used for the annuity, the NPV and the payback with interest', () => {
  const finance = [
    { ...dearGas, id: 'finance.discount_rate', unit: '1', low: 0.04, mid: 0.04, high: 0.04 },
    { ...dearGas, id: 'finance.years', unit: 'a', low: 20, mid: 20, high: 20 },
  ];
  const own = economicsWith(finance);
  const annuity = 0.04 / (1 - 1.04 ** -20);
  expect(own.marginEurPerYear).toBeCloseTo(own.benefitEurPerYear - annuity * own.investmentEur.mid, 6);
  expect(own.npvEur.mid).toBeCloseTo(own.benefitEurPerYear / annuity - own.investmentEur.mid, 6);
  const society = own.parties.find(({ party }) => party === 'society');
  expect(society?.npvEur).toBeCloseTo(own.npvEur.mid, 6);
});
