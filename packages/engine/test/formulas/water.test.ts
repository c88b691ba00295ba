// Worked example E2.1: pumping water; E2.2 (what the pipe costs) is in pipes.test.ts.
import { expect, test } from 'vitest';
import { coldWater, frictionFactor, reynoldsNumber, velocity } from '../../src/formulas/pipes.ts';
import {
  frictionHeadM,
  hazenWilliamsHeadM,
  ionsMolPerM3,
  liftingKwhPerM3,
  pumpHeadM,
  recovered,
  smallPlantFactor,
  treatedPart,
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

test('1,000 to 500 uS/cm with membranes that keep 75 % of the water and 4 % of the salt: 59.17 % of it goes through them', () => {
  const part = treatedPart({ from: 1000, to: 500, removal: 0.96, recovery: 0.75 });
  toFourDigits(part, 0.5917);
  // 40.83 m3 of 1,000 and 59.17 x 0.75 m3 of 40 make 85.21 m3 of 500.
  const water = 1 - part + part * 0.75;
  expect(((1 - part) * 1000 + part * 0.75 * 40) / water).toBeCloseTo(500, 9);
  toFourDigits(treatedPart({ from: 1000, to: 200, removal: 0.96, recovery: 0.75 }), 0.8696);
});

test('what is cleaner than a plant can make it would take more than all of the water', () => {
  expect(treatedPart({ from: 1000, to: 40, removal: 0.96, recovery: 0.75 })).toBeCloseTo(1, 12);
  expect(treatedPart({ from: 1000, to: 39, removal: 0.96, recovery: 0.75 })).toBeGreaterThan(1);
});

test('from pH 13 to 12 takes 90 mol/m3, from 12 to 11 nine, from 8 to 7 hardly anything; lye for acid takes the same', () => {
  expect(ionsMolPerM3(13, 12)).toBeCloseTo(90, 6);
  expect(ionsMolPerM3(12, 11)).toBeCloseTo(9, 6);
  expect(ionsMolPerM3(8, 7)).toBeLessThan(0.002);
  expect(ionsMolPerM3(1, 2)).toBeCloseTo(90, 6);
});
