// Builds the web application: places MapLibre's worker where the browser can load it, then runs Next's build.
// Turbopack cannot follow the worker inside MapLibre's package, so the file is served from public/ under its version.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const app = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);
const maplibre = dirname(require.resolve('maplibre-gl/package.json'));
const workers = join(app, 'public/worker');

rmSync(workers, { recursive: true, force: true });
mkdirSync(workers, { recursive: true });
copyFileSync(join(maplibre, 'dist/maplibre-gl-worker.mjs'), join(workers, 'maplibre-gl-worker.mjs'));

const built = spawnSync(process.execPath, [require.resolve('next/dist/bin/next'), 'build'], {
  cwd: app,
  stdio: 'inherit',
  env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
});
process.exit(built.status ?? 1);
