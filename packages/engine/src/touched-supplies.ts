// After a change of some flows: which supplies' lists have to be made anew? All others stay what they are.
import type { ResourceFlow } from '@crg/domain/flow';
import type { CityIndex } from './city-index.ts';
import { visitChainsTo } from './converters/chains.ts';
import type { Place, PreparedFlow } from './prepared-flow.ts';
import { suppliesReaching } from './search.ts';
import { byId } from './top-k.ts';

export interface FlowChanges {
  readonly put: readonly { readonly flow: ResourceFlow; readonly place: Place }[];
  readonly remove: readonly string[];
}

/**
 * Changes an index and remembers what the changes can touch: a changed supply itself, and every supply in whose search a
 * changed demand was or is to be found, directly or through a converter.
 */
export class TouchedSupplies {
  readonly #index: CityIndex;
  readonly #ids = new Set<string>();

  constructor(index: CityIndex) {
    this.#index = index;
  }

  /** @throws DomainError as CityIndex.put */
  change({ put, remove }: FlowChanges): void {
    const ids = [...put.map(({ flow }) => flow.id), ...remove];
    // Whoever reaches a demand is looked for with all old flows in place, then with all new ones: one index each time.
    for (const id of ids) this.#remember(this.#index.get(id));
    for (const { flow, place } of put) this.#index.put(flow, place);
    for (const id of remove) this.#index.remove(id);
    for (const id of ids) this.#remember(this.#index.get(id));
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
    else {
      for (const supply of suppliesReaching(this.#index, flow)) this.#ids.add(supply.flow.id);
      visitChainsTo(this.#index, flow, ({ supply }) => this.#ids.add(supply.flow.id));
    }
  }
}
