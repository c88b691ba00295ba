import { beforeAll, describe, expect, test } from 'vitest';
import { type Import, type ImportState, importMoves, importPartBytes } from '../src/ports/import-store.ts';
import type { Stores } from '../src/ports/stores.ts';
import { organization } from './example-records.ts';

const nowhere = '00000000-0000-0000-0000-000000000000';

export function importStoreContract(open: () => Promise<Stores>): void {
  describe('imports', () => {
    let stores: Stores;
    beforeAll(async () => {
      stores = await open();
    });

    const begin = (...names: string[]) =>
      stores.imports.create({ files: names.map((name) => ({ name })), settings: { on_error: 'skip' } });
    const problem = (severity: 'error' | 'warning') => ({
      severity,
      code: 'unknown_unit',
      file: 0,
      row: 2,
      column: 'load',
      expected: 'a unit',
      got: '"x"',
      next: 'Correct it.',
      fix: null,
    });

    /** Brings a new import with one file and one staged problem into a state, along the moves that lead there. */
    async function importThatIs(state: ImportState, severity: 'error' | 'warning' = 'warning'): Promise<Import> {
      const { id } = await begin(`${state}.csv`);
      await stores.imports.appendPart(id, 0, Buffer.from('a;b\n'));
      const steps: Record<ImportState, readonly ImportState[]> = {
        open: [],
        checking: ['checking'],
        checked: ['checking', 'checked'],
        writing: ['checking', 'checked', 'writing'],
        imported: ['checking', 'checked', 'writing'],
        undoing: ['checking', 'checked', 'writing'],
        undone: ['checking', 'checked', 'writing'],
        failed: ['checking', 'failed'],
        cancelled: ['checking', 'cancelled'],
      };
      for (const step of steps[state]) {
        await stores.imports.move(id, step);
        if (step !== 'checking') continue;
        const organizations = [{ value: organization(`kept-${id}`), file: 0, row: 2 }];
        await stores.importStage.stage(id, { organizations, sites: [], flows: [], problems: [problem(severity)] });
      }
      if (['imported', 'undoing', 'undone'].includes(state)) {
        await stores.importStage.write(id, { name: 'Example', year: 2024, currency: 'EUR', sources: [] });
      }
      if (['undoing', 'undone'].includes(state)) await stores.imports.move(id, 'undoing');
      if (state === 'undone') await stores.importStage.undo(id, { keepChanged: false });
      const brought = await stores.imports.get(id);
      if (brought?.state !== state) throw new Error(`Expected an import that is ${state}, got ${brought?.state}.`);
      return brought;
    }

    test('files are added one by one while the import is open, and keep their order', async () => {
      const { id } = await begin('first.csv');
      expect(await stores.imports.addFile(id, 'second.csv')).toBe(1);
      await stores.imports.appendPart(id, 1, Buffer.from('x'));
      expect(await stores.imports.addFile(id, 'second.csv')).toBe(2);
      expect((await stores.imports.get(id))?.files).toEqual([
        { name: 'first.csv', size: 0 },
        { name: 'second.csv', size: 1 },
        { name: 'second.csv', size: 0 },
      ]);
      await stores.imports.move(id, 'checking');
      await expect(stores.imports.addFile(id, 'late.csv')).rejects.toMatchObject({ code: 'wrong_state' });
      await expect(stores.imports.addFile(nowhere, 'lost.csv')).rejects.toMatchObject({ code: 'import_not_found' });
    });

    test('a new import is open, knows its files and settings, and is found again', async () => {
      const created = await begin('Betriebe Ærø.csv', 'second.xlsx');
      expect(created).toMatchObject({
        state: 'open',
        files: [
          { name: 'Betriebe Ærø.csv', size: 0 },
          { name: 'second.xlsx', size: 0 },
        ],
        settings: { on_error: 'skip' },
        summary: null,
        written: null,
        undone: null,
        error: null,
        jobId: null,
      });
      expect(await stores.imports.get(created.id)).toEqual(created);
      expect(Date.parse(created.changedAt)).toBeGreaterThanOrEqual(Date.parse(created.createdAt));
    });

    test('imports are listed newest first, also page by page while others begin', async () => {
      const ids: string[] = [];
      for (const name of ['1', '2', '3']) ids.unshift((await begin(name)).id);
      const one = await stores.imports.page({ cursor: null, limit: 2 });
      await begin('4');
      const two = await stores.imports.page({ cursor: one.nextCursor, limit: 1 });
      expect([...one.items, ...two.items].map(({ id }) => id)).toEqual(ids);
      await expect(stores.imports.page({ cursor: 'x', limit: 1 })).rejects.toMatchObject({ code: 'invalid_cursor' });
    });

    test('a file comes back byte for byte in the parts in which it was sent', async () => {
      const { id } = await begin('a.csv', 'b.csv');
      const whole = Uint8Array.from({ length: importPartBytes }, (_, i) => i % 251);
      const rest = Uint8Array.of(0, 255, 10, 0);
      await stores.imports.appendPart(id, 1, whole);
      await stores.imports.appendPart(id, 0, rest);
      await stores.imports.appendPart(id, 1, rest);
      expect(Buffer.from((await stores.imports.readPart(id, 1, 0)) ?? []).equals(whole)).toBe(true);
      expect(Buffer.from((await stores.imports.readPart(id, 1, 1)) ?? []).equals(rest)).toBe(true);
      expect(await stores.imports.readPart(id, 1, 2)).toBeNull();
      expect((await stores.imports.get(id))?.files.map(({ size }) => size)).toEqual([4, importPartBytes + 4]);
    });

    test.each([
      ['a file that the import has not named', 1, 1],
      ['an empty part', 0, 0],
      ['a part that is too large', 0, importPartBytes + 1],
    ])('%s is refused', async (_, file, bytes) => {
      const { id } = await begin('a.csv');
      const append = stores.imports.appendPart(id, file, new Uint8Array(bytes));
      await expect(append).rejects.toMatchObject({ code: 'invalid_input' });
      expect((await stores.imports.get(id))?.files[0]?.size).toBe(0);
    });

    test('nothing comes behind the last, smaller part of a file, and nothing once it is checked', async () => {
      const { id } = await begin('a.csv');
      await stores.imports.appendPart(id, 0, Uint8Array.of(1));
      const behind = stores.imports.appendPart(id, 0, Uint8Array.of(2));
      await expect(behind).rejects.toMatchObject({ code: 'invalid_input' });
      await stores.imports.move(id, 'checking');
      const late = stores.imports.appendPart(id, 0, Uint8Array.of(3));
      await expect(late).rejects.toMatchObject({ code: 'wrong_state', evidence: { got: 'one that is checking' } });
    });

    test.each(Object.keys(importMoves) as ImportState[])(
      'an import that is %s moves where importMoves says, and nowhere else',
      async (state) => {
        for (const to of Object.keys(importMoves) as ImportState[]) {
          const { id } = await importThatIs(state);
          const moved = await stores.imports.move(id, to);
          if ((importMoves[state] as readonly ImportState[]).includes(to)) {
            expect(moved).toMatchObject({ outcome: 'moved', import: { id, state: to } });
          } else {
            expect(moved).toEqual({ outcome: 'wrong_state', state });
          }
        }
      },
      60_000,
    );

    test('a move keeps the summary and the job until it is given others, and an error as long as it is one', async () => {
      const { id } = await begin('a.csv');
      const jobId = (await stores.jobs.enqueue({ kind: 'import-a', key: null, input: null })).id;
      await stores.imports.move(id, 'checking', { jobId });
      await stores.imports.move(id, 'failed', { summary: { rows: 12 }, error: 'The file is not a table.' });
      expect(await stores.imports.get(id)).toMatchObject({
        state: 'failed',
        summary: { rows: 12 },
        error: 'The file is not a table.',
        jobId,
      });
      const again = await stores.imports.move(id, 'checking');
      expect(again).toMatchObject({ import: { summary: { rows: 12 }, error: null, jobId } });
    });

    test.each(['open', 'checked', 'failed'] as const)(
      'new settings send an import that is %s to open and empty its stage',
      async (state) => {
        const { id } = await importThatIs(state);
        const moved = await stores.imports.configure(id, { mapping: 'other' });
        expect(moved).toMatchObject({ import: { state: 'open', settings: { mapping: 'other' }, summary: null } });
        expect(await stores.importStage.problemGroups(id)).toEqual([]);
        expect((await stores.importStage.preview(id)).created.organizations).toBe(0);
        expect(await stores.imports.readPart(id, 0, 0)).not.toBeNull();
      },
    );

    test.each(['checking', 'writing', 'imported', 'undoing', 'undone', 'cancelled'] as const)(
      'an import that is %s takes no new settings',
      async (state) => {
        const { id, settings } = await importThatIs(state);
        expect(await stores.imports.configure(id, 1)).toEqual({ outcome: 'wrong_state', state });
        expect((await stores.imports.get(id))?.settings).toEqual(settings);
      },
    );

    test.each([
      ['checked', 'warning', true],
      ['failed', 'warning', true],
      ['imported', 'error', true],
      ['imported', 'warning', false],
      ['undone', 'error', false],
      ['cancelled', 'error', false],
    ] as const)('of an import that is %s with an %s the file is kept: %s', async (state, severity, kept) => {
      const { id } = await importThatIs(state, severity);
      expect((await stores.imports.readPart(id, 0, 0)) !== null).toBe(kept);
    });

    test('work without a job that waits or runs was interrupted', async () => {
      const job = async (kind: string) => (await stores.jobs.enqueue({ kind, key: null, input: null })).id;
      const [alive, dead, none, idle] = [await begin('1'), await begin('2'), await begin('3'), await begin('4')];
      await stores.imports.move(alive.id, 'checking', { jobId: await job('import-alive') });
      const jobId = await job('import-dead');
      await stores.imports.move(dead.id, 'checking', { jobId });
      await stores.jobs.cancel(jobId);
      await stores.imports.move(none.id, 'checking');
      const ours = new Set([alive, dead, none, idle].map(({ id }) => id));
      const interrupted = (await stores.imports.interrupted()).map(({ id }) => id).filter((id) => ours.has(id));
      expect(interrupted).toEqual([dead.id, none.id]);
    });

    test('a move and its job are one transaction, or neither happens', async () => {
      const { id } = await begin('a.csv');
      const failing = stores.transactions.inTransaction(async ({ imports, jobs }) => {
        const job = await jobs.enqueue({ kind: 'import-b', key: id, input: null });
        await imports.move(id, 'checking', { jobId: job.id });
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      expect(await stores.imports.get(id)).toMatchObject({ state: 'open', jobId: null });
      expect(await stores.jobs.claim({ kinds: ['import-b'], leaseMilliseconds: 1000 })).toBeNull();
    });

    test('two who start the same check at once: one does', async () => {
      const { id } = await begin('a.csv');
      const moves = await Promise.all([1, 2].map(() => stores.imports.move(id, 'checking')));
      expect(moves.map(({ outcome }) => outcome).sort()).toEqual(['moved', 'wrong_state']);
    });

    test('an import that works is not removed; any other goes, and what it has written to the city stays', async () => {
      for (const state of ['checking', 'writing', 'undoing'] as const) {
        expect(await stores.imports.remove((await importThatIs(state)).id)).toBe('wrong_state');
      }
      for (const state of ['open', 'checked', 'imported', 'undone', 'cancelled', 'failed'] as const) {
        const { id } = await importThatIs(state);
        expect(await stores.imports.remove(id)).toBe('removed');
        expect(await stores.imports.get(id)).toBeNull();
        expect(await stores.imports.readPart(id, 0, 0)).toBeNull();
        expect(await stores.importStage.problemGroups(id)).toEqual([]);
        expect((await stores.organizations.get(`kept-${id}`)) !== null).toBe(state === 'imported');
      }
    });

    test.each(['nothing', nowhere, "'; drop table imports; --"])('no import has the id %s', async (id) => {
      expect(await stores.imports.get(id)).toBeNull();
      expect(await stores.imports.readPart(id, 0, 0)).toBeNull();
      expect(await stores.imports.configure(id, null)).toEqual({ outcome: 'not_found' });
      expect(await stores.imports.move(id, 'checking')).toEqual({ outcome: 'not_found' });
      expect(await stores.imports.remove(id)).toBe('not_found');
      const append = stores.imports.appendPart(id, 0, Uint8Array.of(1));
      await expect(append).rejects.toMatchObject({ code: 'import_not_found' });
    });

    test('text that cannot be stored is refused by name', async () => {
      const create = stores.imports.create({ files: [{ name: 'a\0.csv' }], settings: null });
      await expect(create).rejects.toMatchObject({ code: 'invalid_input', evidence: { field: 'files[0].name' } });
      const { id } = await begin('a.csv');
      const configure = stores.imports.configure(id, { fixes: ['\ud800'] });
      await expect(configure).rejects.toMatchObject({ evidence: { field: 'settings.fixes[0]' } });
      const move = stores.imports.move(id, 'failed', { error: '\0' });
      await expect(move).rejects.toMatchObject({ evidence: { field: 'error' } });
    });
  });
}
