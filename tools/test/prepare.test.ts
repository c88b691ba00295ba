import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'crg-prepare-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs prepare with a small program in place of npm, so that no test builds anything. */
function prepare(npmProgram: string, environment: Record<string, string> = {}) {
  const npm = join(folder, 'npm.cjs');
  writeFileSync(npm, npmProgram);
  const result = spawnSync(process.execPath, [join(import.meta.dirname, '..', 'prepare.mjs')], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', npm_execpath: npm, ...environment },
  });
  return { code: result.status, said: result.stdout + result.stderr };
}

test('an install builds the template database first, then the web pages, and says so', () => {
  const { code, said } = prepare('process.stdout.write("npm " + process.argv.slice(2).join(" ") + "\\n")');
  expect(code).toBe(0);
  expect(said).toMatch(
    /1\/2 building the template database.*npm run build:template -w packages\/stores.*2\/2 building the web pages.*npm run build -w apps\/web.*npm start/s,
  );
});

test('an install fails loudly when a step fails, and names the command to repeat', () => {
  const { code, said } = prepare('process.exit(process.argv.includes("apps/web") ? 7 : 0)');
  expect(code).toBe(1);
  expect(said).toContain('building the web pages failed (exit code 7)');
  expect(said).toContain('npm run build -w apps/web');
});

test('CRG_SKIP_BUILD=1 builds nothing and says what to run before the first start', () => {
  const { code, said } = prepare('process.exit(7)', { CRG_SKIP_BUILD: '1' });
  expect(code).toBe(0);
  expect(said).toContain('npm run build');
});

test('`npx crg` in a clone builds nothing anew: a server may be serving what is built', () => {
  const { code, said } = prepare('process.exitCode = 1', { npm_command: 'exec' });
  expect(code).toBe(0);
  expect(said).not.toContain('building');
});
