// From the straight line to the way on the ground.
import type { FactorValues } from '../factor-table.ts';

export function pipeRouteKm(distanceKm: number, values: FactorValues): number {
  return distanceKm * values['pipe.detour'];
}

export function wireRouteKm(distanceKm: number, values: FactorValues): number {
  return distanceKm * values['wire.detour'];
}

/** Short trips are more roundabout. Just beyond 20 km the route waits until the longer ones have caught up, so that it never shrinks. */
export function roadRouteKm(distanceKm: number, values: FactorValues): number {
  const near = values['road.detour_near'];
  if (distanceKm <= nearRoadKm) return distanceKm * near;
  return Math.max(nearRoadKm * near, distanceKm * values['road.detour_far']);
}

const nearRoadKm = 20;
