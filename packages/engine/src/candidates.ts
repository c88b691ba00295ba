// Who might take a supply: demands of a type that accepts it, near enough to be worth judging. Found by place, per type.
import type { EarthCentred } from '@crg/domain/geo';
import type { ResourceType } from '@crg/domain/taxonomy';
import { typeAccepts } from './judges/type.ts';
import type { PreparedFlow } from './prepared-flow.ts';

/** All demands of a city, ready to be asked "who near this supply might take it?". */
export class Candidates {
  readonly #byType: ReadonlyMap<string, TypeIndex>;

  constructor(demands: readonly PreparedFlow[]) {
    const byType = Map.groupBy(demands, ({ type }) => type.id);
    this.#byType = new Map([...byType].map(([type, members]) => [type, new TypeIndex(members)]));
  }

  /**
   * Calls `visit` for every demand of another organization whose type accepts the supply and whose distance is at most
   * `stretch` times the pair's limit, and for some that are farther. Order is not defined.
   * @param stretch 1 for matches; 2 also reaches the near misses of distance
   */
  visitNear(supply: PreparedFlow, stretch: number, visit: (demand: PreparedFlow) => void): void {
    const visitOthers = (demand: PreparedFlow) => {
      if (demand.organization.id !== supply.organization.id) visit(demand);
    };
    for (const index of this.#byType.values())
      if (typeAccepts(index.type, supply.type)) index.visitNear(supply, stretch, visitOthers);
  }
}

/**
 * The demands of one resource type in layers: those that state no distance limit, and those that do, by the size of their
 * limit. Each layer is searched no farther than its own largest limit, so one demand that states 500 km costs the others nothing.
 */
class TypeIndex {
  readonly type: ResourceType;
  readonly #layers: readonly Layer[];

  constructor(demands: readonly PreparedFlow[]) {
    this.type = (demands[0] as PreparedFlow).type;
    const bySize = Map.groupBy(demands, ({ flow }) => sizeClass(flow.limits.maxDistanceKm));
    this.#layers = [...bySize.values()].map((members) => layerOf(members));
  }

  visitNear(supply: PreparedFlow, stretch: number, visit: (demand: PreparedFlow) => void): void {
    for (const layer of this.#layers) {
      const limitKm = layer.largestLimitKm ?? Math.min(supply.type.reachKm, layer.reachKm);
      const radiusKm = ownLimitKm(supply, layer, limitKm) * stretch;
      layer.grid.visitWithin(supply.place, radiusKm * metresPerKilometre * (1 + roundingRoom), visit);
    }
  }
}

/** A supply's own limit replaces the reach where the demands state none, and caps the limit where they do. */
function ownLimitKm(supply: PreparedFlow, layer: Layer, limitKm: number): number {
  const own = supply.flow.limits.maxDistanceKm;
  if (own === null) return limitKm;
  return layer.largestLimitKm === null ? own : Math.min(own, limitKm);
}

interface Layer {
  readonly grid: PlaceGrid;
  /** null: the demands of this layer state no limit, so the type's reach counts. */
  readonly largestLimitKm: number | null;
  readonly reachKm: number;
}

/** Limits within a factor of two share a layer. */
function sizeClass(limitKm: number | null): number | null {
  return limitKm === null ? null : Math.ceil(Math.log2(Math.max(limitKm, smallestCellKm)));
}

function layerOf(members: readonly PreparedFlow[]): Layer {
  const limits = members.map(({ flow }) => flow.limits.maxDistanceKm).filter((limit) => limit !== null);
  const largestLimitKm = limits.length === 0 ? null : limits.reduce((a, b) => Math.max(a, b));
  const reachKm = (members[0] as PreparedFlow).type.reachKm;
  const cellKm = Math.max(largestLimitKm ?? reachKm, smallestCellKm);
  return { grid: new PlaceGrid(members, cellKm * metresPerKilometre), largestLimitKm, reachKm };
}

/** Cubic cells over earth-centred coordinates: no special case at the poles or the antimeridian. */
class PlaceGrid {
  readonly #cellSize: number;
  readonly #cells: ReadonlyMap<number, readonly PreparedFlow[]>;
  readonly #count: number;

  constructor(members: readonly PreparedFlow[], cellSize: number) {
    this.#cellSize = cellSize;
    this.#count = members.length;
    this.#cells = Map.groupBy(members, ({ place }) =>
      this.#keyOf(this.#cell(place.x), this.#cell(place.y), this.#cell(place.z)),
    );
  }

  /** Visits every member within `radius` (m, straight through the earth, which is never longer than over the ground). */
  visitWithin(centre: EarthCentred, radius: number, visit: (member: PreparedFlow) => void): void {
    const visitIfNear = (member: PreparedFlow) => {
      if (squaredChord(centre, member.place) <= radius * radius) visit(member);
    };
    for (const cell of this.#cellsNear(centre, radius)) cell.forEach(visitIfNear);
  }

  /** The cells that touch the cube around the centre; all of them when the cube has more cells than there are members. */
  *#cellsNear({ x, y, z }: EarthCentred, radius: number): Iterable<readonly PreparedFlow[]> {
    const span = Math.ceil((2 * radius) / this.#cellSize) + 1;
    if (span ** 3 > this.#count) {
      yield* this.#cells.values();
      return;
    }
    for (let i = this.#cell(x - radius); i <= this.#cell(x + radius); i++)
      for (let j = this.#cell(y - radius); j <= this.#cell(y + radius); j++)
        for (let k = this.#cell(z - radius); k <= this.#cell(z + radius); k++) {
          const cell = this.#cells.get(this.#keyOf(i, j, k));
          if (cell !== undefined) yield cell;
        }
  }

  #cell(coordinate: number): number {
    return Math.floor(coordinate / this.#cellSize);
  }

  /** Three signed 17-bit numbers in one: cells of 1 km span the earth in 12,800 steps. */
  #keyOf(i: number, j: number, k: number): number {
    return ((i + keyOffset) * keySpan + (j + keyOffset)) * keySpan + (k + keyOffset);
  }
}

function squaredChord(a: EarthCentred, b: EarthCentred): number {
  return (a.x - b.x) ** 2 + (a.y - b.y) ** 2 + (a.z - b.z) ** 2;
}

const metresPerKilometre = 1000;
const smallestCellKm = 1;
const keySpan = 2 ** 17;
const keyOffset = 2 ** 16;
/** The grid may visit a little too much, never too little: the distance judge decides. */
const roundingRoom = 1e-9;
