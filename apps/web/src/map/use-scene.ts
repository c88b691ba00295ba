'use client';
// The scene of the map, drawn anew only for what changed: hovering touches neither marks nor arcs.
import { useMemo, useState } from 'react';
import type { Camera } from './camera.ts';
import type { MapArc } from './map-arc.ts';
import type { MapSite } from './map-site.ts';
import { type Label, placeLabels } from './place-labels.ts';
import { freeBox, type Room } from './place-marks.ts';
import { arcOfPair, type DrawnArc, type Scene, type SceneInput, sceneOf } from './scene.ts';
import type { MapData } from './use-map-data.ts';

interface Parts {
  readonly data: MapData;
  readonly known: ReadonlyMap<string, MapSite>;
  readonly largestEur: number;
  readonly camera: Camera;
  readonly room: Room;
  readonly selected: MapArc | null;
  readonly site: string | null;
}

export interface ShownScene {
  readonly scene: Scene;
  readonly labels: ReadonlyMap<string, Label>;
  /** The arc that is pointed at, or the selected one. */
  readonly chosen: DrawnArc | null;
  /** Ids of the marks that are to stand out. */
  readonly ends: ReadonlySet<string>;
  hover(id: string | null): void;
  /** Opens a cluster of sites at one point, or closes it again. */
  open(cluster: string | null): void;
  readonly opened: string | null;
}

export function useScene({ data, known, largestEur, camera, room, selected, site }: Parts): ShownScene {
  const [hovered, hover] = useState<string | null>(null);
  const [opened, open] = useState<string | null>(null);
  const input = useMemo<SceneInput>(
    () => ({ answer: data.answer, arcs: data.arcs, known, largestEur, opened, camera, room }),
    [data.answer, data.arcs, known, largestEur, opened, camera, room],
  );
  const scene = useMemo(() => sceneOf(input), [input]);
  const chosen = useMemo(() => {
    const pointed = hovered === null ? undefined : scene.arcs.find(({ arc }) => arc.id === hovered);
    return pointed ?? (selected && arcOfPair(scene, selected, input));
  }, [scene, hovered, selected, input]);
  const ends = useMemo(() => new Set(chosen ? chosen.ends : site ? [site] : []), [chosen, site]);
  const labels = useMemo(
    () => placeLabels(scene.placed, ends, freeBox(room.size, room.padding), room.obstacles),
    [scene, ends, room],
  );
  return { scene, labels, chosen, ends, hover, open, opened };
}
