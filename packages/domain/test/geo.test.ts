import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Point } from '../src/flow.ts';
import { distanceKm } from '../src/geo.ts';

const at = (latitude: number, longitude: number): Point => ({ latitude, longitude });
const kalundborg = at(55.6814, 11.0886);

test('Kalundborg to Copenhagen is 93.087 km (E9.1)', () => {
  expect(distanceKm(kalundborg, at(55.6761, 12.5683))).toBeCloseTo(93.087, 3);
});

test('across Kalundborg it is 3,359.52 m (E9.2)', () => {
  expect(distanceKm(kalundborg, at(55.7014, 11.1286)) * 1000).toBeCloseTo(3359.52, 2);
});

test('over the antimeridian on the equator 0.2 degrees are 22.264 km', () => {
  expect(distanceKm(at(0, 179.9), at(0, -179.9))).toBeCloseTo((6378.137 * 0.2 * Math.PI) / 180, 5);
});

test('over the pole 0.2 degrees are 22.339 km, whatever the longitudes', () => {
  expect(distanceKm(at(89.9, 0), at(89.9, 180))).toBeCloseTo(meridianArcKm(89.9, 90) * 2, 5);
  expect(distanceKm(at(-89.9, 30), at(-89.9, -150))).toBeCloseTo(meridianArcKm(89.9, 90) * 2, 5);
  expect(distanceKm(at(90, 12), at(90, -77))).toBeCloseTo(0, 9);
});

test('along a meridian of 150 km the error stays within 0.05 m anywhere', () => {
  for (let south = -90; south <= 88; south += 2) {
    const north = south + 1.34;
    expect(Math.abs(distanceKm(at(south, 11), at(north, 11)) - meridianArcKm(south, north))).toBeLessThan(5e-5);
  }
});

test('distance is the same both ways and 0 at home', () => {
  const place = fc.record({
    latitude: fc.double({ min: -90, max: 90, noNaN: true }),
    longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  });
  fc.assert(
    fc.property(place, place, (p, q) => {
      expect(distanceKm(p, q)).toBe(distanceKm(q, p));
      expect(distanceKm(p, p)).toBe(0);
    }),
  );
});

/** Length of a meridian between two latitudes by Simpson's rule over the radius of curvature: a way independent of the code. */
function meridianArcKm(from: number, to: number): number {
  const [a, e2] = [6378.137, 0.00669437999014];
  const radius = (degrees: number) => (a * (1 - e2)) / (1 - e2 * Math.sin((degrees * Math.PI) / 180) ** 2) ** 1.5;
  const steps = 20;
  const step = (to - from) / steps;
  let sum = radius(from) + radius(to);
  for (let index = 1; index < steps; index++) sum += radius(from + index * step) * (index % 2 === 1 ? 4 : 2);
  return (sum * step * Math.PI) / 180 / 3;
}
