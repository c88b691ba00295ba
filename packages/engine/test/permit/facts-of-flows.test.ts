// What the gate learns from two flows, their sites and their owners.
import { describe, expect, test } from 'vitest';
import { byProductTest, factsOf } from '../../src/permit/facts.ts';
import { isOecd, liesIn } from '../../src/permit/jurisdictions.ts';
import { flow, heatDemand, onlyPair, type SmallCity, wasteHeat } from '../small-city.ts';

const tonnes = { amount: 100, unit: 't/a', precision: 'measured' } as const;
const stuff = (
  type: string,
  papers: Readonly<Record<string, boolean>> = {},
  ewc: readonly string[] = [],
): SmallCity => {
  const common = { type, quantity: tonnes, codes: { ewc, cpa: null, hs: null } };
  return {
    flows: [
      flow({ id: 's', siteId: 'west', direction: 'supply', ...common, papers }),
      flow({ id: 'd', siteId: 'east', direction: 'demand', ...common }),
    ],
  };
};
const factsIn = (city: SmallCity) => {
  const { supply, demand } = onlyPair(city);
  return factsOf(supply, demand);
};

describe('by-product or waste', () => {
  const met = (papers: readonly string[]) => Object.fromEntries(papers.map((paper) => [paper, true]));

  test('ash with a code is no waste once all four conditions are met, and is waste with any three of them', () => {
    expect(byProductTest).toEqual([
      'contract_or_market',
      'normal_processing_only',
      'integral_part',
      'product_standard_met',
    ]);
    const isWaste = (papers: readonly string[]) => factsIn(stuff('material.fly_ash', met(papers), ['100102'])).is_waste;
    expect(isWaste(byProductTest)).toBe(false);
    for (const left of byProductTest) expect(isWaste(byProductTest.filter((paper) => paper !== left)), left).toBe(true);
  });

  test('of several codes the strictest counts: sawdust of a mirror pair beside plain bark is a mirror entry', () => {
    expect(factsIn(stuff('material.wood', {}, ['030101', '030105'])).entry_type).toBe('mirror');
    expect(factsIn(stuff('material.wood', {}, ['030101'])).entry_type).toBe('absolute_non_hazardous');
  });
});

describe('what comes from animals', () => {
  test.each([
    ['organic.manure', {}, 2],
    ['organic.food_waste', {}, 3],
    ['organic.spent_grain', {}, 0],
    ['organic.fat', {}, null],
    ['organic.fat', { animal_origin: true }, 3],
    ['organic.fat', { animal_origin: false }, 0],
    ['organic.food_waste', { animal_category_1: true }, 1],
  ])('%s with papers %j is of category %s', (type, papers, category) => {
    expect(factsIn(stuff(type, papers)).animal_category).toBe(category);
  });
});

describe('how hot it is', () => {
  const hot = (min: number | null, max: number | null) =>
    factsIn({ flows: [{ ...wasteHeat, quality: { temperature_c: { min, max } } }, heatDemand] }).above_110c;

  test('pressure equipment begins above 110 °C, by the hottest end that is stated', () => {
    expect(hot(75, 110)).toBe(false);
    expect(hot(75, 110.1)).toBe(true);
    expect(hot(110, null)).toBe(false);
    expect(hot(111, null)).toBe(true);
    expect(hot(null, null)).toBeNull();
  });
});

describe('who takes it, and where', () => {
  test.each([
    [['01.41'], 'farm'],
    [['10.51'], 'food'],
    [['11.05'], 'food'],
    [['24.10', '11.05'], 'food'],
    [['24.10'], 'industry'],
    [[], null],
  ])('a receiver of the sectors %j uses it as %s', (eastNace, use) => {
    expect(factsIn({ ...stuff('organic.food_waste'), eastNace }).receiver_use).toBe(use);
  });

  test('Germany is abroad for a Danish supply, Denmark is not, and nobody knows where an unstated country is', () => {
    const border = (country: string | null) => factsIn({ ...stuff('material.fly_ash'), east: { country } }).border;
    expect([border('DE'), border('DK'), border(null)]).toEqual([true, false, null]);
  });

  test('Türkiye is in the OECD, India is not; Norway shares the law of the economic area and not that of the Union', () => {
    expect([isOecd('TR'), isOecd('IN')]).toEqual([true, false]);
    expect([liesIn('NO', 'EEA'), liesIn('NO', 'EU'), liesIn('DK', 'EU'), liesIn('DK', 'DK')]).toEqual([
      true,
      false,
      true,
      true,
    ]);
  });
});
