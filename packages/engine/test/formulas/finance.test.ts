// Worked examples E0.1 and E6.1 to E6.7: money over time and between parties.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  annuityFactor,
  growingAnnuity,
  highestPrice,
  indexedCost,
  internalRates,
  levelFlows,
  lowestPrice,
  nashPrice,
  nominalRate,
  payback,
  presentValue,
  realRate,
  scaledCost,
} from '../../src/formulas/finance.ts';
import { isInCore, shapleyValues } from '../../src/formulas/shapley.ts';
import { toFourDigits } from './four-digits.ts';

describe('sizes and years of money', () => {
  test('E0.1: 1.000 MEUR at 1 MW are 1.516 MEUR at 2 MW', () => {
    toFourDigits(scaledCost({ cost: 1, size: 1, toSize: 2 }), 1.516);
  });

  test('a cost is not carried over to a size five times as large', () => {
    expect(() => scaledCost({ cost: 1, size: 1, toSize: 5 })).toThrow('within a factor of 5');
    expect(() => scaledCost({ cost: 1, size: 1, toSize: 0.2 })).toThrow(RangeError);
  });

  test('100 EUR of a year with index 80 are 150 EUR at index 120', () => {
    expect(indexedCost(100, { from: 80, to: 120 })).toBe(150);
  });
});

describe('100,000 EUR now', () => {
  const yearly = (benefit: number) => levelFlows(100_000, benefit, 10);

  test('E6.1: for 20,000 a year: 34,201.63 EUR, 15.10 %, back after 5.000 years, with interest after 6.646', () => {
    toFourDigits(annuityFactor(0.08, 10), 0.149);
    expect(presentValue(yearly(20_000), 0.08)).toBeCloseTo(34_201.63, 2);
    expect(internalRates(yearly(20_000)).status).toBe('single');
    toFourDigits(internalRates(yearly(20_000)).rates[0] as number, 0.151);
    expect(payback(yearly(20_000))).toBeCloseTo(5, 12);
    toFourDigits(payback(yearly(20_000), 0.08) as number, 6.646);
  });

  test('E6.2: for 12,000 a year: -19,479.02 EUR, 3.460 %, with interest never back; for 9,000 a year -1.871 %', () => {
    expect(presentValue(yearly(12_000), 0.08)).toBeCloseTo(-19_479.02, 2);
    toFourDigits(internalRates(yearly(12_000)).rates[0] as number, 0.0346);
    expect(payback(yearly(12_000), 0.08)).toBeNull();
    toFourDigits(internalRates(yearly(9000)).rates[0] as number, -0.01871);
    expect(payback(yearly(9000))).toBeNull();
  });

  test('E6.3: growing by 2 % for ten years at 8 %, the first euro is worth 7.256', () => {
    toFourDigits(growingAnnuity({ growth: 0.02, rate: 0.08, years: 10 }), 7.256);
    const flows = [0, ...Array.from({ length: 10 }, (_, year) => 1.02 ** year)];
    expect(growingAnnuity({ growth: 0.02, rate: 0.08, years: 10 })).toBeCloseTo(presentValue(flows, 0.08), 12);
    expect(growingAnnuity({ growth: 0.08, rate: 0.08, years: 10 })).toBeCloseTo(10 / 1.08, 12);
  });

  test('nothing to pay back is paid back at once', () => {
    expect(payback([0, -5, -5])).toBe(0);
    expect(payback([10, 5])).toBe(0);
  });
});

