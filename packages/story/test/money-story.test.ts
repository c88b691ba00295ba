// Money by party, the corridor of prices and the uncertainty, in the words of the page.
import { corridorStory } from '@crg/story/corridor-story';
import { ratesText } from '@crg/story/finance-text';
import { partyStory } from '@crg/story/party-story';
import { uncertaintyStory } from '@crg/story/uncertainty-story';
import { describe, expect, test } from 'vitest';
import { exampleMatch } from './example-match.ts';

const { economics, uncertainty } = exampleMatch.explanation;
const quantity = { amount: 2000, unit: 'MWh/a' };
const corridor = {
  unit: 'EUR/MWh',
  lowest: 10.68,
  highest: 17.59,
  nash: 14.13,
  price: 14.13,
  price_basis: 'nash',
} as const;

describe('money by party', () => {
  test('a side that builds nothing has nothing that could earn a rate and is paid back at once', () => {
    const [supplier] = economics.parties;
    if (!supplier) throw new Error('Expected a supplier in the example.');
    const { figures } = partyStory(supplier, 'Example Dairy');
    expect(Object.values(figures).map(({ text }) => text)).toEqual([
      'nothing to build',
      '€19k',
      '€19k',
      '€127k',
      'nothing to build',
      'at once',
      'at once',
    ]);
  });

  test('a side that loses is marked, and its payback is never', () => {
    const [, receiver] = economics.parties;
    if (!receiver) throw new Error('Expected a receiver in the example.');
    const { figures } = partyStory({ ...receiver, npv_eur: -20_000, payback_years: null }, 'Example Town');
    expect(figures.npv).toEqual({ text: '−€20k', loss: true });
    expect(figures.payback).toEqual({ text: 'never', loss: true });
    expect(figures.investment.loss).toBe(false);
  });

  test.each([
    [{ status: 'none', rates: [] } as const, 5_000, 'none'],
    [{ status: 'none', rates: [] } as const, 0, 'nothing to build'],
    [{ status: 'single', rates: [-0.01871] } as const, 5_000, '−1.87 %'],
    [{ status: 'ambiguous', rates: [0.1, 0.2] } as const, 5_000, 'ambiguous'],
  ])('rates %j of an investment of %i read "%s"', ({ status, rates }, investment, text) => {
    expect(ratesText({ status, rates: [...rates] }, investment)).toBe(text);
  });
});

describe('the corridor of prices', () => {
  test('says between which prices both gain', () => {
    const { says, gap } = corridorStory(corridor, quantity);
    expect(says).toBe('Both gain at every price from €10.68/MWh to €17.59/MWh.');
    expect(gap).toBeNull();
  });

  test('without a price that serves both says the gap per unit and a year, and that it is a subsidy', () => {
    const empty = {
      ...corridor,
      lowest: 12,
      highest: 9.5,
      nash: null,
      price: 10.75,
      price_basis: 'middle_of_gap',
    } as const;
    const { says, gap } = corridorStory(empty, quantity);
    expect(gap).toBe(2.5);
    expect(says).toContain('The gap is €2.50/MWh, €5,000 a year; so much subsidy would be needed.');
  });

  test.each([
    [20, 'At €20.00/MWh the receiver loses: it can pay at most €17.59/MWh.'],
    [-3, 'At −€3.00/MWh the supplier loses: it needs at least €10.68/MWh.'],
  ])('a stated price of %d outside of it says who loses', (price, says) => {
    expect(corridorStory({ ...corridor, price, price_basis: 'stated' }, quantity).says).toBe(says);
  });
});

describe('uncertainty', () => {
  test('has two significant digits', () => {
    const { bands, chanceOfLoss, drivers } = uncertaintyStory(uncertainty);
    expect(bands.map(({ p10, p50, p90 }) => [p10, p50, p90])).toEqual([
      ['€44k', '€250k', '€390k'],
      ['€11k', '€37k', '€66k'],
      ['490 t', '610 t', '730 t'],
    ]);
    expect(chanceOfLoss).toBe('4.2 %');
    expect(drivers[0]).toMatchObject({ low: '14 EUR/MWh', high: '27 EUR/MWh', share: '61 %' });
  });

  test('no draw with a loss is not a certainty, nor are only draws with a loss', () => {
    const chance = (share: number) => uncertaintyStory({ ...uncertainty, chance_of_loss: share }).chanceOfLoss;
    expect([chance(0), chance(1)]).toEqual(['under 0.1 %', 'over 99.9 %']);
  });
});
