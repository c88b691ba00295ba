// Imports, undos and edits in any order, beside a model of a few lines: what the city must hold after each step.
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Stores } from '../src/ports/stores.ts';
import { always, emptyTheCity, flow, organization, site } from './example-records.ts';

type Kind = 'organizations' | 'sites' | 'flows';
interface Content {
  readonly name: string;
  /** null for organizations. */
  readonly owner: string | null;
}

const ids: Record<Kind, readonly string[]> = { organizations: ['o1', 'o2'], sites: ['s1', 's2'], flows: ['f1', 'f2'] };
const kinds: readonly Kind[] = ['organizations', 'sites', 'flows'];
const above: Partial<Record<Kind, Kind>> = { organizations: 'sites', sites: 'flows' };
const below: Partial<Record<Kind, Kind>> = { sites: 'organizations', flows: 'sites' };

type Step =
  | { readonly do: 'import'; readonly records: Readonly<Record<string, Content>> }
  | { readonly do: 'undo'; readonly which: number; readonly keepChanged: boolean }
  | { readonly do: 'rename' | 'remove'; readonly id: string };

const name = fc.constantFrom('1', '2', '3');
const contents = (kind: Kind): fc.Arbitrary<Content> => {
  const owners = below[kind];
  return fc.record({ name, owner: owners === undefined ? fc.constant(null) : fc.constantFrom(...ids[owners]) });
};
const everyId = kinds.flatMap((kind) => ids[kind]);
const records = fc.record(Object.fromEntries(kinds.flatMap((kind) => ids[kind].map((id) => [id, contents(kind)]))), {
  requiredKeys: [],
});
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ do: fc.constant('import' as const), records }) },
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constant('undo' as const), which: fc.nat(5), keepChanged: fc.boolean() }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('rename', 'remove'), id: fc.constantFrom(...everyId) }) },
  ),
  { minLength: 2, maxLength: 8 },
) as fc.Arbitrary<readonly Step[]>;

/** Throws with the smallest sequence of steps after which store and model differ. */
export async function importsFollowTheModel(stores: Stores, { runs, seed }: { runs: number; seed: number }) {
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      await emptyTheCity(stores);
      const model = new Model();
      const imports: string[] = [];
      for (const step of sequence) {
        await take(step, stores, model, imports);
        expect(await stored(stores)).toEqual(model.shown());
      }
    }),
    { numRuns: runs, seed },
  );
}

async function take(step: Step, stores: Stores, model: Model, imports: string[]): Promise<void> {
  if (step.do === 'import') {
    const id = await staged(stores, step.records);
    const written = stores.importStage.write(id, { name: 'Example', year: 2024, currency: 'EUR', sources: [] });
    if (model.write(step.records)) {
      await written;
      imports.push(id);
    } else {
      await expect(written).rejects.toMatchObject({ code: 'invalid_input' });
    }
  } else if (step.do === 'undo') {
    const id = imports[step.which];
    if (id === undefined || (await stores.imports.move(id, 'undoing')).outcome !== 'moved') return;
    const { outcome } = await stores.importStage.undo(id, { keepChanged: step.keepChanged });
    expect(outcome).toBe(model.undo(step.which, step.keepChanged));
  } else {
    await edit(step.do, step.id, stores, model);
  }
}

async function edit(what: 'rename' | 'remove', id: string, stores: Stores, model: Model): Promise<void> {
  const kind = kindOf(id);
  const found = await stores[kind].get(id);
  if (found === null) return;
  if (what === 'remove') {
    const { outcome } = await stores[kind].remove(id, found.version);
    if (outcome === 'removed') model.remove(id);
    return;
  }
  const renamed = { ...found.value, name: 'edited' };
  await stores[kind].replace(renamed as never, found.version);
  model.rename(id, 'edited');
}

async function staged(stores: Stores, records: Readonly<Record<string, Content>>): Promise<string> {
  const { id } = await stores.imports.create({ files: [], settings: null });
  await stores.imports.move(id, 'checking');
  const of = <T>(kind: Kind, make: (id: string, content: Content) => T) =>
    ids[kind].flatMap((id) => {
      const content = records[id];
      return content === undefined ? [] : [{ value: make(id, content), file: 0, row: 1 }];
    });
  await stores.importStage.stage(id, {
    organizations: of('organizations', (id, { name }) => organization(id, { name })),
    sites: of('sites', (id, { name, owner }) => site(id, owner ?? '', { name })),
    flows: of('flows', (id, { name, owner }) => flow(id, owner ?? '', { name, availability: always })),
    problems: [],
  });
  await stores.imports.move(id, 'checked');
  await stores.imports.move(id, 'writing');
  return id;
}