describe('internal rates', () => {
  test('E6.4: -100, 230, -132 is worth nothing at 10.00 % and at 20.00 %, and 0.1890 at 15 %', () => {
    const flows = [-100, 230, -132];
    const { status, rates } = internalRates(flows);
    expect(status).toBe('ambiguous');
    expect(rates).toHaveLength(2);
    expect(rates[0]).toBeCloseTo(0.1, 9);
    expect(rates[1]).toBeCloseTo(0.2, 9);
    toFourDigits(presentValue(flows, 0.15), 0.189);
  });

  test.each([
    ['only costs', [-100, -5, -5]],
    ['only gains', [0, 5, 5]],
    ['nothing at all', [0, 0, 0]],
    ['two changes of sign that never meet 0', [-100, 150, -100]],
  ])('%s have none', (_, flows) => expect(internalRates(flows)).toEqual({ status: 'none', rates: [] }));

  test('a rate at which the flows touch 0 without crossing it is found: -1, 2.2, -1.21 at 10 %', () => {
    const { status, rates } = internalRates([-1, 2.2, -1.21]);
    expect(status).toBe('single');
    expect(rates[0]).toBeCloseTo(0.1, 6);
  });

  test('two rates nearer to each other than the points of the scan: 10.0 and 10.2 %', () => {
    const { rates } = internalRates([-1, 1.1 + 1.102, -1.1 * 1.102]);
    expect(rates).toHaveLength(2);
    expect(rates[0]).toBeCloseTo(0.1, 7);
    expect(rates[1]).toBeCloseTo(0.102, 7);
  });

  test('three rates: 5, 50 and 300 %', () => {
    // (x - 1.05)(x - 1.5)(x - 4), x = 1 + r.
    const { rates } = internalRates([-1, 6.55, -(1.05 * 1.5 + 1.05 * 4 + 1.5 * 4), 1.05 * 1.5 * 4]);
    expect(rates.map((rate) => Number(rate.toFixed(8)))).toEqual([0.05, 0.5, 3]);
  });

  test('two rates of which one is negative: -50 and 20 %', () => {
    const { status, rates } = internalRates([-1, 1.7, -0.6]);
    expect(status).toBe('ambiguous');
    expect(rates[0]).toBeCloseTo(-0.5, 9);
    expect(rates[1]).toBeCloseTo(0.2, 9);
  });

  test.each([
    [[-1, 21], 20],
    [[-1, 0.002], -0.998],
    [[-100_000, 0.01, 0.01], -0.99968],
    [[-1e9, 1], -1 + 1e-9],
    [[1e6, -1e-3, -1e-3], -1 + 3.16238e-5],
  ])('%j: beyond the scan the only rate is still found', (flows, rate) => {
    const { rates } = internalRates(flows);
    expect(rates[0]).toBeCloseTo(rate, 4);
    expect(Math.abs(presentValue(flows, rates[0] as number) / (flows[0] as number))).toBeLessThan(1e-6);
  });

  test.each([1e8, 2.2e8, 1e10, 1e13, 1e20])(
    '%d times the investment after a year is a rate of that much less one',
    (benefit) => {
      const { status, rates } = internalRates([-1, benefit]);
      expect(status).toBe('single');
      expect((rates[0] as number) / (benefit - 1)).toBeCloseTo(1, 12);
    },
  );

  test.each([1e-8, 1e-10, 1e-13, 1e-30])(
    '%d of the investment, ten years long, is a loss of nearly everything, never of more',
    (benefit) => {
      const { status, rates } = internalRates(levelFlows(1, benefit, 10));
      expect(status).toBe('single');
      expect(rates[0]).toBeGreaterThan(-1);
      expect(rates[0]).toBeLessThan(0);
      // 1/(1+r)^10 is nearly the whole value: (1+r)^10 = benefit (1 + a little).
      expect((1 + (rates[0] as number)) / benefit ** 0.1).toBeGreaterThan(1);
      expect((1 + (rates[0] as number)) / benefit ** 0.1).toBeLessThan(1.02);
    },
  );

  test('what comes back exactly has a rate of 0, and a single cent in a quintillion is not lost to it', () => {
    expect(internalRates([-10, 5, 5])).toEqual({ status: 'single', rates: [0] });
    expect(internalRates([-1, 1e-18]).rates[0]).toBeGreaterThan(-1);
  });

  test('the rate of a gain is above 0 and that of a loss below, however far apart both amounts are', () => {
    const amount = fc.double({ min: -30, max: 30, noNaN: true }).map((power) => 10 ** power);
    fc.assert(
      fc.property(amount, amount, fc.integer({ min: 1, max: 40 }), (investment, benefit, years) => {
        const { status, rates } = internalRates(levelFlows(investment, benefit, years));
        expect(status).toBe('single');
        fc.pre(Math.abs((years * benefit) / investment - 1) > 1e-9);
        expect(Math.sign(rates[0] as number)).toBe(Math.sign(years * benefit - investment));
      }),
    );
  });

  test('what is worth nothing at a rate made up beforehand has that rate', () => {
    const anyRate = fc.double({ min: -0.9, max: 9, noNaN: true });
    const anyFlows = fc.array(fc.double({ min: 0.01, max: 1000, noNaN: true }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(anyRate, anyFlows, (rate, benefits) => {
        const flows = [-presentValue([0, ...benefits], rate), ...benefits];
        const { status, rates } = internalRates(flows);
        expect(status).toBe('single');
        expect(rates[0]).toBeCloseTo(rate, 6);
      }),
    );
  });

  test('Norstrom: a running sum that changes sign once and does not end at 0 has one positive rate, if it is below 1,000 %', () => {
    const amount = fc.integer({ min: -100, max: 100 });
    fc.assert(
      fc.property(fc.array(amount, { minLength: 2, maxLength: 8 }), (flows) => {
        let sum = 0;
        const sums = flows.map((flow) => (sum += flow));
        const signs = sums.filter((value) => value !== 0).map(Math.sign);
        fc.pre(sum !== 0 && signs.filter((sign, at) => at > 0 && sign !== signs[at - 1]).length === 1);
        const positive = internalRates(flows).rates.filter((rate) => rate > 1e-9);
        const isWithinScan = Math.sign(presentValue(flows, 0)) !== Math.sign(presentValue(flows, 10));
        expect(positive.length).toBeLessThanOrEqual(1);
        if (isWithinScan) expect(positive.length).toBe(1);
      }),
    );
  });
});

describe('E6.5: 2,000 MWh a year between a supplier and a receiver', () => {
  const annuity = annuityFactor(0.08, 10);
  const supplier = { investmentEur: 150_000, annuity, costsEurPerYear: 5000, avoidedEurPerYear: 6000 };
  const receiver = {
    investmentEur: 300_000,
    annuity,
    costsEurPerYear: 9000,
    avoidedEurPerYear: (2000 / 0.9) * 40,
  };
  const lowest = lowestPrice(supplier, 2000);
  const highest = highestPrice(receiver, 2000);
  const nash = nashPrice({ lowest, highest }) as number;
  const flowsOf = ({ investmentEur, costsEurPerYear, avoidedEurPerYear }: typeof supplier, paid: number) =>
    levelFlows(investmentEur, avoidedEurPerYear - costsEurPerYear + paid, 10);

  test('the corridor is 10.68 to 17.59 EUR/MWh, Nash 14.13, 13,826 EUR/a to share', () => {
    toFourDigits(lowest, 10.68);
    toFourDigits(highest, 17.59);
    toFourDigits(nash, 14.13);
    toFourDigits((highest - lowest) * 2000, 13_826);
  });

  test('each gains 46,385.51 EUR, society 92,771.03; 14.45, 11.32 and together 12.38 %', () => {
    const ofSupplier = flowsOf(supplier, 2000 * nash);
    const ofReceiver = flowsOf(receiver, -2000 * nash);
    const together = ofSupplier.map((flow, year) => flow + (ofReceiver[year] as number));
    expect(presentValue(ofSupplier, 0.08)).toBeCloseTo(46_385.51, 2);
    expect(presentValue(ofReceiver, 0.08)).toBeCloseTo(46_385.51, 2);
    expect(presentValue(together, 0.08)).toBeCloseTo(92_771.03, 2);
    toFourDigits(internalRates(ofSupplier).rates[0] as number, 0.1445);
    toFourDigits(internalRates(ofReceiver).rates[0] as number, 0.1132);
    toFourDigits(internalRates(together).rates[0] as number, 0.1238);
  });

  test('with a power of 0.3 the supplier gets 12.75 EUR/MWh; without a corridor there is no such price', () => {
    toFourDigits(nashPrice({ lowest, highest, supplierPower: 0.3 }) as number, 12.75);
    expect(nashPrice({ lowest: 5, highest: 4 })).toBeNull();
  });
});

describe('E6.6: A, B and C, of whom AB are worth 60, AC 40, BC nothing and all together 100', () => {
  const worth = (coalition: number) => ({ 3: 60, 5: 40, 7: 100 })[coalition] ?? 0;

  test('A gets 50, B 30, C 20, and nobody does better without the others', () => {
    const shares = shapleyValues(3, worth);
    expect(shares.map((share) => Number(share.toFixed(9)))).toEqual([50, 30, 20]);
    expect(isInCore(shares, worth)).toBe(true);
    expect(isInCore([10, 40, 50], worth)).toBe(false);
  });

  test('shares always sum to what all are worth together, up to twelve players and no more', () => {
    const size = (coalition: number) => coalition.toString(2).replaceAll('0', '').length;
    const shares = shapleyValues(12, (coalition) => size(coalition) ** 2);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(144, 8);
    expect(() => shapleyValues(13, size)).toThrow(RangeError);
  });
});

describe('E6.7: with and without inflation', () => {
  test('5 % real at 2 % inflation are 7.100 % nominal; 8 % nominal are 5.882 % real', () => {
    toFourDigits(nominalRate(0.05, 0.02), 0.071);
    toFourDigits(realRate(0.08, 0.02), 0.05882);
  });
});
