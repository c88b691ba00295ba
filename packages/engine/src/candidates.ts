// Who might take a supply: demands of a type that accepts it, near enough to be worth judging. Found by place, per type.
import type { EarthCentred } from '@crg/domain/geo';
import type { QualityParameter, ResourceType } from '@crg/domain/taxonomy';
import { isOutsideForGood } from './judges/hopeless.ts';
import { typeAccepts } from './judges/type.ts';
import { offeredTo } from './pair.ts';
import type { PreparedFlow } from './prepared-flow.ts';
import type { QualityEnds } from './quality-ends.ts';

/** All demands of a city, ready to be asked "who near this supply might take it?". */
export class Candidates {
  readonly #byType: ReadonlyMap<string, TypeIndex>;

  constructor(demands: readonly PreparedFlow[]) {
    const byType = Map.groupBy(demands, ({ type }) => type.id);
    this.#byType = new Map([...byType].map(([type, members]) => [type, new TypeIndex(members)]));
  }

  /**
   * Calls `visit` for every demand of another organization whose type accepts the supply, whose distance is at most `stretch`
   * times the pair's limit (and for some that are farther), and whose quality is not out of reach for good. Order is not defined.
   * `visit` also gets the supply's quality as the demand's type asks for it.
   * @param stretch 1 for matches; 2 also reaches the near misses of distance
   */
  visitNear(supply: PreparedFlow, stretch: number, visit: (demand: PreparedFlow, offered: QualityEnds) => void): void {
    for (const index of this.#byType.values()) {
      if (!typeAccepts(index.type, supply.type)) continue;
      const offered = offeredTo(index.type, supply);
      index.visitNear({ supply, offered, stretch }, (demand) => {
        if (demand.organization !== supply.organization) visit(demand, offered);
      });
    }
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
    const bySize = Map.groupBy(demands, ({ maxDistanceKm }) => sizeClass(maxDistanceKm));
    this.#layers = [...bySize.values()].map((members) => layerOf(members));
  }

  visitNear({ supply, offered, stretch }: Question, visit: (demand: PreparedFlow) => void): void {
    for (const layer of this.#layers) {
      const limitKm = layer.largestLimitKm ?? Math.min(supply.type.reachKm, layer.reachKm);
      const radiusKm = ownLimitKm(supply, layer, limitKm) * stretch;
      layer.grid.visitWithin(
        { centre: supply.place, radius: radiusKm * metresPerKilometre * (1 + roundingRoom), offered },
        visit,
      );
    }
  }
}

interface Question {
  readonly supply: PreparedFlow;
  readonly offered: QualityEnds;
  readonly stretch: number;
}

/** A supply's own limit replaces the reach where the demands state none, and caps the limit where they do. */
function ownLimitKm(supply: PreparedFlow, layer: Layer, limitKm: number): number {
  const own = supply.maxDistanceKm;
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
  const limits = members.map(({ maxDistanceKm }) => maxDistanceKm).filter((limit) => limit !== null);
  const largestLimitKm = limits.length === 0 ? null : limits.reduce((a, b) => Math.max(a, b));
  const reachKm = (members[0] as PreparedFlow).type.reachKm;
  const cellKm = Math.max(largestLimitKm ?? reachKm, smallestCellKm);
  return { grid: new PlaceGrid(members, cellKm * metresPerKilometre), largestLimitKm, reachKm };
}

interface Circle {
  readonly centre: EarthCentred;
  readonly radius: number;
  readonly offered: QualityEnds;
}

interface Cell {
  readonly members: readonly PreparedFlow[];
  /** x, y, z of each member side by side, and the ends of its quality: a search reads many of these and few flows. */
  readonly places: Float64Array;
  readonly asked: QualityEnds;
}

/** Cubic cells over earth-centred coordinates: no special case at the poles or the antimeridian. */
class PlaceGrid {
  readonly #cellSize: number;
  readonly #cells: ReadonlyMap<number, Cell>;
  readonly #count: number;
  readonly #parameters: readonly QualityParameter[];

  constructor(members: readonly PreparedFlow[], cellSize: number) {
    this.#cellSize = cellSize;
    this.#count = members.length;
    this.#parameters = (members[0] as PreparedFlow).type.parameters;
    const byCell = Map.groupBy(members, ({ place: { x, y, z } }) => keyOf(this.#step(x), this.#step(y), this.#step(z)));
    this.#cells = new Map([...byCell].map(([key, inCell]) => [key, cellOf(inCell)]));
  }

  /** Visits every member within `radius` (m, straight through the earth, which is never longer than over the ground). */
  visitWithin({ centre, radius, offered }: Circle, visit: (member: PreparedFlow) => void): void {
    const parameters = this.#parameters;
    for (const { members, places, asked } of this.#cellsNear(centre, radius)) {
      for (let index = 0; index < members.length; index++) {
        if (squaredChord(centre, places, 3 * index) > radius * radius) continue;
        if (isOutsideForGood(parameters, offered, asked, 2 * parameters.length * index)) continue;
        visit(members[index] as PreparedFlow);
      }
    }
  }

  /** The cells that touch the cube around the centre; all of them when the cube has more cells than there are members. */
  *#cellsNear({ x, y, z }: EarthCentred, radius: number): Iterable<Cell> {
    const span = Math.ceil((2 * radius) / this.#cellSize) + 1;
    if (span ** 3 > this.#count) {
      yield* this.#cells.values();
      return;
    }
    for (let i = this.#step(x - radius); i <= this.#step(x + radius); i++)
      for (let j = this.#step(y - radius); j <= this.#step(y + radius); j++)
        for (let k = this.#step(z - radius); k <= this.#step(z + radius); k++) {
          const cell = this.#cells.get(keyOf(i, j, k));
          if (cell !== undefined) yield cell;
        }
  }

  #step(coordinate: number): number {
    return Math.floor(coordinate / this.#cellSize);
  }
}

function cellOf(members: readonly PreparedFlow[]): Cell {
  return {
    members,
    places: Float64Array.from(members.flatMap(({ place: { x, y, z } }) => [x, y, z])),
    asked: Float64Array.from(members.flatMap(({ ends }) => [...ends])),
  };
}

/** Three signed 17-bit numbers in one: cells of 1 km span the earth in 12,800 steps. */
function keyOf(i: number, j: number, k: number): number {
  return ((i + keyOffset) * keySpan + (j + keyOffset)) * keySpan + (k + keyOffset);
}

function squaredChord({ x, y, z }: EarthCentred, places: Float64Array, at: number): number {
  const dx = x - (places[at] as number);
  const dy = y - (places[at + 1] as number);
  const dz = z - (places[at + 2] as number);
  return dx * dx + dy * dy + dz * dz;
}

const metresPerKilometre = 1000;
const smallestCellKm = 1;
const keySpan = 2 ** 17;
const keyOffset = 2 ** 16;
/** The grid may visit a little too much, never too little: the distance judge decides. */
const roundingRoom = 1e-9;
