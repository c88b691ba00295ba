// Records by id, and as a list in the order of their ids that is made again only where it has changed.
export class SortedRecords<T extends { readonly id: string }> {
  readonly #byId = new Map<string, T>();
  readonly #changed = new Set<string>();
  #sorted: readonly T[] = [];

  get(id: string): T | undefined {
    return this.#byId.get(id);
  }

  put(record: T): void {
    this.#byId.set(record.id, record);
    this.#changed.add(record.id);
  }

  remove(id: string): void {
    if (this.#byId.delete(id)) this.#changed.add(id);
  }

  /** The same list until something changes; a list that was given out never changes. */
  list(): readonly T[] {
    if (this.#changed.size === 0) return this.#sorted;
    const added = [...this.#changed].sort().flatMap((id) => this.#byId.get(id) ?? []);
    const kept = this.#sorted.filter(({ id }) => !this.#changed.has(id));
    this.#sorted = merged(kept, added);
    this.#changed.clear();
    return this.#sorted;
  }
}

function merged<T extends { readonly id: string }>(one: readonly T[], other: readonly T[]): readonly T[] {
  const all: T[] = [];
  let at = 0;
  for (const record of one) {
    for (let next = other[at]; next !== undefined && next.id < record.id; next = other[++at]) all.push(next);
    all.push(record);
  }
  for (; at < other.length; at++) all.push(other[at] as T);
  return all;
}
