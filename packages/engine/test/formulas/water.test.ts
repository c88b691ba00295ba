// Worked example E2.1: pumping water; E2.2 (what the pipe costs) is in pipes.test.ts.
import { expect, test } from 'vitest';
import { coldWater, frictionFactor, reynoldsNumber, velocity } from '../../src/formulas/pipes.ts';
import {
  frictionHeadM,
  hazenWilliamsHeadM,
  liftingKwhPerM3,
  pumpHeadM,
  recovered,
  smallPlantFactor,
} from '../../src/formulas/water.ts';
import { toFourDigits } from './four-digits.ts';

const volumeM3PerS = 10 / 3600;
const innerDiameterM = 0.0736;
const flow = { innerDiameterM, velocityMPerS: velocity(volumeM3PerS, innerDiameterM), fluid: coldWater };

test('E2.1: 10 m3/h through 2 km of 73.6 mm run at 0.6529 m/s with a friction factor of 0.02149', () => {
  toFourDigits(flow.velocityMPerS, 0.6529);
  const relativeRoughness = coldWater.roughnessM / innerDiameterM;
  toFourDigits(frictionFactor({ reynolds: reynoldsNumber(flow), relativeRoughness }), 0.02149);
});

test('E2.1: they lose 12.69 m of head; Hazen and Williams say 12.12', () => {
  toFourDigits(frictionHeadM(flow, 2000), 12.69);
  toFourDigits(hazenWilliamsHeadM({ volumeM3PerS, innerDiameterM, lengthM: 2000, roughness: 150 }), 12.12);
});

test('E2.1: with a rise of 15 m that is 28.96 m, 0.1212 kWh/m3, 9,692 kWh and 1,163 EUR in 8,000 hours', () => {
  const headM = pumpHeadM({ riseM: 15, frictionM: frictionHeadM(flow, 2000), localLosses: 0.1 });
  toFourDigits(headM, 28.96);
  const kwhPerM3 = liftingKwhPerM3(headM, 0.65);
  toFourDigits(kwhPerM3, 0.1212);
  toFourDigits(kwhPerM3 * 10 * 8000, 9692);
  toFourDigits(kwhPerM3 * 10 * 8000 * 0.12, 1163);
});

test('distance costs through friction only: twice the way is twice the friction and the same rise', () => {
  const near = pumpHeadM({ riseM: 15, frictionM: frictionHeadM(flow, 1000), localLosses: 0 });
  const far = pumpHeadM({ riseM: 15, frictionM: frictionHeadM(flow, 2000), localLosses: 0, deliveryM: 5 });
  expect(far - 20).toBeCloseTo(2 * (near - 15), 9);
});

test('a plant of 1,000 m3 a day or more costs once, one of 100 twice, one of 10 four times, none more than eight times', () => {
  const factors = [5000, 1000, 100, 10, 1, 0.1].map((m3PerDay) => smallPlantFactor(m3PerDay / 24));
  for (const [index, times] of [1, 1, 2, 4, 8, 8].entries()) expect(factors[index]).toBeCloseTo(times, 9);
});

test('treatment that recovers 75 % leaves 25 % to be got rid of', () => {
  expect(recovered(1000, 0.75)).toEqual({ clean: 750, concentrate: 250 });
});
