// From the straight line to the way on the ground.
import { factor } from '../factors.ts';

const pipeDetour = factor('pipe.detour').mid;
const wireDetour = factor('wire.detour').mid;
const nearDetour = factor('road.detour_near').mid;
const farDetour = factor('road.detour_far').mid;
const nearRoadKm = 20;

export function pipeRouteKm(distanceKm: number): number {
  return distanceKm * pipeDetour;
}

export function wireRouteKm(distanceKm: number): number {
  return distanceKm * wireDetour;
}

/** Short trips are more roundabout. Just beyond 20 km the route waits until the longer ones have caught up, so that it never shrinks. */
export function roadRouteKm(distanceKm: number): number {
  if (distanceKm <= nearRoadKm) return distanceKm * nearDetour;
  return Math.max(nearRoadKm * nearDetour, distanceKm * farDetour);
}
