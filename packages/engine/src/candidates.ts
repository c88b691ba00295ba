// Who might be the other side of a flow: of a type that fits, near enough to be worth judging. Found by place, per type.
import type { Direction } from '@crg/domain/flow';
import { distanceKmOfChord, type EarthCentred } from '@crg/domain/geo';
import type { QualityParameter, ResourceType } from '@crg/domain/taxonomy';
import { countOutside } from './judges/hopeless.ts';
import { qualityJudge } from './judges/quality.ts';
import { typeAccepts } from './judges/type.ts';
import { isMendable } from './near-misses/mends.ts';
import { offeredTo } from './pair.ts';
import type { PreparedFlow } from './prepared-flow.ts';
import { type QualityEnds, qualityEnds } from './quality-ends.ts';

/** All flows of one direction, ready to be asked "who near this flow of the other direction might fit?". They may come and go. */
export class Candidates {
  readonly #direction: Direction;
  readonly #byType = new Map<string, Map<string, PreparedFlow>>();
  /** Made when first asked for after a flow of the type has come or gone. */
  readonly #indexes = new Map<string, TypeIndex>();

  constructor(direction: Direction) {
    this.#direction = direction;
  }

  /** Takes the place of the flow of the same id and type, if there is one. */
  put(flow: PreparedFlow): void {
    const type = flow.type.id;
    const members = this.#byType.get(type);
    if (members === undefined) this.#byType.set(type, new Map([[flow.flow.id, flow]]));
    else members.set(flow.flow.id, flow);
    this.#indexes.delete(type);
  }

  remove({ flow: { id }, type }: PreparedFlow): void {
    const members = this.#byType.get(type.id);
    members?.delete(id);
    if (members?.size === 0) this.#byType.delete(type.id);
    this.#indexes.delete(type.id);
  }

  /**
   * Calls `visit` for every flow of another organization whose type fits that of `centre`, whose distance is at most `stretch`
   * times the pair's limit (and for some that are farther), and of whose qualities at most `outside` have to be mended.
   * Order is not defined.
   */
  visitNear(
    centre: PreparedFlow,
    { stretch, outside }: Latitude,
    visit: (found: PreparedFlow, seen: Seen) => void,
  ): void {
    for (const [type, members] of this.#byType) {
      const [first] = members.values();
      if (first === undefined || !this.#fits(first.type, centre.type)) continue;
      const index = this.#indexOf(type, members);
      const offered = this.#direction === 'demand' ? offeredTo(index.type, centre) : nothingOffered;
      const mendable = index.type.parameters.map((parameter) => isMendable(centre.type.id, qualityJudge(parameter)));
      const seen = { offered, room: 0, distanceKm: 0 };
      index.visitNear({ centre, offered, stretch, outside, mendable }, (found, room, squared) => {
        if (found.owner === centre.owner) return;
        seen.room = room;
        seen.distanceKm = distanceKmOfChord(squared);
        visit(found, seen);
      });
    }
  }

  #fits(own: ResourceType, asking: ResourceType): boolean {
    return this.#direction === 'demand' ? typeAccepts(own, asking) : typeAccepts(asking, own);
  }

  #indexOf(type: string, members: ReadonlyMap<string, PreparedFlow>): TypeIndex {
    const known = this.#indexes.get(type);
    if (known !== undefined) return known;
    const index = new TypeIndex([...members.values()], this.#direction);
    this.#indexes.set(type, index);
    return index;
  }
}

/** What a search knows of a flow by the time it visits it. It is written over for the next one. */
export interface Seen {
  /** The supply's quality as the demand's type asks for it; of no use where it is supplies that are visited. */
  readonly offered: QualityEnds;
  /** Further objections, beside those to the distance and to qualities, with which it is still of interest. */
  readonly room: number;
  readonly distanceKm: number;
}

/** How far from fitting a flow may be to be visited. */
export interface Latitude {
  /** Times the distance limit: 1 for matches; 2 also reaches the near misses of distance. */
  readonly stretch: number;
  /** Qualities that are outside at the gate: 0 for matches. */
  readonly outside: number;
}

/** Supplies are not sorted out by quality beforehand: what they offer depends on the type that asks. */
const nothingOffered = qualityEnds({}, []);

/**
 * The flows of one resource type in layers: those that state no distance limit, and those that do, by the size of their
 * limit. Each layer is searched no farther than its own largest limit, so one flow that states 500 km costs the others nothing.
 */
class TypeIndex {
  readonly type: ResourceType;
  readonly #layers: readonly Layer[];

  constructor(flows: readonly PreparedFlow[], direction: Direction) {
    this.type = (flows[0] as PreparedFlow).type;
    const parameters = direction === 'demand' ? this.type.parameters : [];
    const bySize = Map.groupBy(flows, ({ maxDistanceKm }) => sizeClass(maxDistanceKm));
    this.#layers = [...bySize.values()].map((members) => layerOf(members, parameters));
  }

