// A match in words: what the page and the sheet of paper both say.
import type { MatchDetail } from '@crg/api-contract/match';
import { matchStory, validityText } from '@crg/story/match-story';
import { replayCommand } from '@crg/story/provenance';
import { describe, expect, test } from 'vitest';
import { exampleMatch } from './example-match.ts';

test('a match says who gives what to whom, and marks every judge', () => {
  const { title, supply, demand, marks, verdicts, converter } = matchStory(exampleMatch);
  expect(title).toBe('Heat from Example Dairy to Example Town');
  expect([supply.role, demand.role, converter]).toEqual(['supply', 'demand', null]);
  expect(marks).toHaveLength(7);
  expect(verdicts.map(({ judge }) => judge)).toEqual(exampleMatch.verdicts.map(({ judge }) => judge));
});

test('the numbers are repeated from the city file that the running server hands out', () => {
  const lines = replayCommand('http://127.0.0.1:8080', { supplyId: 'a b', demandId: 'd', converterId: 'orc' });
  expect(lines.split('\n')).toEqual([
    'curl -fo city.json http://127.0.0.1:8080/api/v1/exports/city.json',
    "npx crg explain --input city.json --supply 'a b' --demand d --converter orc",
  ]);
});

test('a chain names its converter and says what becomes what', () => {
  const chain = {
    ...exampleMatch,
    id: 'dairy-heat~absorption_chiller~hall-heat',
    converters: [
      {
        id: 'absorption_chiller',
        label: 'Absorption chiller',
        input: { amount: 3200, unit: 'MWh/a' },
        output: { amount: 2240, unit: 'MWh/a' },
        electricity_mwh_per_year: 0,
        investment_eur: { low: 1e5, mid: 2e5, high: 4e5 },
      },
    ],
  };
  const { title, converter, made } = matchStory(chain);
  expect(title).toBe('Heat from Example Dairy to Example Town, through an absorption chiller');
  expect(converter?.facts.map(({ label, value }) => `${label}: ${value}`)).toEqual([
    'Out: 2,240 MWh/yr',
    'Electricity: none',
    'Investment: €200k',
  ]);
  expect(made['converter.investment']?.value).toBe('€200,000');
});

test.each([
  [undefined, 'start and end not stated'],
  [{ valid_from: '1993-01-01' }, 'from 1993, end not stated'],
  [{ valid_from: '2026-03-02', valid_to: '2030-12-31' }, 'from 2026-03-02, until 2030'],
])('%j reads "%s"', (availability, text) => {
  expect(validityText(availability)).toBe(text);
});

describe('how a number was made', () => {
  test('is known for every figure the page shows', () => {
    const { made, parties } = matchStory(exampleMatch);
    for (const { party, figures } of parties) {
      for (const measure of Object.keys(figures)) expect(made).toHaveProperty([`${party}.${measure}`]);
    }
    for (const key of [
      'band',
      'co2',
      'score',
      'quantity',
      'distance',
      'corridor.lowest',
      'corridor.highest',
      'corridor.nash',
      'corridor.price',
      'uncertainty.npv',
      'uncertainty.margin',
      'uncertainty.co2',
      'uncertainty.loss',
      'uncertainty.drivers',
      'attributional.supplier',
      'attributional.receiver',
      'money.purchase',
      'receiver.pipe',
      'co2.avoided',
    ]) {
      expect(made).toHaveProperty([key]);
    }
  });

  test('shows the numbers of the formula, so that it can be worked out again by hand', () => {
    const { made } = matchStory(exampleMatch);
    expect(made['society.npv']?.formula).toContain('€61,000 × 6.7101 − €154,000 = €255,315');
    expect(made['receiver.margin']?.formula).toContain('€42,000 − €23,000 = €19,000');
    expect(made['corridor.highest']?.formula).toContain('€5.94/MWh + €19,000 ÷ 3,200 MWh/yr');
    expect(made['uncertainty.loss']?.formula).toContain('42 ÷ 1,000');
    expect(made['uncertainty.npv']?.note).toContain('1,000 draws, seed 7');
  });

  test('is said in whole words also where nothing is earned, nothing paid back and no price serves both', () => {
    for (const match of [exampleMatch, nothingEarned()]) {
      for (const [key, { name, value, formula, inputs, note }] of Object.entries(matchStory(match).made)) {
        const said = [
          name,
          value,
          formula,
          note,
          ...inputs.map((input) => `${input.label} ${input.value} ${input.note}`),
        ];
        expect(said.join('\n'), key).not.toMatch(/NaN|Infinity|undefined|null/);
      }
    }
    expect(matchStory(nothingEarned()).made['society.npv']?.formula).toContain('€0 × present value factor');
  });
});

function nothingEarned(): MatchDetail {
  const { explanation } = exampleMatch;
  return {
    ...exampleMatch,
    margin_eur_per_year: 0,
    npv_eur: { low: -5, mid: 0, high: 5 },
    payback_years: null,
    explanation: {
      ...explanation,
      economics: {
        ...explanation.economics,
        parties: explanation.economics.parties.map((party) => ({
          ...party,
          investment_eur: 0,
          benefit_eur_per_year: 0,
          margin_eur_per_year: 0,
          npv_eur: 0,
          irr: { status: 'none', rates: [] },
          payback_years: null,
          discounted_payback_years: null,
          lines: [],
        })),
        corridor: { unit: 'EUR/MWh', lowest: 4, highest: -2, nash: null, price: 1, price_basis: 'middle_of_gap' },
      },
      uncertainty: {
        samples: 500,
        seed: 1,
        margin_eur_per_year: { p10: 0, p50: 0, p90: 0 },
        npv_eur: { p10: 0, p50: 0, p90: 0 },
        co2_t_per_year: { p10: 0, p50: 0, p90: 0 },
        chance_of_loss: 0,
        drivers: [],
      },
    },
  };
}
