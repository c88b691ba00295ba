// The k best items seen so far, in order.

/** Negative when `a` comes first. Must be a total order: two different items never compare as equal. */
export type Order<T> = (a: T, b: T) => number;

/** Keeps the first `k` items of everything offered, by `order`; the result does not depend on the order of offering. */
export class TopK<T> {
  readonly #k: number;
  readonly #order: Order<T>;
  readonly #kept: T[] = [];

  constructor(k: number, order: Order<T>) {
    this.#k = k;
    this.#order = order;
  }

  /** The item that the next one has to beat, or undefined while there is room. */
  get last(): T | undefined {
    return this.#kept.length < this.#k ? undefined : this.#kept[this.#k - 1];
  }

  offer(item: T): void {
    const last = this.last;
    if (last !== undefined && this.#order(item, last) > 0) return;
    this.#kept.splice(this.#placeOf(item), 0, item);
    if (this.#kept.length > this.#k) this.#kept.pop();
  }

  /** Best first. */
  items(): readonly T[] {
    return this.#kept;
  }

  #placeOf(item: T): number {
    let low = 0;
    let high = this.#kept.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#order(item, this.#kept[middle] as T) < 0) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

/** Plain code-unit order of ids: the same on every machine and in every locale. */
export function byId(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
