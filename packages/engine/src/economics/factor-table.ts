// The factors of one city: the built-in table with what the city knows better put in its place.
import type { FactorOverride } from '@crg/domain/flow';
import { type Factor, type FactorId, factors } from './factors.ts';

/** One number per factor: every middle, or one draw of all of them. What the economics of a pair are worked out with. */
export type FactorValues = Readonly<Record<FactorId, number>>;

export interface CityFactor extends Factor {
  readonly id: FactorId;
  /** Stated by the city itself. */
  readonly overridden: boolean;
}

export class FactorTable {
  readonly mids: FactorValues;
  readonly #byId: ReadonlyMap<FactorId, CityFactor>;

  /** Overrides of ids that are no factor are left alone; who reads a city refuses them by name. */
  constructor(overrides: readonly FactorOverride[] = []) {
    const own = new Map(overrides.map((override) => [override.id, override]));
    const rows = (Object.keys(factors) as FactorId[]).map((id) => rowOf(id, own.get(id)));
    this.#byId = new Map(rows.map((row) => [row.id, row]));
    this.mids = Object.fromEntries(rows.map(({ id, mid }) => [id, mid])) as FactorValues;
  }

  factor(id: FactorId): CityFactor {
    return this.#byId.get(id) as CityFactor;
  }

  /** In the order of the table. */
  all(): readonly CityFactor[] {
    return [...this.#byId.values()];
  }
}

function rowOf(id: FactorId, override: FactorOverride | undefined): CityFactor {
  const builtIn: Factor = factors[id];
  if (override === undefined) return { ...builtIn, id, overridden: false };
  const { low, mid, high, source, year, geography } = override;
  return { ...builtIn, id, low, mid, high, source, year, geography, confidence: 'S', overridden: true };
}

export const builtInFactors = new FactorTable();
