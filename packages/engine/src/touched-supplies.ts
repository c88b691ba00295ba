// After a change of some flows: which supplies' lists have to be made anew? All others stay what they are.
import type { ResourceFlow } from '@crg/domain/flow';
import type { CityIndex } from './city-index.ts';
import type { Place, PreparedFlow } from './prepared-flow.ts';
import { suppliesReaching } from './search.ts';
import { byId } from './top-k.ts';

/**
 * Changes an index and remembers what the changes can touch: a changed supply itself, and every supply in whose search a
 * changed demand was or is to be found.
 */
export class TouchedSupplies {
  readonly #index: CityIndex;
  readonly #ids = new Set<string>();

  constructor(index: CityIndex) {
    this.#index = index;
  }

  /** @throws DomainError as CityIndex.put; then nothing has changed */
  put(flow: ResourceFlow, place: Place): void {
    const before = this.#index.get(flow.id);
    this.#index.put(flow, place);
    this.#remember(before);
    this.#remember(this.#index.get(flow.id));
  }

  remove(id: string): void {
    const before = this.#index.get(id);
    this.#index.remove(id);
    this.#remember(before);
  }

  get size(): number {
    return this.#ids.size;
  }

  /** By id: those that take part now, and the ids of those that do no more. */
  supplies(): { readonly present: readonly PreparedFlow[]; readonly gone: readonly string[] } {
    const present: PreparedFlow[] = [];
    const gone: string[] = [];
    for (const id of [...this.#ids].sort(byId)) {
      const flow = this.#index.get(id);
      if (flow?.flow.direction === 'supply') present.push(flow);
      else gone.push(id);
    }
    return { present, gone };
  }

  #remember(flow: PreparedFlow | null): void {
    if (flow === null) return;
    if (flow.flow.direction === 'supply') this.#ids.add(flow.flow.id);
    else for (const supply of suppliesReaching(this.#index, flow)) this.#ids.add(supply.flow.id);
  }
}
