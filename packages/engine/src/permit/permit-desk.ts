// The permit gate of one run. Many pairs share the same facts, so each set of facts is assessed once.
import type { Pair } from '../pair.ts';
import type { PreparedFlow } from '../prepared-flow.ts';
import { assess, type PermitAssessment } from './assess.ts';
import { factsOf } from './facts.ts';

export class PermitDesk {
  readonly #assessments = new Map<number, PermitAssessment>();
  readonly #classes = new Map<string, number>();
  readonly #classOf = new Map<PreparedFlow, number>();

  assess({ supply, demand }: Pair): PermitAssessment {
    const sameSite = supply.site.id === demand.site.id ? 1 : 0;
    const key = (this.#classOfFlow(supply) * classSpan + this.#classOfFlow(demand)) * 2 + sameSite;
    const known = this.#assessments.get(key);
    if (known !== undefined) return known;
    const assessment = assess(factsOf(supply, demand));
    this.#assessments.set(key, assessment);
    return assessment;
  }

  #classOfFlow(prepared: PreparedFlow): number {
    const known = this.#classOf.get(prepared);
    if (known !== undefined) return known;
    const key = everythingFactsDependOn(prepared);
    const found = this.#classes.get(key) ?? this.#classes.size;
    this.#classes.set(key, found);
    this.#classOf.set(prepared, found);
    return found;
  }
}

/** Flows with the same text here give the same facts with any partner. */
function everythingFactsDependOn({ flow, site, type, organization }: PreparedFlow): string {
  const { temperature_c: temperature = null, cadmium_mg_kg: cadmium = null } = flow.quality;
  return JSON.stringify([type.id, flow.codes.ewc, site.country, organization.nace, temperature, cadmium]);
}

const classSpan = 2 ** 24;
