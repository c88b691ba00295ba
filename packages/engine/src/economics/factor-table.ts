// The factors of one city: the built-in table with what the city knows better put in its place.
import type { FactorOverride } from '@crg/domain/flow';
import { type Factor, type FactorId, factors } from './factors.ts';
import { hashOf } from './uncertainty/random.ts';

/** One number per factor: every middle, or one draw of all of them. What the economics of a pair are worked out with. */
export type FactorValues = Readonly<Record<FactorId, number>>;

export interface CityFactor extends Factor {
  readonly id: FactorId;
  /** Stated by the city itself. */
  readonly overridden: boolean;
}

interface Moved {
  readonly low: FactorValues;
  readonly high: FactorValues;
}

export class FactorTable {
  readonly mids: FactorValues;
  /** The same for the same middles, another one as soon as one of them differs; what is drawn for a pair depends on it. */
  readonly fingerprint: string;
  /** The middles, but everything that is built at the low or the high end of its cost. */
  readonly cheapToBuild: FactorValues;
  readonly dearToBuild: FactorValues;
  readonly #byId: ReadonlyMap<FactorId, CityFactor>;
  readonly #rows: readonly CityFactor[];
  readonly #moved = new Map<FactorId, Moved>();

  /** Overrides of ids that are no factor are left alone; who reads a city refuses them by name. */
  constructor(overrides: readonly FactorOverride[] = []) {
    const own = new Map(overrides.map((override) => [override.id, override]));
    const rows = (Object.keys(factors) as FactorId[]).map((id) => rowOf(id, own.get(id)));
    this.#rows = rows;
    this.#byId = new Map(rows.map((row) => [row.id, row]));
    this.mids = valuesOf((id) => this.factor(id).mid);
    this.fingerprint = hashOf(rows.map(({ id, mid }) => `${id} ${mid}`).join())
      .toString(16)
      .padStart(8, '0');
    this.cheapToBuild = valuesOf((id) => this.factor(id)[isBuildingCost(id) ? 'low' : 'mid']);
    this.dearToBuild = valuesOf((id) => this.factor(id)[isBuildingCost(id) ? 'high' : 'mid']);
  }

  factor(id: FactorId): CityFactor {
    return this.#byId.get(id) as CityFactor;
  }

  /** In the order of the table. */
  all(): readonly CityFactor[] {
    return this.#rows;
  }

  /** The middles, but one factor at its low and at its high end; kept, because a run asks for the same few again and again. */
  moved(id: FactorId): Moved {
    const known = this.#moved.get(id);
    if (known !== undefined) return known;
    const { low, high } = this.factor(id);
    const made = { low: { ...this.mids, [id]: low }, high: { ...this.mids, [id]: high } };
    this.#moved.set(id, made);
    return made;
  }
}

function isBuildingCost(id: FactorId): boolean {
  return buildingCosts.has(id) || id.endsWith('.capex');
}

const buildingCosts: ReadonlySet<FactorId> = new Set<FactorId>([
  'pipe.heat_level',
  'pipe.steam_factor',
  'pipe.plastic_level',
  'pipe.gas',
  'pipe.gas_steel',
  'heat.extraction',
  'heat.integration',
  'wire.cable',
  'wire.end',
  'heat_pump.to_90',
  'heat_pump.above_90',
]);

/** One number for every factor of the table. */
export function valuesOf(value: (id: FactorId) => number): FactorValues {
  const entries = (Object.keys(factors) as FactorId[]).map((id) => [id, value(id)]);
  return Object.fromEntries(entries) as FactorValues;
}

function rowOf(id: FactorId, override: FactorOverride | undefined): CityFactor {
  const builtIn: Factor = factors[id];
  if (override === undefined) return { ...builtIn, id, overridden: false };
  const { low, mid, high, source, year, geography } = override;
  return { ...builtIn, id, low, mid, high, source, year, geography, confidence: 'S', overridden: true };
}

export const builtInFactors = new FactorTable();
