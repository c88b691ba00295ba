// Which part of the world the map asks the API about: what is in sight and some more around it, on a coarse grid, so
// that a small move asks nothing new.
import type { Box } from '../model/view-state.ts';
import { type Camera, fitCamera, type LngLat, type Padding, type Size, unproject } from './camera.ts';

/** Share of the view's width that is asked for beyond each side. */
const beyond = 0.15;

export function areaAround(camera: Camera, size: Size): Box {
  const [west, south, east, north] = boxOf(camera, size, { top: 0, right: 0, bottom: 0, left: 0 });
  const step = 2 ** Math.ceil(Math.log2(Math.max(east - west, 1e-4))) / 8;
  const out = (value: number, by: number, round: (value: number) => number) => round((value + by) / step) * step;
  const [dx, dy] = [(east - west) * beyond, (north - south) * beyond];
  return [
    Math.max(-180, out(west, -dx, Math.floor)),
    Math.max(-90, out(south, -dy, Math.floor)),
    Math.min(180, out(east, dx, Math.ceil)),
    Math.min(90, out(north, dy, Math.ceil)),
  ];
}

/** What the panels leave free, as it stands in the address: five decimals are a metre. */
export function boxOf(camera: Camera, size: Size, padding: Padding): Box {
  const northWest = unproject({ x: padding.left, y: padding.top }, camera, size);
  const southEast = unproject({ x: size.width - padding.right, y: size.height - padding.bottom }, camera, size);
  const degrees = (value: number, most: number) => Number(Math.max(-most, Math.min(most, value)).toFixed(5));
  return [
    degrees(northWest.longitude, 180),
    degrees(southEast.latitude, 90),
    degrees(southEast.longitude, 180),
    degrees(northWest.latitude, 90),
  ];
}

/** The camera that an address asks for. */
export function cameraOf(box: Box, size: Size, padding: Padding): Camera {
  return fitCamera(cornersOf(box), size, padding, 18);
}

export function cornersOf([west, south, east, north]: readonly [number, number, number, number]): LngLat[] {
  return [
    { longitude: west, latitude: south },
    { longitude: east, latitude: north },
  ];
}

/** Clusters are gathered for whole zooms; a little more than half way up the next one fits better. */
export function clusterZoom({ zoom }: Camera): number {
  return Math.max(0, Math.floor(zoom + 0.25));
}
