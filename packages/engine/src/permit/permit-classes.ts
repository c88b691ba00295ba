// Numbers for flows that look the same to every permit rule.
import type { Organization, ResourceFlow, Site } from '@crg/domain/flow';
import { factText } from './facts.ts';

export class PermitClasses {
  readonly #numbers = new Map<string, number>();

  classOf(flow: ResourceFlow, site: Site, { nace }: Organization): number {
    const text = factText(flow, site.country, nace);
    const number = this.#numbers.get(text) ?? this.#numbers.size;
    this.#numbers.set(text, number);
    return number;
  }
}
