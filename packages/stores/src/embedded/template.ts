// A database folder with PostGIS and all migrations in it, made once: starting from it takes a fifth of the time.
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import manifest from '../../package.json' with { type: 'json' };
import { type Migration, migrate, shippedMigrations } from '../sql/migrate.ts';
import { startPglite } from './pglite-thread.ts';

const folder = fileURLToPath(new URL('../../template/', import.meta.url));

/** Part of the template's name: folders of another build may not fit. */
const engineBuild = ['pglite', 'pglite-postgis']
  .map((name) => `${name}-${manifest.dependencies[`@electric-sql/${name}` as keyof typeof manifest.dependencies]}`)
  .join('-');

function templatePath(migrations: readonly Migration[]): string {
  const hash = createHash('sha256');
  for (const { checksum } of migrations) hash.update(checksum);
  return join(folder, `${engineBuild}-${hash.digest('hex').slice(0, 16)}.tar.gz`);
}

/** null if there is none for these migrations. */
export function readTemplate(migrations: readonly Migration[]): Uint8Array | null {
  const path = templatePath(migrations);
  return existsSync(path) ? readFileSync(path) : null;
}

/** Builds the template unless it is there; templates of other migrations go. */
export async function buildTemplate(log: (line: string) => void): Promise<void> {
  const migrations = shippedMigrations();
  const path = templatePath(migrations);
  if (existsSync(path)) {
    log('The template database is up to date.');
    return;
  }
  log('Building the template database (PostGIS and all migrations), about 15 s ...');
  const scratch = mkdtempSync(join(tmpdir(), 'crg-template-'));
  try {
    const bytes = await createDatabase(join(scratch, 'database'), migrations);
    mkdirSync(folder, { recursive: true });
    for (const old of readdirSync(folder)) rmSync(join(folder, old));
    writeFileSync(`${path}.new`, bytes);
    renameSync(`${path}.new`, path);
    log(`The template database is ready, ${(bytes.length / 1e6).toFixed(1)} MB.`);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function createDatabase(databaseFolder: string, migrations: readonly Migration[]): Promise<Uint8Array> {
  const thread = await startPglite({
    directory: databaseFolder,
    databaseFolder,
    template: null,
    waitMilliseconds: 120_000,
    onEnd: () => {},
  });
  try {
    await migrate(thread.db, migrations);
    // What is in the tables' files need not be replayed from the log at every first start.
    await sql`checkpoint`.execute(thread.db);
    return await thread.dump();
  } finally {
    await thread.close();
  }
}
