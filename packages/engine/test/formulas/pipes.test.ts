// Worked examples E1.4 to E1.9 and E2.2: which pipe, what it takes and loses, what it costs.
import { describe, expect, test } from 'vitest';
import {
  boreFor,
  costedDiameter,
  costedLoss,
  frictionFactor,
  heatPipeEurPerM,
  heatPipes,
  hotWater,
  pairLossWPerM,
  plasticPipeEurPerM,
  pressureGradient,
  pumpingKw,
  reynoldsNumber,
  smallestPipe,
  temperatureAfter,
  temperatureAlong,
  temperatureBefore,
  velocity,
  velocityLimit,
} from '../../src/formulas/pipes.ts';
import { toFourDigits } from './four-digits.ts';

const flowIn = (innerMm: number, kgPerS: number) => {
  const innerDiameterM = innerMm / 1000;
  const velocityMPerS = velocity(kgPerS / hotWater.densityKgPerM3, innerDiameterM);
  return { innerDiameterM, velocityMPerS, fluid: hotWater };
};
const dn80 = heatPipes.find(({ dn }) => dn === 80) as (typeof heatPipes)[number];

describe('E1.4: 5 kg/s of hot water', () => {
  test('would take 238.7 Pa/m in DN 65 at 1.321 m/s', () => {
    toFourDigits(flowIn(70.3, 5).velocityMPerS, 1.321);
    toFourDigits(pressureGradient(flowIn(70.3, 5)), 238.7);
  });

  test('take 105.7 Pa/m in DN 80 at 0.9593 m/s: that one it is', () => {
    const flow = flowIn(82.5, 5);
    toFourDigits(flow.velocityMPerS, 0.9593);
    toFourDigits(reynoldsNumber(flow), 2.041e5);
    toFourDigits(frictionFactor({ reynolds: reynoldsNumber(flow), relativeRoughness: 0.05e-3 / 0.0825 }), 0.01944);
    toFourDigits(pressureGradient(flow), 105.7);
    expect(smallestPipe(5).dn).toBe(80);
  });
});

describe('the table of heat pipes', () => {
  test.each(heatPipes)(
    'DN $dn carries $kgPerS kg/s at 150 Pa/m, below the velocity of the trade or just at it',
    (pipe) => {
      const flow = flowIn(pipe.innerMm, pipe.kgPerS);
      // Printed to three digits: the drop, near the square of the flow, is known to a per cent.
      expect(pressureGradient(flow) / 150).toBeGreaterThan(0.985);
      expect(pressureGradient(flow) / 150).toBeLessThan(1.015);
      expect(flow.velocityMPerS).toBeLessThanOrEqual(velocityLimit(pipe.dn) * 1.02);
    },
  );
});

test('water may run at 1 m/s up to DN 50, 1.5 up to DN 100, 2 up to DN 150 and 3 above', () => {
  expect([50, 65, 100, 125, 150, 200].map(velocityLimit)).toEqual([1, 1.5, 1.5, 2, 2, 3]);
});

test('Swamee and Jain stay within 3 % of Colebrook from Re 5e3 to 1e8', () => {
  for (const relativeRoughness of [1e-6, 1e-5, 1e-4, 1e-3, 1e-2]) {
    for (let exponent = Math.log10(5e3); exponent <= 8; exponent += 0.05) {
      const reynolds = 10 ** exponent;
      const share = frictionFactor({ reynolds, relativeRoughness }) / colebrook(reynolds, relativeRoughness);
      expect(Math.abs(share - 1), `Re ${reynolds}, k/D ${relativeRoughness}`).toBeLessThan(0.03);
    }
  }
});

test('E1.5: pumping 5 kg/s over a kilometre of DN 80 and back takes 2.537 bar and 2.002 kW', () => {
  const pressurePa = pressureGradient(flowIn(82.5, 5)) * 2 * 1000 * 1.2;
  toFourDigits(pressurePa / 1e5, 2.537);
  toFourDigits(pumpingKw({ pressurePa, volumeM3PerS: 5 / 975, efficiency: 0.65 }), 2.002);
});

describe('heat lost on the way', () => {
  test('E1.6: 90 °C arrive as 89.18 °C after a kilometre at 5 kg/s, and 4.020 K colder at 1 kg/s', () => {
    toFourDigits(temperatureAfter({ inletC: 90, lengthM: 1000, kgPerS: 5 }), 89.18);
    toFourDigits(90 - temperatureAfter({ inletC: 90, lengthM: 1000, kgPerS: 5 }), 0.8206);
    toFourDigits(90 - temperatureAlong({ pipe: dn80, inletC: 90, lengthM: 1000, kgPerS: 1 }), 4.02);
  });

  test('E1.7: a DN 80 pair at 90/60 °C loses 28.08 W/m, 246.0 MWh per km and year, 4.468 % of 628.5 kW', () => {
    const wPerM = pairLossWPerM({ ...dn80, flowC: 90, returnC: 60 });
    toFourDigits(wPerM, 28.08);
    toFourDigits((wPerM * 1000 * 8760) / 1e6, 246);
    toFourDigits(wPerM / 628.5, 0.04468);
  });

  test.each([
    [25, 17.4],
    [40, 21.4],
    [50, 23.9],
    [65, 26.9],
    [80, 28.1],
    [100, 29.2],
    [125, 33.8],
    [150, 38.4],
    [200, 40.6],
    [300, 45.1],
    [400, 45.0],
  ])('a DN %d pair at 75 °C in the mean loses %d W/m', (dn, wPerM) => {
    const pipe = heatPipes.find((each) => each.dn === dn) as (typeof heatPipes)[number];
    expect(Math.abs(pairLossWPerM({ ...pipe, flowC: 90, returnC: 60 }) - wPerM)).toBeLessThanOrEqual(0.055);
  });

  test('what must enter for 85 °C to arrive is what arrives as 85 °C, also where it takes several lines', () => {
    for (const kgPerS of [0.1, 2.2, 50, 361, 1200]) {
      const inletC = temperatureBefore({ outletC: 85, lengthM: 1500, kgPerS });
      expect(temperatureAfter({ inletC, lengthM: 1500, kgPerS })).toBeCloseTo(85, 9);
    }
  });
});

