// The camera of the map: Web Mercator without rotation, so that marks can be placed before and without the background.

export interface Camera {
  readonly longitude: number;
  readonly latitude: number;
  /** MapLibre's zoom: the world is 512 * 2^zoom px wide. */
  readonly zoom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Space the panels cover, px. */
export interface Padding {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export interface Xy {
  readonly x: number;
  readonly y: number;
}

export interface LngLat {
  readonly longitude: number;
  readonly latitude: number;
}

const earthKm = 6371.0088;

/** Where a place stands on the screen; the camera's own place is the middle of `size`. */
export function project(place: LngLat, camera: Camera, size: Size): Xy {
  const scale = 512 * 2 ** camera.zoom;
  const at = mercator(place);
  const middle = mercator(camera);
  return { x: size.width / 2 + (at.x - middle.x) * scale, y: size.height / 2 + (at.y - middle.y) * scale };
}

/** The camera that shows all places in the area that the panels leave free, never nearer than `nearest`. */
export function fitCamera(places: readonly LngLat[], size: Size, padding: Padding, nearest = 14.5): Camera {
  const points = places.map(mercator);
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  if (points.length === 0) return { longitude: 0, latitude: 20, zoom: 1 };
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const width = Math.max(40, size.width - padding.left - padding.right);
  const height = Math.max(40, size.height - padding.top - padding.bottom);
  const scale = Math.min(
    width / Math.max(right - left, 1e-9),
    height / Math.max(bottom - top, 1e-9),
    512 * 2 ** nearest,
  );
  const middle = {
    x: (left + right) / 2 + (padding.right - padding.left) / 2 / scale,
    y: (top + bottom) / 2 + (padding.bottom - padding.top) / 2 / scale,
  };
  return { ...fromMercator(middle), zoom: Math.log2(scale / 512) };
}

/** The place at a point of the screen. */
export function unproject({ x, y }: Xy, camera: Camera, size: Size): LngLat {
  const scale = 512 * 2 ** camera.zoom;
  const middle = mercator(camera);
  return fromMercator({ x: middle.x + (x - size.width / 2) / scale, y: middle.y + (y - size.height / 2) / scale });
}

/** Pixels per kilometre at the camera's latitude. */
export function pixelsPerKm(camera: Camera): number {
  const circumference = 2 * Math.PI * earthKm * Math.cos((camera.latitude * Math.PI) / 180);
  return (512 * 2 ** camera.zoom) / circumference;
}

/** A round length whose bar is at most `most` px wide. */
export function scaleBar(camera: Camera, most: number): { readonly km: number; readonly width: number } {
  const perKm = pixelsPerKm(camera);
  const steps = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000];
  const km = steps.findLast((step) => step * perKm <= most) ?? 0.1;
  return { km, width: km * perKm };
}

export function distanceKm(a: LngLat, b: LngLat): number {
  const rad = Math.PI / 180;
  const dLat = (b.latitude - a.latitude) * rad;
  const dLng = (b.longitude - a.longitude) * rad;
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a.latitude * rad) * Math.cos(b.latitude * rad) * Math.sin(dLng / 2) ** 2;
  return 2 * earthKm * Math.asin(Math.sqrt(h));
}

const winds = ['N', 'NE', 'E', 'SE', 'S', 'SW', 'W', 'NW'] as const;

/** One of eight directions from a to b. */
export function direction(a: LngLat, b: LngLat): string {
  const dx = (b.longitude - a.longitude) * Math.cos((a.latitude * Math.PI) / 180);
  const angle = Math.atan2(dx, b.latitude - a.latitude) / (Math.PI / 4);
  return winds[(Math.round(angle) + 8) % 8] ?? 'N';
}

/**
 * The places that make up the city itself: near enough to its middle to be seen together. A partner a county away
 * would otherwise shrink everybody else to a dot; it becomes a chip at the edge instead. A cluster weighs as many sites
 * as it stands for.
 */
export function cityCore<Place extends LngLat & { readonly weight?: number }>(
  places: readonly Place[],
): readonly Place[] {
  if (places.length < 3) return places;
  const middle = {
    longitude: median(places.map(({ longitude, weight = 1 }) => ({ value: longitude, weight }))),
    latitude: median(places.map(({ latitude, weight = 1 }) => ({ value: latitude, weight }))),
  };
  const distances = places.map((place) => ({ value: distanceKm(middle, place), weight: place.weight ?? 1 }));
  const reach = Math.max(1, 2.5 * median(distances));
  return places.filter((_, index) => (distances[index]?.value ?? 0) <= reach);
}

function mercator({ longitude, latitude }: LngLat): Xy {
  const sin = Math.sin((Math.max(-85, Math.min(85, latitude)) * Math.PI) / 180);
  return { x: longitude / 360 + 0.5, y: 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI) };
}

function fromMercator({ x, y }: Xy): LngLat {
  return {
    longitude: (x - 0.5) * 360,
    latitude: (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI,
  };
}

interface Weighted {
  readonly value: number;
  readonly weight: number;
}

/** Half of the weight lies on either side; the mean of the two in the middle where it falls between. */
function median(values: readonly Weighted[]): number {
  const sorted = [...values].sort((a, b) => a.value - b.value);
  const half = sorted.reduce((sum, { weight }) => sum + weight, 0) / 2;
  let below = 0;
  for (const [index, { value, weight }] of sorted.entries()) {
    below += weight;
    if (below > half) return value;
    if (below === half) return (value + (sorted[index + 1]?.value ?? value)) / 2;
  }
  return 0;
}
