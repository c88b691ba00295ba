import type { Chain, Match, MatchRun } from '@crg/domain/match';
import { Check } from 'typebox/value';
import { expect, test } from 'vitest';
import { writeMatches } from '../src/matches-file.ts';
import { MatchesSchema } from '../src/schemas.ts';

const match: Match = {
  supplyId: 'f1',
  demandId: 'f9',
  rank: 1,
  score: 0.1 + 0.2,
  terms: { quality: 0.9, temporal: 0.8, quantity: 0.7, trust: 0.9, economic: 0.8, transport: 0.1, regulatory: 0 },
  distanceKm: 0.82,
  commonHours: 8760,
  commonQuantity: { amount: 3200, unit: 'MWh/a' },
  verdicts: [
    { judge: 'distance', result: 'pass', value: 0.82, limit: 5, unit: 'km', text: 'Near.' },
    { judge: 'permit', result: 'unknown', value: null, limit: null, unit: null, text: 'Ask.', permit: 'unknown' },
  ],
  economics: {
    marginEurPerYear: 38000,
    benefitEurPerYear: 40000,
    investmentEur: { low: 1, mid: 2, high: 3 },
    npvEur: { low: 90000, mid: 160000, high: 230000 },
    paybackYears: 2,
    co2TonnesPerYear: 610,
    routeKm: 1,
    transportMode: 'pipe',
    money: [],
    co2: [],
    parties: [],
    corridor: null,
    co2Attributional: null,
  },
};

const chain: Chain = {
  ...match,
  demandId: 'f11',
  converters: [
    {
      id: 'heat_pump_90',
      label: 'Heat pump to 90 °C',
      input: { amount: 2600, unit: 'MWh/a' },
      output: { amount: 3200, unit: 'MWh/a' },
      electricityMwhPerYear: 600,
      investmentEur: { low: 1, mid: 2, high: 3 },
    },
  ],
};

const run: MatchRun = {
  engine: '1.0.0',
  k: 20,
  matches: [match, { ...match, demandId: 'f10', rank: 2 }],
  chains: [chain],
  nearMisses: [
    {
      supplyId: 'f1',
      demandId: 'f12',
      distanceKm: 2,
      failed: ['quality.temperature_c'],
      changes: [
        {
          kind: 'heat_pump',
          detail: 'lift 12 K',
          costEurPerYear: 9000,
          judge: 'quality.temperature_c',
          paidBy: 'receiver',
        },
      ],
      verdicts: [],
    },
  ],
  notices: [{ code: 'no_place', flowId: 'f30', text: 'The site has no coordinates.' }],
};

const sha256 = 'a'.repeat(64);

test('a run becomes a file in the published format', () => {
  const file: unknown = JSON.parse(writeMatches(run, sha256));
  expect(Check(MatchesSchema, file)).toBe(true);
  expect(file).toEqual({
    format: 'crg-matches/1',
    engine: '1.0.0',
    input_sha256: sha256,
    k: 20,
    matches: [1, 2].map((rank) => ({
      supply_id: 'f1',
      demand_id: rank === 1 ? 'f9' : 'f10',
      rank,
      score: 0.30000000000000004,
      terms: match.terms,
      distance_km: 0.82,
      common_quantity: { amount: 3200, unit: 'MWh/a' },
      verdicts: [
        { judge: 'distance', result: 'pass', value: 0.82, limit: 5, unit: 'km' },
        { judge: 'permit', result: 'unknown', value: null, limit: null, unit: null, permit: 'unknown' },
      ],
      margin_eur_per_year: 38000,
      npv_eur: { low: 90000, mid: 160000, high: 230000 },
      co2_t_per_year: 610,
    })),
    chains: [
      {
        supply_id: 'f1',
        demand_id: 'f11',
        rank: 1,
        score: 0.30000000000000004,
        terms: match.terms,
        distance_km: 0.82,
        common_quantity: { amount: 3200, unit: 'MWh/a' },
        verdicts: [
          { judge: 'distance', result: 'pass', value: 0.82, limit: 5, unit: 'km' },
          { judge: 'permit', result: 'unknown', value: null, limit: null, unit: null, permit: 'unknown' },
        ],
        margin_eur_per_year: 38000,
        npv_eur: { low: 90000, mid: 160000, high: 230000 },
        co2_t_per_year: 610,
        converters: ['heat_pump_90'],
        converter_uses: [
          {
            id: 'heat_pump_90',
            input: { amount: 2600, unit: 'MWh/a' },
            output: { amount: 3200, unit: 'MWh/a' },
            electricity_mwh_per_year: 600,
            investment_eur: { low: 1, mid: 2, high: 3 },
          },
        ],
      },
    ],
    near_misses: [
      {
        supply_id: 'f1',
        demand_id: 'f12',
        failed: ['quality.temperature_c'],
        changes: [
          {
            kind: 'heat_pump',
            detail: 'lift 12 K',
            cost_eur_per_year: 9000,
            judge: 'quality.temperature_c',
            paid_by: 'receiver',
          },
        ],
      },
    ],
    notices: [{ code: 'no_place', flow_id: 'f30', text: 'The site has no coordinates.' }],
  });
});

test('a run without any result is a file too', () => {
  const empty = JSON.parse(
    writeMatches({ ...run, matches: [], chains: [], nearMisses: [], notices: [] }, sha256),
  ) as unknown;
  expect(Check(MatchesSchema, empty)).toBe(true);
});

test('a number that JSON cannot hold is never written as null', () => {
  const broken = { ...run, matches: [{ ...match, score: Number.NaN }] };
  expect(() => writeMatches(broken, sha256)).toThrow(/NaN/);
});
