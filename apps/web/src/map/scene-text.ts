// What the map leaves out, in one line; empty when it shows everything.
import type { MapSites } from '@crg/api-contract/map';
import type { Scene } from './scene.ts';

interface Shown {
  readonly answer: Pick<MapSites, 'sites_without_place'> | null;
  readonly arcs: readonly unknown[];
  readonly matches: number;
}

export function arcsText({ answer, arcs, matches }: Shown, { withinClusters }: Pick<Scene, 'withinClusters'>): string {
  const without = answer?.sites_without_place ?? 0;
  const parts = [
    matches > arcs.length ? `Arcs: the ${count(arcs.length)} most valuable of ${count(matches)} matches here` : null,
    withinClusters > 0 ? `${count(withinClusters)} run inside clusters, zoom in to see them` : null,
    without > 0 ? `${count(without)} ${without === 1 ? 'site has' : 'sites have'} no place on a map` : null,
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

function count(value: number): string {
  return value.toLocaleString('en');
}
