// What a data folder promises: one process at a time, nothing foreign touched, nothing acknowledged lost.
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { claimable, databaseFolder, prepareDatabase } from '../src/embedded/data-folder.ts';
import { lockFolder } from '../src/embedded/folder-lock.ts';
import { embeddedDefaults } from '../src/embedded/open-embedded.ts';
import { startPglite } from '../src/embedded/pglite-thread.ts';
import { openStores } from '../src/open-stores.ts';
import { type Migration, migrate } from '../src/sql/migrate.ts';
import { killAllChildren, startChild } from './children/start.ts';

const parent = mkdtempSync(join(tmpdir(), 'crg-test-'));
afterAll(() => {
  killAllChildren();
  rmSync(parent, { recursive: true });
});

let folders = 0;
function newFolder(files: Record<string, string> = {}): string {
  const directory = join(parent, `folder-${++folders}`);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(directory, name, '..'), { recursive: true });
    writeFileSync(join(directory, name), content);
  }
  return directory;
}

const log: string[] = [];
const open = (directory: string) => openStores({ kind: 'embedded', directory, log: (line) => log.push(line) });
const refusal = (directory: string) =>
  open(directory).then(
    () => 'opened',
    (error) => `${error.code}: ${error.message}`,
  );

describe('a folder has one owner', () => {
  test('a second process is refused and told who holds the folder; when that one is killed, the folder is free at once', async () => {
    const directory = newFolder();
    claimable(directory);
    const holder = startChild('hold-folder.ts', [directory]);
    await holder.line((line) => line === 'held');
    const refused = await refusal(directory);
    expect(refused).toMatch(/^data_folder_in_use: /);
    expect(refused).toContain(`process ${holder.pid}, started 20`);
    expect(refused).toContain('hold-folder.ts');
    expect(refused).not.toContain('\n');
    await holder.kill();
    lockFolder(directory).release();
    expect(readdirSync(directory)).toEqual(['crg.lock']);
  });

  test('the same process is refused too', async () => {
    const directory = newFolder();
    claimable(directory);
    const lock = lockFolder(directory);
    expect(await refusal(directory)).toContain(`process ${process.pid}`);
    lock.release();
  });

  test('only the warning about node:sqlite is held back', () => {
    const warnings: string[] = [];
    const listen = (warning: Error) => warnings.push(warning.message);
    process.on('warning', listen);
    const directory = newFolder();
    claimable(directory);
    lockFolder(directory).release();
    process.off('warning', listen);
    expect(warnings).toEqual([]);
  });
});

