// Numbers for flows that look the same to every permit rule.
import type { Organization, ResourceFlow, Site } from '@crg/domain/flow';

/** Everything about a flow that `factsOf` reads stands in the text by which a class is found. */
export class PermitClasses {
  readonly #numbers = new Map<string, number>();

  classOf(flow: ResourceFlow, site: Site, { nace }: Organization): number {
    const { temperature_c: temperature = null, cadmium_mg_kg: cadmium = null } = flow.quality;
    const text = JSON.stringify([flow.type, flow.codes.ewc, site.country, nace, temperature, cadmium]);
    const number = this.#numbers.get(text) ?? this.#numbers.size;
    this.#numbers.set(text, number);
    return number;
  }
}