  visitNear({ centre, offered, stretch, outside, mendable }: Question, visit: Visit): void {
    for (const layer of this.#layers) {
      const limitKm = layer.largestLimitKm ?? Math.min(centre.type.reachKm, layer.reachKm);
      const within = ownLimitKm(centre, layer, limitKm) * metresPerKilometre * (1 + roundingRoom);
      layer.grid.visitWithin(
        {
          centre: centre.place,
          within,
          radius: within * stretch,
          offered,
          outside,
          mendable,
        },
        visit,
      );
    }
  }
}

/** @param squared m2 of the chord to the member */
type Visit = (member: PreparedFlow, room: number, squared: number) => void;

interface Question extends Latitude {
  readonly centre: PreparedFlow;
  readonly offered: QualityEnds;
  /** By parameter of the demand's type. */
  readonly mendable: readonly boolean[];
}

/** A flow's own limit replaces the reach where the others state none, and caps the limit where they do. */
function ownLimitKm(centre: PreparedFlow, layer: Layer, limitKm: number): number {
  const own = centre.maxDistanceKm;
  if (own === null) return limitKm;
  return layer.largestLimitKm === null ? own : Math.min(own, limitKm);
}

interface Layer {
  readonly grid: PlaceGrid;
  /** null: the flows of this layer state no limit, so the type's reach counts. */
  readonly largestLimitKm: number | null;
  readonly reachKm: number;
}

/** Limits within a factor of two share a layer. */
function sizeClass(limitKm: number | null): number | null {
  return limitKm === null ? null : Math.ceil(Math.log2(Math.max(limitKm, smallestCellKm)));
}

function layerOf(members: readonly PreparedFlow[], parameters: readonly QualityParameter[]): Layer {
  const limits = members.map(({ maxDistanceKm }) => maxDistanceKm).filter((limit) => limit !== null);
  const largestLimitKm = limits.length === 0 ? null : limits.reduce((a, b) => Math.max(a, b));
  const reachKm = (members[0] as PreparedFlow).type.reachKm;
  const cellKm = Math.max(largestLimitKm ?? reachKm, smallestCellKm);
  return { grid: new PlaceGrid(members, cellKm * metresPerKilometre, parameters), largestLimitKm, reachKm };
}

interface Circle {
  readonly centre: EarthCentred;
  readonly radius: number;
  /** Whatever is farther than this is beyond its distance limit, which is one thing more to mend. */
  readonly within: number;
  readonly offered: QualityEnds;
  readonly outside: number;
  readonly mendable: readonly boolean[];
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
  /** Those of which some member says something, or that are always asked. */
  readonly #parameters: readonly QualityParameter[];

  constructor(members: readonly PreparedFlow[], cellSize: number, parameters: readonly QualityParameter[]) {
    this.#cellSize = cellSize;
    this.#count = members.length;
    this.#parameters = parameters.slice(0, mostStated(members));
    const byCell = Map.groupBy(members, ({ place: { x, y, z } }) => keyOf(this.#step(x), this.#step(y), this.#step(z)));
    const ends = 2 * this.#parameters.length;
    this.#cells = new Map([...byCell].map(([key, inCell]) => [key, cellOf(inCell, ends)]));
  }

  /** Visits every member within `radius` (m, straight through the earth, which is never longer than over the ground). */
  visitWithin({ centre, radius, within, offered, outside, mendable }: Circle, visit: Visit): void {
    const stride = 2 * this.#parameters.length;
    const parameters = this.#parameters.slice(0, offered.length / 2);
    for (const { members, places, asked } of this.#cellsNear(centre, radius)) {
      for (let index = 0; index < members.length; index++) {
        const chord = squaredChord(centre, places, 3 * index);
        if (chord > radius * radius) continue;
        const allowed = chord > within * within ? outside - 1 : outside;
        const room = allowed - countOutside(parameters, mendable, offered, asked, stride * index);
        if (room >= 0) visit(members[index] as PreparedFlow, room, chord);
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

/** @param width numbers kept of each member's quality; what a member does not state is NaN */
function cellOf(members: readonly PreparedFlow[], width: number): Cell {
  const asked = new Float64Array(members.length * width).fill(Number.NaN);
  members.forEach(({ ends }, index) => {
    asked.set(ends.subarray(0, width), index * width);
  });
  return { members, places: Float64Array.from(members.flatMap(({ place: { x, y, z } }) => [x, y, z])), asked };
}

/** In parameters: the most that a member of the grid states. */
function mostStated(members: readonly PreparedFlow[]): number {
  return members.reduce((most, { ends }) => Math.max(most, ends.length / 2), 0);
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
