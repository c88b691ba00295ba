// The permit gate of one run. Many pairs share the same facts, so each set of facts is assessed once.
import type { Pair } from '../pair.ts';
import { assess, type PermitAssessment } from './assess.ts';
import { factsOf } from './facts.ts';

export class PermitDesk {
  /** By class of the supply, then of the demand (and whether both stand on one site). */
  readonly #known = new Map<number, Map<number, PermitAssessment>>();

  assess({ supply, demand }: Pair): PermitAssessment {
    if (supply.permitClass === null || demand.permitClass === null) return assess(factsOf(supply, demand));
    const ofSupply = this.#knownFor(supply.permitClass);
    const key = demand.permitClass * 2 + (supply.site.id === demand.site.id ? 1 : 0);
    const known = ofSupply.get(key);
    if (known !== undefined) return known;
    const assessment = assess(factsOf(supply, demand));
    ofSupply.set(key, assessment);
    return assessment;
  }

  #knownFor(supplyClass: number): Map<number, PermitAssessment> {
    const known = this.#known.get(supplyClass);
    if (known !== undefined) return known;
    const none = new Map<number, PermitAssessment>();
    this.#known.set(supplyClass, none);
    return none;
  }
}
