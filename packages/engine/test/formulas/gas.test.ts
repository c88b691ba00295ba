// Worked examples E3.1 to E3.3: compressing gases and piping them.
import { describe, expect, test } from 'vitest';
import {
  adiabaticKwh,
  compressionKwh,
  gases,
  gasPipeBoreM,
  gasPipeInletBar,
  gasPipeOutletBar,
  isothermalKwh,
  stagesFor,
} from '../../src/formulas/gas.ts';
import { frictionFactor } from '../../src/formulas/pipes.ts';
import { toFourDigits } from './four-digits.ts';

const efficiency = 0.75;

describe('E3.1: air of 20 °C from 1 to 8 bar, per normal m3', () => {
  const inlet = { ratio: 8, inletC: 20 };
  const air = gases.air.isentropicExponent;

  test('takes 0.06281 kWh at constant temperature and 0.08579 in one stage without losses', () => {
    toFourDigits(isothermalKwh(inlet), 0.06281);
    toFourDigits(adiabaticKwh({ ...inlet, isentropicExponent: air, stages: 1 }), 0.08579);
  });

  test('takes 0.1144 kWh at the meter, 0.09752 in two stages', () => {
    toFourDigits(compressionKwh({ ...inlet, isentropicExponent: air, stages: 1, efficiency }), 0.1144);
    toFourDigits(compressionKwh({ ...inlet, isentropicExponent: air, stages: 2, efficiency }), 0.09752);
  });

  test('comes closer to the cooled ideal with every stage, and never below it', () => {
    const work = [1, 2, 3, 8, 50].map((stages) => adiabaticKwh({ ...inlet, isentropicExponent: air, stages }));
    expect(work).toEqual(work.toSorted((a, b) => b - a));
    expect(work.at(-1)).toBeGreaterThan(isothermalKwh(inlet));
    expect((work.at(-1) as number) / isothermalKwh(inlet)).toBeLessThan(1.01);
  });
});

test('E3.2: CO2 of 20 °C from 1 to 20 bar in three stages takes 0.1353 kWh per normal m3, 68.42 kWh/t', () => {
  const { isentropicExponent, kgPerM3 } = gases.carbonDioxide;
  expect(stagesFor(20)).toBe(3);
  const kwh = compressionKwh({ ratio: 20, inletC: 20, isentropicExponent, stages: 3, efficiency });
  toFourDigits(kwh, 0.1353);
  toFourDigits((kwh / kgPerM3) * 1000, 68.42);
});

test('one stage does up to four times the pressure, two up to sixteen', () => {
  expect([1, 1.5, 4, 4.1, 16, 17, 64].map(stagesFor)).toEqual([1, 1, 1, 2, 2, 3, 3]);
});

describe('E3.3: 1 t/h of CO2 at 6 bar through a kilometre of DN 80', () => {
  const flow = {
    kgPerS: 1 / 3.6,
    gas: gases.carbonDioxide,
    innerDiameterM: 0.0825,
    roughnessM: 0.05e-3,
    lengthM: 1000,
    temperatureC: 15,
  };

  test('has a friction factor of 0.01895', () => {
    const reynolds = (4 * flow.kgPerS) / (Math.PI * flow.innerDiameterM * flow.gas.viscosityPaS);
    toFourDigits(frictionFactor({ reynolds, relativeRoughness: 0.05e-3 / 0.0825 }), 0.01895);
  });

  test('arrives at 5.712 bar', () => toFourDigits(gasPipeOutletBar({ ...flow, inletBar: 6 }) as number, 5.712));

  test('needs 6 bar at the near end for those 5.712 at the far one', () => {
    expect(gasPipeInletBar({ ...flow, outletBar: gasPipeOutletBar({ ...flow, inletBar: 6 }) as number })).toBeCloseTo(
      6,
      9,
    );
  });

  test('needs a wider pipe to lose less: the one for 5.9 bar loses just that, and a wide one stays as it is', () => {
    const { innerDiameterM: _, ...rest } = flow;
    const wider = gasPipeBoreM({ ...rest, inletBar: 6, outletBar: 5.9, atLeastM: 0.0825 });
    expect(wider).toBeGreaterThan(0.0825);
    expect(gasPipeOutletBar({ ...rest, innerDiameterM: wider, inletBar: 6 })).toBeCloseTo(5.9, 6);
    expect(gasPipeBoreM({ ...rest, inletBar: 6, outletBar: 5.9, atLeastM: 0.2 })).toBe(0.2);
  });

  test('does not arrive at all where the pipe is too long for the pressure', () => {
    expect(gasPipeOutletBar({ ...flow, inletBar: 6, lengthM: 12_000 })).toBeNull();
  });
});
