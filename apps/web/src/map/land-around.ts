// Which land the background needs for a camera: a generous box around it, finer the nearer it is.
import type { Box } from '../model/view-state.ts';
import { type Camera, type Size, unproject } from './camera.ts';

export const landDetails = ['110m', '50m', '10m'] as const;
/** Scales of Natural Earth: 1:110, 1:50 and 1:10 million. */
export type LandDetail = (typeof landDetails)[number];

export interface LandAsked {
  readonly box: Box;
  readonly detail: LandDetail;
}

/** @param have what is drawn now; returned as it is while it still covers the view finely enough */
export function landAround(camera: Camera, size: Size, have?: LandAsked): LandAsked {
  const detail = detailAt(camera.zoom);
  const [west, south, east, north] = seen(camera, size);
  const covers =
    have?.detail === detail &&
    have.box[0] <= west &&
    have.box[1] <= south &&
    have.box[2] >= east &&
    have.box[3] >= north;
  if (have && covers) return have;
  // A view and a half beyond each side, and never less than a day's drive.
  const [dx, dy] = [Math.max(4, (east - west) * 1.5), Math.max(3, (north - south) * 1.5)];
  return {
    detail,
    box: [
      Math.max(-180, Math.floor(west - dx)),
      Math.max(-89, Math.floor(south - dy)),
      Math.min(180, Math.ceil(east + dx)),
      Math.min(89, Math.ceil(north + dy)),
    ],
  };
}

function detailAt(zoom: number): LandDetail {
  if (zoom < 2.5) return '110m';
  return zoom < 5.5 ? '50m' : '10m';
}

function seen(camera: Camera, size: Size): Box {
  const northWest = unproject({ x: 0, y: 0 }, camera, size);
  const southEast = unproject({ x: size.width, y: size.height }, camera, size);
  return [
    Math.max(-180, northWest.longitude),
    Math.max(-89, southEast.latitude),
    Math.min(180, southEast.longitude),
    Math.min(89, northWest.latitude),
  ];
}
