import type { City, FactorOverride } from '@crg/domain/flow';
import type { ChangePosition } from './change-log.ts';
import type { Removed, Replaced, Version, Versioned } from './versioned.ts';

/** The city as one thing: what the engine reads and what an import writes. */
export interface CityStore {
  /** The whole city as of one moment, every list ordered by id; null before a city was put. */
  snapshot(): Promise<CitySnapshot | null>;
  /** null before a city was put. */
  metadata(): Promise<CityMetadata | null>;
  counts(): Promise<CityCounts>;
  /**
   * Imports a whole city in one transaction: all of it or nothing. Records with a known id are overwritten, others are
   * added, and records that the import does not name stay; factors likewise. What is equal to the stored state is not touched: the same
   * import again changes nothing and writes nothing into the change log.
   *
   * Throws DomainError `duplicate_id` if the import names an id twice, `invalid_input` if a record names an owner that
   * neither the import nor the store has, or holds text that cannot be stored.
   */
  putCity(city: City, sources: readonly string[]): Promise<PutCity>;
  /** The factors that the city knows better than the table, by id; empty before a city was put. */
  factors(): Promise<readonly Versioned<FactorOverride>[]>;
  /**
   * Puts a factor of the city's own in place of the one before, or a first one where there is none (version `notOwn`). In
   * the change log it is a change of the city: every figure may follow from it. `not_found` before a city was put.
   */
  putFactor(factor: FactorOverride, expected: Version): Promise<Replaced>;
  /** The table's factor counts again; `not_found` when it does already. */
  removeFactor(id: string, expected: Version): Promise<Removed>;
}

/** The version of a factor that the city does not state itself. */
export const notOwn: Version = 0;

export interface CitySnapshot {
  readonly city: City;
  /** Every change up to here is in it; later ones may be. Follow the log from here and nothing is missed. */
  readonly reflects: ChangePosition;
}

export interface CityMetadata {
  readonly name: string;
  readonly year: number;
  /** ISO 4217. */
  readonly currency: string;
  /** Where the data come from, one note each, in the order given. */
  readonly sources: readonly string[];
  /** Its own, in place of the table's; by id. */
  readonly factors: readonly FactorOverride[];
}

export interface CityCounts {
  readonly organizations: number;
  readonly sites: number;
  readonly flows: number;
  readonly supplies: number;
  readonly demands: number;
}

/** How many records were new, overwritten, or equal already; `change` is the last one written, null if nothing was. */
export interface PutCity {
  readonly created: number;
  readonly replaced: number;
  readonly unchanged: number;
  readonly change: ChangePosition | null;
}
