// Imports from the first one into an empty folder to a process that is killed in the middle of one.
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { organization, site } from '../contracts/example-records.ts';
import { importsFollowTheModel } from '../contracts/import-model.ts';
import { embeddedDefaults, openEmbedded } from '../src/embedded/open-embedded.ts';
import type { Stores } from '../src/ports/stores.ts';
import { killAllChildren } from './children/start.ts';
import { killDuring } from './kill-imports.ts';

const parent = mkdtempSync(join(tmpdir(), 'crg-test-'));
afterAll(() => {
  killAllChildren();
  rmSync(parent, { recursive: true });
});

describe('a folder that an older version has written', () => {
  const directory = join(parent, 'old');
  const log: string[] = [];
  const open = (change: { migrations?: ReturnType<typeof embeddedDefaults>['migrations'] } = {}) =>
    openEmbedded({
      ...embeddedDefaults(),
      housekeepingMilliseconds: 100,
      ...change,
      directory,
      log: (line) => log.push(line),
    });
  let stores: Stores;

  beforeAll(async () => {
    const before = await open({ migrations: embeddedDefaults().migrations.slice(0, 1) });
    await before.organizations.create(organization('old'));
    await before.close();
    stores = await open();
    // Built without a template: PostGIS alone takes most of the time, and on a busy machine a multiple of it.
  }, 240_000);
  afterAll(() => stores.close());

  test('is brought to the newest schema when it is opened, with all that was in it', async () => {
    expect(log.at(-1)).toMatch(/^Applied migrations 2\b/);
    expect((await stores.organizations.get('old'))?.value).toEqual(organization('old'));
    await stores.organizations.remove('old', (await stores.organizations.get('old'))?.version ?? 0);
  });

  const defaults = { name: 'Kalundborg', year: 2024, currency: 'DKK', sources: ['register', 'survey'] };
  async function imported(...ids: readonly string[]): Promise<string> {
    const { id } = await stores.imports.create({ files: [], settings: null });
    await stores.imports.move(id, 'checking');
    await stores.importStage.stage(id, {
      organizations: ids.map((id) => ({ value: organization(id), file: 0, row: 1 })),
      sites: ids.map((id) => ({ value: site(`${id}-site`, id), file: 0, row: 1 })),
      flows: [],
      problems: [],
    });
    await stores.imports.move(id, 'checked');
    await stores.imports.move(id, 'writing');
    await stores.importStage.write(id, defaults);
    return id;
  }

  async function undone(id: string): Promise<void> {
    await stores.imports.move(id, 'undoing');
    expect(await stores.importStage.undo(id, { keepChanged: false })).toMatchObject({ outcome: 'undone' });
  }

  test('a folder without a city gets one with its first import, and loses it when that is undone', async () => {
    expect(await stores.city.metadata()).toBeNull();
    const before = await stores.changes.latest();
    const id = await imported('a');
    expect(await stores.city.metadata()).toEqual({ ...defaults, factors: [] });
    await undone(id);
    expect(await stores.city.snapshot()).toBeNull();
    const log = await stores.changes.since(before, 10);
    expect(log.map(({ subject, id, action }) => `${subject} ${id} ${action}`)).toEqual([
      'city Kalundborg created',
      'organization a created',
      'site a-site created',
      'site a-site removed',
      'organization a removed',
      'city Kalundborg removed',
    ]);
  });

  test('the city stays as long as something is in it', async () => {
    const first = await imported('a');
    const second = await imported('b');
    await undone(first);
    expect((await stores.city.snapshot())?.city).toMatchObject({ name: 'Kalundborg', organizations: [{ id: 'b' }] });
    await undone(second);
    expect((await stores.city.snapshot())?.city).toMatchObject({ organizations: [] });
  });

  test('a cancelled import gives the room of its files and its stage back to the disk', async () => {
    const before = megabytes(directory);
    const { id } = await stores.imports.create({ files: [{ name: 'large.csv' }], settings: null });
    for (let part = 0; part < 80; part++) await stores.imports.appendPart(id, 0, new Uint8Array(262_144));
    expect(megabytes(directory) - before).toBeGreaterThan(18);
    await stores.imports.move(id, 'cancelled');
    await expect.poll(() => megabytes(directory) - before, { timeout: 15_000, interval: 200 }).toBeLessThan(6);
  });

  test('imports, undos and edits in any order leave what the model says', async () => {
    await importsFollowTheModel(stores, { runs: 15, seed: 20_261_125 });
  }, 60_000);
});

test('a process killed while it writes or takes back an import leaves the old city or the new one', async () => {
  await killDuring({ directory: join(parent, 'killed'), kills: 2, seed: 7 });
}, 240_000);

/** Of the tables: the log of PostgreSQL is reused, not given back. */
function megabytes(directory: string): number {
  const files = readdirSync(join(directory, 'database', 'base'), { recursive: true, withFileTypes: true });
  const bytes = files.filter((file) => file.isFile()).map((file) => statSync(join(file.parentPath, file.name)).size);
  return bytes.reduce((sum, size) => sum + size, 0) / 1e6;
}