const kindOf = (id: string): Kind => kinds.find((kind) => ids[kind].includes(id)) ?? 'flows';

async function stored(stores: Stores): Promise<readonly (readonly [string, string, string | null])[]> {
  const city = (await stores.city.snapshot())?.city;
  return [
    ...(city?.organizations ?? []).map(({ id, name }) => [id, name, null] as const),
    ...(city?.sites ?? []).map(({ id, name, organizationId }) => [id, name, organizationId] as const),
    ...(city?.flows ?? []).map(({ id, name, siteId }) => [id, name, siteId] as const),
  ];
}

interface Kept extends Content {
  /** Names one write, as a version does. */
  readonly stamp: number;
}
interface Remembered {
  stamp: number;
  readonly before: Kept | undefined;
}

class Model {
  #stamp = 0;
  readonly #records = new Map<string, Kept>();
  readonly #imports: Map<string, Remembered>[] = [];

  shown() {
    return everyId.flatMap((id) => {
      const found = this.#records.get(id);
      return found === undefined ? [] : [[id, found.name, found.owner] as const];
    });
  }

  /** False if a record names an owner that is nowhere: then nothing is written. */
  write(given: Readonly<Record<string, Content>>): boolean {
    const there = (id: string | null) => id === null || id in given || this.#records.has(id);
    if (!Object.values(given).every(({ owner }) => there(owner))) return false;
    const remembered = new Map<string, Remembered>();
    for (const [id, content] of Object.entries(given)) {
      const before = this.#records.get(id);
      if (before?.name === content.name && before.owner === content.owner) continue;
      remembered.set(id, { stamp: this.#put(id, content), before });
    }
    this.#imports.push(remembered);
    return true;
  }

  undo(which: number, keepChanged: boolean): 'undone' | 'in_the_way' {
    const mine = this.#imports[which] ?? new Map<string, Remembered>();
    const kept = this.#inTheWay(mine);
    if (kept.size > 0 && !keepChanged) return 'in_the_way';
    for (const [id, { before }] of mine) {
      if (kept.has(id)) continue;
      if (before === undefined) this.#records.delete(id);
      else this.#handBack(id, before.stamp, this.#put(id, before));
    }
    mine.clear();
    return 'undone';
  }

  rename(id: string, name: string): void {
    const found = this.#records.get(id);
    if (found !== undefined) this.#put(id, { ...found, name });
  }

  remove(id: string): void {
    this.#records.delete(id);
  }

  #put(id: string, { name, owner }: Content): number {
    const stamp = ++this.#stamp;
    this.#records.set(id, { name, owner, stamp });
    return stamp;
  }

  #handBack(id: string, old: number, now: number): void {
    for (const other of this.#imports) {
      const entry = other.get(id);
      if (entry?.stamp === old) entry.stamp = now;
    }
  }

  #inTheWay(mine: ReadonlyMap<string, Remembered>): ReadonlySet<string> {
    const kept = new Set<string>();
    for (const kind of kinds.toReversed()) {
      for (const id of ids[kind]) {
        const entry = mine.get(id);
        if (entry !== undefined && this.#stays(id, entry, mine, kept)) kept.add(id);
      }
    }
    return kept;
  }

  #stays(id: string, { stamp, before }: Remembered, mine: ReadonlyMap<string, unknown>, kept: ReadonlySet<string>) {
    const now = this.#records.get(id);
    if (now === undefined) return before !== undefined;
    if (now.stamp !== stamp) return true;
    if (before !== undefined) return before.owner !== null && !this.#records.has(before.owner);
    const standing = above[kindOf(id)];
    return (
      standing !== undefined &&
      ids[standing].some((other) => {
        const leaves = mine.has(other) && !kept.has(other);
        return this.#records.get(other)?.owner === id && !leaves;
      })
    );
  }
}
