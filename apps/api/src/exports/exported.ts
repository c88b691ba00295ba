// What can be exported: one list of named values serves the columns of the CSV and the properties of the GeoJSON.
import type { Point } from '@crg/domain/flow';

export type Value = string | number | null;

export interface Column<Item> {
  readonly name: string;
  readonly value: (item: Item) => Value;
}

export interface Exported<Item> {
  readonly columns: readonly Column<Item>[];
  readonly id: (item: Item) => string;
  readonly geometry: (item: Item) => Geometry | null;
}

/** RFC 7946: positions are longitude, latitude in degrees (WGS-84). */
export type Position = readonly [number, number];
export type Geometry =
  | { readonly type: 'Point'; readonly coordinates: Position }
  | { readonly type: 'MultiPoint'; readonly coordinates: readonly Position[] }
  | { readonly type: 'LineString'; readonly coordinates: readonly Position[] }
  | { readonly type: 'MultiLineString'; readonly coordinates: readonly (readonly Position[])[] };

export function positionOf({ longitude, latitude }: Point): Position {
  return [longitude, latitude];
}

export function pointGeometry(point: Point | null): Geometry | null {
  return point === null ? null : { type: 'Point', coordinates: positionOf(point) };
}
