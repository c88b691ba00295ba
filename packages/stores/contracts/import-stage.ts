import type { FactorOverride } from '@crg/domain/flow';
import { beforeEach, describe, expect, test } from 'vitest';
import type { StagedBatch, StagedProblem } from '../src/ports/import-stage.ts';
import type { Stores } from '../src/ports/stores.ts';
import { emptyTheCity, flow, organization, site, versionOf } from './example-records.ts';

const defaults = { name: 'Example', year: 2024, currency: 'EUR', sources: ['register'] };

export function importStageContract(open: () => Promise<Stores>): void {
  describe('the stage of an import', () => {
    let stores: Stores;
    beforeEach(async () => {
      stores = await open();
      await emptyTheCity(stores);
      await stores.city.putCity({ name: 'Example', year: 2024, currency: 'EUR', ...lists() }, []);
    });

    const problem = (row: number | null, change: Partial<StagedProblem> = {}): StagedProblem => ({
      severity: 'error',
      code: 'unknown_unit',
      file: 0,
      row,
      column: 'load',
      expected: 'a unit',
      got: '"x"',
      next: 'Correct it.',
      fix: null,
      ...change,
    });

    async function checking(): Promise<string> {
      const { id } = await stores.imports.create({ files: [{ name: 'a.csv' }], settings: {} });
      await stores.imports.move(id, 'checking');
      return id;
    }

    async function staged(...batches: Partial<Lists>[]): Promise<string> {
      const id = await checking();
      for (const batch of batches) await stores.importStage.stage(id, batchOf(batch));
      await stores.imports.move(id, 'checked');
      return id;
    }

    async function write(id: string, sources: readonly string[] = [], factors: readonly FactorOverride[] = []) {
      await stores.imports.move(id, 'writing');
      return stores.importStage.write(id, { ...defaults, sources, factors });
    }

    async function imported(
      batch: Partial<Lists>,
      sources: readonly string[] = [],
      factors: readonly FactorOverride[] = [],
    ): Promise<string> {
      const id = await staged(batch);
      await write(id, sources, factors);
      return id;
    }

    async function undo(id: string, keepChanged = false) {
      await stores.imports.move(id, 'undoing');
      return stores.importStage.undo(id, { keepChanged });
    }

    const cityNow = async () => JSON.stringify((await stores.city.snapshot())?.city);
    const two = {
      organizations: [organization('o')],
      sites: [site('s', 'o')],
      flows: [flow('f', 's'), flow('g', 's')],
    };

    describe('staging', () => {
      test('what is staged is not in the city, and preview says what writing would do', async () => {
        await stores.city.putCity(
          { ...defaults, ...lists({ organizations: [organization('o'), organization('p')], sites: [site('s', 'o')] }) },
          [],
        );
        const before = await cityNow();
        const renamed = { ...two, organizations: [organization('o'), organization('p', { name: 'Renamed' })] };
        const id = await staged(renamed);
        expect(await cityNow()).toBe(before);
        expect(await stores.importStage.preview(id)).toEqual({
          created: { organizations: 0, sites: 0, flows: 2 },
          updated: { organizations: 1, sites: 0, flows: 0 },
          unchanged: { organizations: 1, sites: 1, flows: 0 },
        });
        const { change: _, ...written } = await write(id);
        expect(written).toEqual(await stores.imports.get(id).then((done) => ({ ...done?.written, change: undefined })));
      });

      test('a record that is staged again replaces the first one, in another batch and in the same', async () => {
        const named = (name: string) => organization('o', { name });
        const id = await staged({ organizations: [named('1')] }, { organizations: [named('2'), named('3')] });
        expect((await stores.importStage.preview(id)).created.organizations).toBe(1);
        await write(id);
        expect((await stores.organizations.get('o'))?.value.name).toBe('3');
      });

      test('a check that begins again finds an empty stage', async () => {
        const id = await checking();
        await stores.importStage.stage(id, { ...batchOf(two), problems: [problem(1)] });
        await stores.importStage.clear(id);
        expect((await stores.importStage.preview(id)).created).toEqual({ organizations: 0, sites: 0, flows: 0 });
        expect(await stores.importStage.problemGroups(id)).toEqual([]);
      });

      test('only an import that is being checked is staged, and only one that is there', async () => {
        const id = await staged(two);
        const wrong = {
          code: 'wrong_state',
          evidence: { expected: 'an import that is checking', got: 'one that is checked' },
        };
        await expect(stores.importStage.stage(id, batchOf(two))).rejects.toMatchObject(wrong);
        await expect(stores.importStage.clear(id)).rejects.toMatchObject(wrong);
        await expect(stores.importStage.stage('nothing', batchOf(two))).rejects.toMatchObject({
          code: 'import_not_found',
        });
      });

      test('text that cannot be stored is refused by name, and the batch with it', async () => {
        const id = await checking();
        const batch = batchOf({ ...two, flows: [flow('f', 's'), flow('g', 's', { name: 'a\0b' })] });
        await expect(stores.importStage.stage(id, batch)).rejects.toMatchObject({
          code: 'invalid_input',
          evidence: { field: 'flows[1].value.name' },
        });
        expect((await stores.importStage.preview(id)).created).toEqual({ organizations: 0, sites: 0, flows: 0 });
      });

      test('imports do not see what others have staged', async () => {
        await staged(two);
        const other = await staged({ organizations: [organization('x')] });
        expect((await stores.importStage.preview(other)).created).toEqual({ organizations: 1, sites: 0, flows: 0 });
        await write(other);
        expect(await stores.organizations.get('o')).toBeNull();
      });
    });

    describe('problems', () => {
      test('come in the order of files and rows, those of a whole file first, page by page', async () => {
        const id = await checking();
        const inOrder = [
          problem(null, { code: 'no_units_row', column: null }),
          problem(2, { severity: 'warning', fix: { kind: 'leave_out', file: 0, row: 2 } }),
          problem(2, { column: 'site' }),
          problem(10),
          problem(1, { file: 1 }),
        ];
        const [a, b, c, d, e] = inOrder as [StagedProblem, StagedProblem, StagedProblem, StagedProblem, StagedProblem];
        await stores.importStage.stage(id, { ...batchOf({}), problems: [e, d, b] });
        await stores.importStage.stage(id, { ...batchOf({}), problems: [a, c] });
        const read: StagedProblem[] = [];
        for (let cursor: string | null = null, pages = 0; pages < 3; pages++) {
          const page = await stores.importStage.problems(id, {}, { cursor, limit: 2 });
          read.push(...page.items);
          cursor = page.nextCursor;
        }
        expect(read).toEqual(inOrder);
        const only = async (filter: Parameters<typeof stores.importStage.problems>[1]) =>
          (await stores.importStage.problems(id, filter, { cursor: null, limit: 9 })).items;
        expect(await only({ severity: 'warning' })).toEqual([b]);
        expect(await only({ code: 'no_units_row' })).toEqual([a]);
        expect(await only({ column: 'load', severity: 'error' })).toEqual([d, e]);
      });

      test('are counted in groups, largest first, with how many can be fixed', async () => {
        const id = await checking();
        const fix = { kind: 'replace', file: 0, column: 'load', from: 'x', to: 'kW' };
        const problems = [
          problem(1, { code: 'b' }),
          problem(1, { code: 'a', column: null }),
          problem(2, { fix }),
          problem(3),
        ];
        await stores.importStage.stage(id, { ...batchOf({}), problems });
        expect(await stores.importStage.problemGroups(id)).toEqual([
          { severity: 'error', code: 'unknown_unit', column: 'load', count: 2, fixable: 1 },
          { severity: 'error', code: 'a', column: null, count: 1, fixable: 0 },
          { severity: 'error', code: 'b', column: 'load', count: 1, fixable: 0 },
        ]);
      });

      test('are still there when the import is written', async () => {
        const id = await checking();
        await stores.importStage.stage(id, { ...batchOf(two), problems: [problem(7)] });
        await stores.imports.move(id, 'checked');
        await write(id);
        const { items } = await stores.importStage.problems(id, {}, { cursor: null, limit: 9 });
        expect(items).toEqual([problem(7)]);
      });
    });

    describe('writing', () => {
      test('puts all in at once, in the change log too, and moves the import', async () => {
        const id = await staged(two);
        const before = await stores.changes.latest();
        const written = await write(id);
        const log = await stores.changes.since(before, 10);
        expect(log.map(({ subject, id, action }) => `${subject} ${id} ${action}`)).toEqual([
          'organization o created',
          'site s created',
          'flow f created',
          'flow g created',
        ]);
        expect(written).toEqual({
          created: { organizations: 1, sites: 1, flows: 2 },
          updated: { organizations: 0, sites: 0, flows: 0 },
          unchanged: { organizations: 0, sites: 0, flows: 0 },
          change: log.at(-1)?.position,
        });
        expect((await stores.city.snapshot())?.city).toMatchObject(two);
        expect(await stores.imports.get(id)).toMatchObject({ state: 'imported', written });
      });

      test('asked again answers what it did and does nothing', async () => {
        const id = await staged(two);
        const written = await write(id);
        const latest = await stores.changes.latest();
        expect(await stores.importStage.write(id, defaults)).toEqual(written);
        expect(await stores.changes.latest()).toBe(latest);
      });

      test('the same file again changes nothing: no version, no change log', async () => {
        await imported(two, ['register']);
        const latest = await stores.changes.latest();
        expect(await write(await staged(two), ['register'])).toEqual({
          created: { organizations: 0, sites: 0, flows: 0 },
          updated: { organizations: 0, sites: 0, flows: 0 },
          unchanged: { organizations: 1, sites: 1, flows: 2 },
          change: null,
        });
        expect(await stores.changes.latest()).toBe(latest);
      });

      test.each(['open', 'checking', 'checked'] as const)('an import that is %s is not written', async (state) => {
        const { id } = await stores.imports.create({ files: [], settings: {} });
        if (state !== 'open') await stores.imports.move(id, 'checking');
        if (state === 'checked') await stores.imports.move(id, 'checked');
        const refused = { code: 'wrong_state', evidence: { got: `one that is ${state}` } };
        await expect(stores.importStage.write(id, defaults)).rejects.toMatchObject(refused);
        await expect(stores.importStage.undo(id, { keepChanged: true })).rejects.toMatchObject(refused);
      });

      test('a record whose owner is nowhere stops all of it, by its row', async () => {
        const id = await staged({ ...two, flows: [flow('f', 's'), flow('g', 'nowhere')] });
        const before = await cityNow();
        await expect(write(id)).rejects.toMatchObject({
          code: 'invalid_input',
          evidence: { field: 'site_id', got: '"nowhere" at flow "g" in row 2 of "a.csv"' },
        });
        expect(await cityNow()).toBe(before);
        expect(await stores.imports.get(id)).toMatchObject({ state: 'writing', written: null });
        expect((await stores.importStage.preview(id)).created.flows).toBe(2);
      });

      test('a site may stand on an organization that the city has already', async () => {
        await stores.organizations.create(organization('o'));
        await imported({ sites: [site('s', 'o')] });
        expect((await stores.sites.get('s'))?.value.organizationId).toBe('o');
      });

      test('a city that is there keeps its name; sources are added without repetition', async () => {
        await stores.city.putCity({ name: 'Ours', year: 2023, currency: 'DKK', ...lists() }, ['b', 'a']);
        await imported(two, ['c', 'a', 'c']);
        expect(await stores.city.metadata()).toEqual({
          name: 'Ours',
          year: 2023,
          currency: 'DKK',
          sources: ['b', 'a', 'c'],
          factors: [],
        });
      });
    });

    describe('undoing', () => {
      test('what was created goes, what was overwritten returns, and the city is as it was, byte for byte', async () => {
        const stored = {
          organizations: [organization('o', { nace: [] })],
          sites: [site('s', 'o', { point: null, source: { reference: 'r', certainty: null } })],
          flows: [
            flow('f', 's', {
              quantity: { amount: 0.1 + 0.2, unit: 'kW', precision: 'archetype' },
              quality: { z: { min: null, max: 1e-7 }, a: { min: 1e21, max: null } },
              availability: {
                hours: Array.from({ length: 168 }, (_, i) => i % 3 === 0),
                months: Array.from({ length: 12 }, (_, i) => i > 5),
                validFrom: '2024-02-29',
                validTo: null,
              },
            }),
          ],
        };
        await stores.city.putCity({ ...defaults, ...stored }, ['b']);
        const before = await cityNow();
        const id = await imported(
          {
            organizations: [organization('o', { name: 'Other' }), organization('p')],
            sites: [site('s', 'p'), site('t', 'o')],
            flows: [flow('f', 't'), flow('g', 's')],
          },
          ['taken back'],
        );
        expect(await cityNow()).not.toBe(before);
        const latest = await stores.changes.latest();
        const undone = await undo(id);
        expect(undone).toMatchObject({
          outcome: 'undone',
          removed: { organizations: 1, sites: 1, flows: 1 },
          restored: { organizations: 1, sites: 1, flows: 1 },
          kept: { organizations: 0, sites: 0, flows: 0 },
        });
        expect(await cityNow()).toBe(before);
        expect((await stores.city.metadata())?.sources).toEqual(['b']);
        const log = await stores.changes.since(latest, 20);
        expect(log.map(({ subject, id, action }) => `${subject} ${id} ${action}`)).toEqual([
          'organization o replaced',
          'site s replaced',
          'flow f replaced',
          'flow g removed',
          'site t removed',
          'organization p removed',
          'city Example replaced',
        ]);
        expect(undone).toMatchObject({ change: log.at(-1)?.position });
        expect(await stores.imports.get(id)).toMatchObject({ state: 'undone', undone: { restored: { flows: 1 } } });
      });

      test('asked again answers what it did and does nothing', async () => {
        const id = await imported(two);
        const undone = await undo(id);
        const latest = await stores.changes.latest();
        expect(await stores.importStage.undo(id, { keepChanged: false })).toEqual(undone);
        expect(await stores.changes.latest()).toBe(latest);
      });

      test('an import that changed nothing is undone without a trace', async () => {
        await imported(two);
        const id = await imported(two);
        const before = await cityNow();
        expect(await undo(id)).toMatchObject({ outcome: 'undone', change: null });
        expect(await cityNow()).toBe(before);
      });

      test('a record that somebody changed is in the way: nothing is undone, and it is named', async () => {
        const id = await imported(two);
        const { version = 0 } = (await stores.flows.get('f')) ?? {};
        const changed = versionOf(await stores.flows.replace(flow('f', 's', { name: 'Corrected' }), version));
        const before = await cityNow();
        const latest = await stores.changes.latest();
        expect(await undo(id)).toEqual({
          outcome: 'in_the_way',
          count: 3,
          records: [
            {
              kind: 'organization',
              id: 'o',
              reason: 'referred_to',
              version: (await stores.organizations.get('o'))?.version,
            },
            { kind: 'site', id: 's', reason: 'referred_to', version: (await stores.sites.get('s'))?.version },
            { kind: 'flow', id: 'f', reason: 'changed', version: changed },
          ],
        });
        expect(await cityNow()).toBe(before);
        expect(await stores.changes.latest()).toBe(latest);
        expect((await stores.imports.get(id))?.state).toBe('imported');
      });

      test('keeping what was changed takes back the rest', async () => {
        const id = await imported(two, ['register']);
        const { version = 0 } = (await stores.flows.get('f')) ?? {};
        await stores.flows.replace(flow('f', 's', { name: 'Corrected' }), version);
        expect(await undo(id, true)).toMatchObject({
          outcome: 'undone',
          removed: { organizations: 0, sites: 0, flows: 1 },
          kept: { organizations: 1, sites: 1, flows: 1 },
        });
        const { flows } = (await stores.city.snapshot())?.city ?? {};
        expect(flows?.map(({ name }) => name)).toEqual(['Corrected']);
        expect((await stores.city.metadata())?.sources).toEqual(['register']);
      });

      test('an undo that is stopped first and asked again afterwards works', async () => {
        const id = await imported(two);
        const added = versionOf(await stores.flows.create(flow('mine', 's')));
        expect(await undo(id)).toMatchObject({
          outcome: 'in_the_way',
          records: [
            { kind: 'organization', id: 'o', reason: 'referred_to' },
            { kind: 'site', id: 's', reason: 'referred_to' },
          ],
        });
        await stores.flows.remove('mine', added);
        expect(await undo(id)).toMatchObject({ outcome: 'undone', removed: { organizations: 1, sites: 1, flows: 2 } });
      });

      test('what was removed since is in the way if it had been there before, and gone already if not', async () => {
        await stores.city.putCity({ ...defaults, ...two }, []);
        const id = await imported({ flows: [flow('f', 's', { name: 'Overwritten' }), flow('h', 's')] });
        for (const gone of ['f', 'h']) {
          await stores.flows.remove(gone, (await stores.flows.get(gone))?.version ?? 0);
        }
        expect(await undo(id)).toEqual({
          outcome: 'in_the_way',
          count: 1,
          records: [{ kind: 'flow', id: 'f', reason: 'removed', version: null }],
        });
        expect(await undo(id, true)).toMatchObject({ kept: { flows: 1 }, removed: { flows: 0 }, change: null });
        expect(await stores.flows.get('f')).toBeNull();
      });

      test('a record does not return to an owner that is gone', async () => {
        await stores.city.putCity(
          { ...defaults, ...lists({ organizations: [organization('old')], sites: [site('s', 'old')] }) },
          [],
        );
        const id = await imported({ organizations: [organization('new')], sites: [site('s', 'new')] });
        await stores.organizations.remove('old', (await stores.organizations.get('old'))?.version ?? 0);
        expect(await undo(id)).toMatchObject({
          outcome: 'in_the_way',
          records: [
            { kind: 'organization', id: 'new', reason: 'referred_to' },
            { kind: 'site', id: 's', reason: 'owner_removed' },
          ],
        });
        expect(await undo(id, true)).toMatchObject({ outcome: 'undone', kept: { organizations: 1, sites: 1 } });
      });

      test('imports that overwrote each other come off newest first, and only so', async () => {
        const states = [await cityNow()];
        const first = await imported(two);
        states.push(await cityNow());
        const second = await imported({ flows: [flow('f', 's', { name: 'Second' })] });
        states.push(await cityNow());
        const third = await imported({
          organizations: [organization('o', { name: 'Third' })],
          flows: [flow('f', 's')],
        });
        expect(await undo(first)).toMatchObject({ outcome: 'in_the_way', records: [{ reason: 'changed' }, {}, {}] });
        for (const id of [third, second, first]) {
          expect(await undo(id)).toMatchObject({ outcome: 'undone' });
          expect(await cityNow()).toBe(states.pop());
        }
        expect(states).toEqual([]);
      });

      test('a source stays as long as an import that names it stands', async () => {
        const sources = async () => (await stores.city.metadata())?.sources;
        const first = await imported({ organizations: [organization('a')] }, ['shared', 'own']);
        const second = await imported({ organizations: [organization('b')] }, ['shared']);
        await undo(first);
        expect(await sources()).toEqual(['shared']);
        await undo(second);
        expect(await sources()).toEqual([]);
      });

      test('factors come with an import and go with it, those before return, and what somebody has changed since stays', async () => {
        const factor = (id: string, mid: number): FactorOverride => ({
          ...{ id, unit: 'EUR/MWh', low: 0, mid, high: 500 },
          ...{ source: 'Tariff', year: 2024, geography: 'DK' },
        });
        await stores.city.putCity({ ...defaults, ...lists(), factors: [factor('a', 1), factor('b', 1)] }, []);
        const id = await imported({}, [], [factor('a', 2), factor('b', 1), factor('c', 2), factor('d', 2)]);
        const mids = async () => (await stores.city.factors()).map(({ value }) => `${value.id}${value.mid}`).join(' ');
        expect(await mids()).toBe('a2 b1 c2 d2');
        const [, , , d] = await stores.city.factors();
        await stores.city.putFactor(factor('d', 3), d?.version ?? 0);
        await undo(id);
        expect(await mids()).toBe('a1 b1 d3');
      });

      test('at most a hundred records in the way are named, and all are counted', async () => {
        const ids = Array.from({ length: 102 }, (_, i) => `o${String(i).padStart(3, '0')}`);
        const id = await imported({ organizations: ids.map((id) => organization(id)) });
        await stores.city.putCity(
          { ...defaults, ...lists({ organizations: ids.map((id) => organization(id, { name: 'changed' })) }) },
          [],
        );
        const undone = await undo(id);
        if (undone.outcome !== 'in_the_way') throw new Error(`Expected records in the way, got ${undone.outcome}.`);
        expect(undone.count).toBe(102);
        expect(undone.records.map((record) => record.id)).toEqual(ids.slice(0, 100));
      });
    });

    test('1,100 records, more than the planner expects, go in and out again', async () => {
      const ids = Array.from({ length: 1100 }, (_, i) => `o${i}`);
      await imported({ organizations: ids.map((id) => organization(id)) });
      const before = await cityNow();
      const id = await imported({ organizations: ids.map((id) => organization(id, { name: 'all changed' })) });
      expect((await stores.imports.get(id))?.written?.updated.organizations).toBe(1100);
      await undo(id);
      expect(await cityNow()).toBe(before);
    });
  });
}

interface Lists {
  readonly organizations: readonly ReturnType<typeof organization>[];
  readonly sites: readonly ReturnType<typeof site>[];
  readonly flows: readonly ReturnType<typeof flow>[];
}

const lists = (given: Partial<Lists> = {}): Lists => ({ organizations: [], sites: [], flows: [], ...given });

function batchOf(given: Partial<Lists>): StagedBatch {
  const { organizations, sites, flows } = lists(given);
  const staged = <T>(values: readonly T[]) => values.map((value, i) => ({ value, file: 0, row: i + 1 }));
  return { organizations: staged(organizations), sites: staged(sites), flows: staged(flows), problems: [] };
}
