// Distance between two places on the WGS-84 ellipsoid, without trigonometry per pair.
import type { Point } from './flow.ts';

/** Earth-centred coordinates on the WGS-84 ellipsoid (m): poles and the antimeridian are ordinary points here. */
export interface EarthCentred {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/**
 * Distance over the ground (km): the chord d between both points plus d^3/(24 a^2), the first term of arc over chord.
 * Within 0.05 m of the geodesic at 150 km. Source: docs/method.md#distance
 */
export function distanceKm(p: Point, q: Point): number {
  return distanceKmBetween(earthCentred(p), earthCentred(q));
}

/** The same for places already converted: what the engine calls per pair. */
export function distanceKmBetween(p: EarthCentred, q: EarthCentred): number {
  const [dx, dy, dz] = [p.x - q.x, p.y - q.y, p.z - q.z];
  return distanceKmOfChord(dx * dx + dy * dy + dz * dz);
}

/** The same for the square of the chord, m2. */
export function distanceKmOfChord(squared: number): number {
  const chord = Math.sqrt(squared);
  return (chord + (chord * chord * chord) / (24 * equatorialRadius * equatorialRadius)) / metresPerKilometre;
}

export function earthCentred({ longitude, latitude }: Point): EarthCentred {
  const lambda = longitude * radiansPerDegree;
  const phi = latitude * radiansPerDegree;
  const primeVertical = equatorialRadius / Math.sqrt(1 - eccentricitySquared * Math.sin(phi) ** 2);
  return {
    x: primeVertical * Math.cos(phi) * Math.cos(lambda),
    y: primeVertical * Math.cos(phi) * Math.sin(lambda),
    z: primeVertical * (1 - eccentricitySquared) * Math.sin(phi),
  };
}

/** WGS-84 defining constants (NIMA TR8350.2). */
const equatorialRadius = 6_378_137;
const flattening = 1 / 298.257223563;
const eccentricitySquared = flattening * (2 - flattening);
const radiansPerDegree = Math.PI / 180;
const metresPerKilometre = 1000;
