// The factor table through the transport formulas (test/formulas has the formulas themselves), and the routes.
import { describe, expect, test } from 'vitest';
import { npvEnvelope } from '../../src/economics/envelope.ts';
import { builtInFactors, FactorTable, valuesOf } from '../../src/economics/factor-table.ts';
import { figuresOf } from '../../src/economics/pair-figures.ts';
import { tripCost, tripKg } from '../../src/economics/transport/by-truck.ts';
import { heatPipeCost, waterPipeCost } from '../../src/economics/transport/pipe-kinds.ts';
import { pipeRouteKm, roadRouteKm, wireRouteKm } from '../../src/economics/transport/routes.ts';
import { compressionKwh } from '../../src/formulas/gas.ts';
import { toFourDigits } from '../formulas/four-digits.ts';
import { flow, onlyPair } from '../small-city.ts';

const { mids } = builtInFactors;
const at = (bound: 'low' | 'high') => valuesOf((id) => builtInFactors.factor(id)[bound]);

describe('by the factors of the table', () => {
  test('E1.8: a metre of DN 80 under paving costs 765 EUR (535.5 to 1,147.5)', () => {
    toFourDigits(heatPipeCost(80, mids), 765);
    toFourDigits(heatPipeCost(80, at('low')), 535.5);
    toFourDigits(heatPipeCost(80, at('high')), 1147.5);
  });

  test('E2.2: 2,000 m of DA 90 under paving cost 569,600 EUR', () => {
    toFourDigits(2000 * waterPipeCost(90, mids), 569_600);
  });

  test('E4.1: 25 km cost 150 EUR, 6.000 EUR/t; 100 km cost 360 EUR, 14.40 EUR/t', () => {
    expect(tripCost(25, mids)).toBeCloseTo(150, 9);
    expect(tripCost(100, mids)).toBeCloseTo(360, 9);
    expect((600 / 25) * tripCost(25, mids)).toBeCloseTo(3600, 9);
  });

  test('E4.2: 24 trips of 25 km, out full and back empty, emit 1,030 kg', () => {
    toFourDigits(24 * tripKg(25, mids), 1030);
  });

  test('a city whose trucks find loads for the way back pays and emits less', () => {
    const networked = { ...mids, 'truck.empty_return': 0.28 };
    expect(tripCost(100, networked)).toBeCloseTo(1.5 * 100 * 1.28 + 60, 9);
    expect(tripKg(100, networked)).toBeCloseTo(100 * (1.06921 + 0.28 * 0.64734), 9);
  });
});

describe('routes', () => {
  test('a pipe goes 1.27 times the straight line, a cable 1.25, a road 1.34 times to 20 km and 1.30 times far away', () => {
    expect(pipeRouteKm(1, mids)).toBeCloseTo(1.27, 12);
    expect(wireRouteKm(1, mids)).toBeCloseTo(1.25, 12);
    expect(roadRouteKm(10, mids)).toBeCloseTo(13.4, 12);
    expect(roadRouteKm(100, mids)).toBeCloseTo(130, 12);
  });

  test('a road to a farther place is never shorter', () => {
    const routes = Array.from({ length: 500 }, (_, index) => roadRouteKm(index / 10, mids));
    expect(routes).toEqual(routes.toSorted((a, b) => a - b));
  });
});

describe('500 m3/h of a gas over a kilometre', () => {
  const figuresAt = (type: string, bar: number | null) => {
    const gas = (id: 'supply' | 'demand', siteId: string) =>
      flow({
        id,
        siteId,
        direction: id,
        type,
        quantity: { amount: 500, unit: 'm3/h', precision: 'measured' },
        quality: id === 'supply' && bar !== null ? { pressure_bar: { min: bar, max: null } } : {},
      });
    return figuresOf(onlyPair({ flows: [gas('supply', 'west'), gas('demand', 'east')] }), mids);
  };
  const pipeOf = (type: string, bar: number | null) => {
    const figures = figuresAt(type, bar);
    if (figures.transport.mode !== 'pipe') throw new Error('expected a pipe');
    return { ...figures.transport.pipe, mwh: figures.transport.electricityMwh };
  };
  const lifted = (ratio: number) => {
    const perM3 = compressionKwh({ ratio, isentropicExponent: 1.4, stages: 1, inletC: 20, efficiency: 0.75 });
    return (500 * 8760 * perM3) / 1000;
  };

  test.each([
    ['none is stated', null, 4],
    ['1 bar', 1, 4],
    ['2 bar, which the pipe bears 3.5 times', 2, 3.5],
    ['5 bar, which it bears 1.4 times', 5, 1.4],
    ['7 bar, all that plastic bears', 7, 1],
  ])('nitrogen of %s is lifted to what plastic is rated for and no further', (_, bar, ratio) => {
    const { kind, mwh } = pipeOf('gas.nitrogen', bar);
    expect(kind).toBe('plastic_gas');
    expect(mwh).toBeCloseTo(lifted(ratio), 6);
  });

  test.each([7.1, 11, 17, 200])('nitrogen of %s bar needs no compressor any more, and steel', (bar) => {
    const { kind, mwh, eurPerMetre } = pipeOf('gas.nitrogen', bar);
    expect({ kind, mwh }).toEqual({ kind: 'steel_gas', mwh: 0 });
    toFourDigits(eurPerMetre, 450);
  });

  test('above 17 bar the price is not that of such a pipe, and that is known', () => {
    expect(pipeOf('gas.nitrogen', 17).abovePriceBar).toBeUndefined();
    expect(pipeOf('gas.nitrogen', 200).abovePriceBar).toBe(200);
    expect(pipeOf('gas.hydrogen', 30).abovePriceBar).toBe(30);
  });

  test.each([
    [1, 7],
    [1, 11],
    [11, 1],
    [7, 1],
  ])('the outer band at %s bar is the same whether or not one at %s bar was asked for before', (bar, before) => {
    const asked = new FactorTable();
    npvEnvelope(figuresAt('gas.nitrogen', before), asked);
    const figures = figuresAt('gas.nitrogen', bar);
    expect(npvEnvelope(figures, asked)).toEqual(npvEnvelope(figures, new FactorTable()));
  });

  test('hydrogen of 5 bar is lifted to the 17 of its steel, of 20 bar not at all', () => {
    expect(pipeOf('gas.hydrogen', 5).mwh).toBeGreaterThan(0);
    expect(pipeOf('gas.hydrogen', 20)).toMatchObject({ kind: 'steel_gas', mwh: 0 });
  });
});