describe('the costed loss', () => {
  test('is the table at its points, in between between them, and proportional beyond the largest', () => {
    expect(costedLoss(6)).toBeCloseTo(0.216, 12);
    expect(costedLoss(0.1)).toBe(0.134);
    expect(costedLoss((3.93 + 6) / 2)).toBeCloseTo((0.207 + 0.216) / 2, 12);
    expect(costedLoss(361)).toBeCloseTo(0.346, 12);
    expect(costedLoss(722)).toBeCloseTo(2 * 0.346, 12);
  });

  test('never grows faster than the flow', () => {
    for (const flow of Array.from({ length: 400 }, (_, index) => 0.3 + index * 2))
      expect(costedLoss(flow * 1.001) / costedLoss(flow) - 1).toBeLessThanOrEqual(0.001 + 1e-9);
  });
});

describe('what a pipe costs', () => {
  const paved = { nominalMm: 80, base: 300, perMm: 3.9, surface: 1.25 };

  test('E1.8: a kilometre of DN 80 under paving costs 765,000 EUR, 535,500 to 1,147,500', () => {
    toFourDigits(1000 * heatPipeEurPerM(paved), 765_000);
    toFourDigits(1000 * 0.7 * heatPipeEurPerM(paved), 535_500);
    toFourDigits(1000 * 1.5 * heatPipeEurPerM(paved), 1_147_500);
  });

  test('E1.9: 300 m at 545 EUR/m cost 163,500 EUR, and DN 65 to 100 without paving are of that order', () => {
    toFourDigits(300 * heatPipeEurPerM({ nominalMm: 80, base: 545, perMm: 0, surface: 1 }), 163_500);
    const unpaved = (nominalMm: number) => heatPipeEurPerM({ ...paved, nominalMm, surface: 0.85 });
    expect(unpaved(65)).toBeLessThan(545);
    expect(unpaved(100)).toBeGreaterThan(545);
  });

  test.each([
    [25, 338, 497, 716],
    [40, 388, 570, 821],
    [50, 421, 619, 891],
    [65, 470, 692, 996],
    [80, 520, 765, 1102],
    [100, 586, 862, 1242],
    [125, 669, 984, 1418],
    [150, 752, 1106, 1593],
    [200, 918, 1350, 1944],
    [300, 1250, 1838, 2646],
    [400, 1581, 2325, 3348],
  ])('DN %d costs %d EUR/m unpaved, %d paved, %d in a city street', (nominalMm, unpaved, park, city) => {
    const costs = [0.85, 1.25, 1.8].map((surface) => heatPipeEurPerM({ ...paved, nominalMm, surface }));
    for (const [index, stated] of [unpaved, park, city].entries())
      expect(Math.abs((costs[index] as number) - stated)).toBeLessThanOrEqual(0.55);
  });

  test('E2.2: 2 km of plastic DA 90 under paving cost 569,600 EUR', () => {
    toFourDigits(2000 * plasticPipeEurPerM({ outerMm: 90, base: 70, surface: 1.8 }), 569_600);
  });

  test.each([
    [63, 127],
    [110, 184],
    [160, 256],
    [225, 371],
    [315, 568],
  ])('plastic DA %d costs %d EUR/m without paving', (outerMm, eurPerM) => {
    expect(Math.abs(plasticPipeEurPerM({ outerMm, base: 70, surface: 1 }) - eurPerM)).toBeLessThanOrEqual(0.55);
  });

  test('the costed diameter is the table at its points, between them in between, and grows slower than the flow', () => {
    expect(costedDiameter(6)).toBe(80);
    expect(costedDiameter(0.1)).toBe(25);
    expect(costedDiameter((3.93 + 6) / 2)).toBeCloseTo(72.5, 9);
    for (const flow of Array.from({ length: 400 }, (_, index) => 0.3 + index * 2)) {
      const elasticity = (costedDiameter(flow * 1.001) / costedDiameter(flow) - 1) / 0.001;
      expect(elasticity).toBeGreaterThanOrEqual(0);
      expect(elasticity).toBeLessThan(1);
    }
  });
});

test('the bore for a volume and a velocity gives that velocity back', () => {
  expect(velocity(0.01, boreFor(0.01, 1.5))).toBeCloseTo(1.5, 12);
});

/** Colebrook and White by repeated substitution, as the judge. */
function colebrook(reynolds: number, relativeRoughness: number): number {
  let inverseRoot = 7;
  for (let step = 0; step < 60; step += 1)
    inverseRoot = -2 * Math.log10(relativeRoughness / 3.7 + (2.51 / reynolds) * inverseRoot);
  return 1 / inverseRoot ** 2;
}