describe('a folder that cannot be used is refused in one line and left as it is', () => {
  test.each([
    ['with files of others in it', { 'thesis.doc': 'x', 'b.txt': 'y' }, 'other files in it ("b.txt" and 1 more)'],
    [
      'with the marker of a newer version',
      { 'crg-data.json': '{"format":"crg-data/2","state":"ready"}' },
      'crg-data/2. It was written by a newer version',
    ],
    ['with a marker that is no marker', { 'crg-data.json': '{' }, 'something else in that file'],
    ['without its database', { 'crg-data.json': '{"format":"crg-data/1","state":"ready"}' }, 'no database/PG_VERSION'],
    [
      'with a control file cut off',
      {
        'crg-data.json': '{"format":"crg-data/1","state":"ready"}',
        'database/PG_VERSION': '18\n',
        'database/global/pg_control': 'x'.repeat(100),
      },
      'a database/global/pg_control that is missing or cut off',
    ],
  ])('one %s', async (_, files, got) => {
    const directory = newFolder(files);
    const refused = await refusal(directory);
    expect(refused).toMatch(/^data_folder_unusable: /);
    expect(refused).toContain(got);
    expect(refused).not.toContain('\n');
    for (const [name, content] of Object.entries(files))
      expect(readFileSync(join(directory, name), 'utf8')).toBe(content);
    if (!('crg-data.json' in files)) expect(readdirSync(directory).sort()).toEqual(Object.keys(files).sort());
  });

  test('a file in the place of the folder', async () => {
    const file = join(newFolder({ file: 'mine' }), 'file');
    expect(await refusal(file)).toContain('a file in the place of the folder');
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  test('a folder, or the place for one, that may not be written', async () => {
    const directory = newFolder();
    mkdirSync(directory);
    chmodSync(directory, 0o555);
    chmodSync(parent, 0o755);
    const asOrdinaryUser = async (path: string) => {
      // The administrator may write everywhere, so the rights of an ordinary user are taken on meanwhile.
      const administrator = process.getuid?.() === 0;
      if (administrator) process.seteuid?.(65_534);
      try {
        return await refusal(path);
      } finally {
        if (administrator) process.seteuid?.(0);
      }
    };
    const expected = /^data_folder_unusable: .* got a folder that it may not write\. Give this user the right/;
    expect(await asOrdinaryUser(directory)).toMatch(expected);
    expect(await asOrdinaryUser(join(directory, 'below'))).toMatch(expected);
    expect(readdirSync(directory)).toEqual([]);
  });

  test('what an interrupted first start left is swept away, a finished database never', () => {
    const unfinished = newFolder({
      'crg-data.json': '{"format":"crg-data/1","state":"creating"}',
      'database/base/1': 'half',
    });
    expect(prepareDatabase(unfinished)).toBe('create');
    expect(existsSync(join(unfinished, 'database'))).toBe(false);
    const control = 'x'.repeat(8192);
    const finished = newFolder({
      'crg-data.json': '{"format":"crg-data/1","state":"ready"}',
      'database/PG_VERSION': '18\n',
      'database/global/pg_control': control,
    });
    expect(prepareDatabase(finished)).toBe('open');
    expect(readFileSync(join(finished, 'database/global/pg_control'), 'utf8')).toBe(control);
  });
});

// One folder through its whole life, in order: each start of the database takes seconds.
describe('what was acknowledged is there', { timeout: 90_000 }, () => {
  const directory = join(parent, 'life');
  const { migrations } = embeddedDefaults();
  const added: Migration = {
    number: migrations.length + 1,
    name: 'added.sql',
    text: 'create table added (x int)',
    checksum: 'a',
  };
  const acknowledged = new Set<string>();
  const remember = (lines: readonly string[]) => {
    for (const line of lines) if (line.startsWith('created ')) acknowledged.add(line.slice('created '.length));
  };

  test('a process is killed in the middle of writing, the next one meets a full disk, and nothing is lost', async () => {
    const killed = startChild('write-until-stopped.ts', [directory]);
    await killed.line((line) => line.startsWith('created written-40-'));
    await killed.kill();
    remember(killed.lines);
    expect(acknowledged.size).toBeGreaterThan(40);

    // The log is kept in files of 16 MB, so that only the tables outgrow the limit.
    const filling = startChild('write-until-stopped.ts', [directory, '1000000'], { largestFile: 17_000 });
    const refused = await filling.line((line) => line.startsWith('refused '));
    await filling.ended;
    expect(refused).toMatch(/^refused data_folder_unusable .* got a full disk\. Make room/);
    remember(filling.lines);

    const stores = await open(directory);
    const { items } = await stores.organizations.page({}, { cursor: null, limit: 100_000 });
    const stored = new Set(items.map(({ value }) => value.id));
    expect([...acknowledged].filter((id) => !stored.has(id))).toEqual([]);
    // At most the write that was under way when the process was killed.
    expect(stored.size - acknowledged.size).toBeLessThanOrEqual(1);

    const begun = Array.from({ length: 20 }, (_, i) =>
      stores.organizations.create({ id: `o${i}`, name: '', nace: [] }),
    );
    const closed = stores.close();
    await expect(stores.check()).rejects.toMatchObject({ code: 'not_ready' });
    expect((await Promise.all(begun)).map(({ outcome }) => outcome)).toEqual(Array(20).fill('created'));
    await closed;
    await stores.close();
    expect(readdirSync(directory).sort()).toEqual(['crg-data.json', 'crg.lock', 'database']);
  });

  test('the folder gets newer migrations once, also when two start at once, and an older version then refuses it', async () => {
    const database = databaseFolder(directory);
    const onEnd = () => {};
    const thread = await startPglite({
      directory,
      databaseFolder: database,
      template: null,
      waitMilliseconds: 60_000,
      onEnd,
    });
    const [first, second] = await Promise.all([1, 2].map(() => migrate(thread.db, [...migrations, added])));
    expect([first, second]).toEqual([
      { kind: 'migrated', applied: [added.number] },
      { kind: 'migrated', applied: [] },
    ]);
    const altered = await migrate(thread.db, [...migrations, { ...added, checksum: 'b' }]);
    expect(altered).toEqual({ kind: 'altered', name: 'added.sql' });
    await thread.close();

    const refused = new RegExp(`^data_folder_unusable: .* got schema ${added.number}, written by a newer version`);
    expect(await refusal(directory)).toMatch(refused);
  });
});
