// Numbers for flows that look the same to every permit rule.

import type { Organization, ResourceFlow, Site } from '@crg/domain/flow';
import { isAbove110C } from './above-110c.ts';

/** Everything about a flow that `factsOf` reads stands in the text by which a class is found. */
export class PermitClasses {
  readonly #numbers = new Map<string, number>();

  classOf(flow: ResourceFlow, site: Site, { nace }: Organization): number {
    const hot = isAbove110C(flow.quality.temperature_c);
    const cadmium = flow.quality.cadmium_mg_kg?.max ?? null;
    const text = JSON.stringify([flow.type, flow.codes.ewc, site.country, nace, hot, cadmium]);
    const number = this.#numbers.get(text) ?? this.#numbers.size;
    this.#numbers.set(text, number);
    return number;
  }
}
