// The permit gate of one run. Many pairs share the same facts, so each set of facts is assessed once.
import type { Pair } from '../pair.ts';
import type { PreparedFlow } from '../prepared-flow.ts';
import { assess, type PermitAssessment } from './assess.ts';
import { factsOf } from './facts.ts';

export class PermitDesk {
  readonly #date: string;
  /** By class of the supply, then of the demand (and whether both stand on one site). */
  readonly #known = new Map<number, Map<number, PermitAssessment>>();

  /** @param date YYYY-MM-DD: the law in application on that day */
  constructor(date: string) {
    this.#date = date;
  }

  assess({ supply, demand }: Pick<Pair, 'supply' | 'demand'>): PermitAssessment {
    if (supply.permitClass === null || demand.permitClass === null) return this.#assess(supply, demand);
    const ofSupply = this.#knownFor(supply.permitClass);
    const key = demand.permitClass * 2 + (supply.siteNumber === demand.siteNumber ? 1 : 0);
    const known = ofSupply.get(key);
    if (known !== undefined) return known;
    const assessment = this.#assess(supply, demand);
    ofSupply.set(key, assessment);
    return assessment;
  }

  #assess(supply: PreparedFlow, demand: PreparedFlow): PermitAssessment {
    return assess(factsOf(supply, demand), this.#date);
  }

  #knownFor(supplyClass: number): Map<number, PermitAssessment> {
    const known = this.#known.get(supplyClass);
    if (known !== undefined) return known;
    const none = new Map<number, PermitAssessment>();
    this.#known.set(supplyClass, none);
    return none;
  }
}
