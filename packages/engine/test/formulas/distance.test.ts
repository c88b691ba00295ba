// Worked examples E9.1 and E9.2: distances on the ellipsoid; what the sphere and the local formula would say.
import { distanceKm } from '@crg/domain/geo';
import { describe, expect, test } from 'vitest';
import { toFourDigits } from './four-digits.ts';

const kalundborg = { latitude: 55.6814, longitude: 11.0886 };
const copenhagen = { latitude: 55.6761, longitude: 12.5683 };
const nearby = { latitude: 55.7014, longitude: 11.1286 };

describe('E9.1: Kalundborg to Copenhagen', () => {
  test('is 93.087 km', () => expect(distanceKm(kalundborg, copenhagen)).toBeCloseTo(93.087, 3));

  test('a sphere says 92.770 km, 0.340 % less; the local formula 93.089 km', () => {
    toFourDigits(onSphereKm(kalundborg, copenhagen), 92.77);
    toFourDigits(1 - onSphereKm(kalundborg, copenhagen) / distanceKm(kalundborg, copenhagen), 0.0034);
    expect(locallyKm(kalundborg, copenhagen)).toBeCloseTo(93.089, 3);
  });
});

describe('E9.2: 3.4 km across Kalundborg', () => {
  test('are 3,359.52 m', () => expect(distanceKm(kalundborg, nearby) * 1000).toBeCloseTo(3359.52, 2));

  test('a sphere says 3,351.24 m', () => expect(onSphereKm(kalundborg, nearby) * 1000).toBeCloseTo(3351.24, 2));
});

interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

const radians = (degrees: number) => (degrees * Math.PI) / 180;

function onSphereKm(p: Place, q: Place): number {
  const [a, b] = [radians(p.latitude), radians(q.latitude)];
  const across = radians(q.longitude - p.longitude);
  const h = Math.sin((b - a) / 2) ** 2 + Math.cos(a) * Math.cos(b) * Math.sin(across / 2) ** 2;
  return 2 * 6371.0088 * Math.asin(Math.sqrt(h));
}

/** dx = N cos(phi) dlon, dy = M dlat with the radii of curvature at the middle latitude. */
function locallyKm(p: Place, q: Place): number {
  const middle = radians((p.latitude + q.latitude) / 2);
  const squared = 0.00669437999014;
  const w = 1 - squared * Math.sin(middle) ** 2;
  const dx = (6378.137 / Math.sqrt(w)) * Math.cos(middle) * radians(q.longitude - p.longitude);
  const dy = ((6378.137 * (1 - squared)) / w ** 1.5) * radians(q.latitude - p.latitude);
  return Math.hypot(dx, dy);
}
