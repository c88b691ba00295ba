// `crg start` as people run it and as it fails: real processes, one after another, one data folder at a time.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { CrgProcess, crgEnded, type Ended } from './crg-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'crg-start-'));
const data = join(folder, 'data');
const kalundborg = fileURLToPath(new URL('../../../cities/kalundborg/city.json', import.meta.url));
afterAll(() => rmSync(folder, { recursive: true }));

// A machine with other work to do takes several seconds for each of these processes.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

describe('a city that is served', () => {
  let crg: CrgProcess;
  let address: string;
  beforeAll(async () => {
    crg = new CrgProcess(['start', '--port', '0', '--data', data]);
    address = await crg.address();
  });
  afterAll(() => crg.stop('SIGKILL'));

  test('begins with Kalundborg in a new folder, and says when it is ready', async () => {
    expect(await (await fetch(`${address}/health`)).json()).toMatchObject({ status: 'ok' });
    expect(await crg.line(/ready at/)).toMatch(/ready at http:\/\/127\.0\.0\.1:\d+ in [\d.]+ s: 41 flows, \d+ matches/);
    expect((await fetch(`${address}/ready`)).status).toBe(200);
    expect(crg.told.join('\n')).toContain('Sign-in does not exist yet');
  });

  test('shows its pages and its API on one port', async () => {
    const page = await fetch(`${address}/`);
    expect([page.status, page.headers.get('content-type')?.split(';')[0]]).toEqual([200, 'text/html']);
    const { data: matches } = (await (await fetch(`${address}/api/v1/matches`)).json()) as { data: unknown[] };
    expect(matches.length).toBeGreaterThan(10);
  });

  test.each([
    ['start', ['start', '--port', '0']],
    ['import', ['import', kalundborg]],
    ['export', ['export']],
  ])('refuses the folder to a second process (%s) and says who holds it', async (command, args) => {
    const second = await crgEnded([...args, '--data', data]);
    const line = oneLine(second, command);
    expect(line).toContain(`process ${crg.pid}`);
    expect(line).toMatch(/Stop that process/);
    expect((await fetch(`${address}/ready`)).status).toBe(200);
  });

  test('ends cleanly on Ctrl-C within seconds, and an echo of the signal does no harm', async () => {
    const began = performance.now();
    process.kill(crg.pid, 'SIGINT');
    await crg.line(/stopping/);
    const { code, told } = await crg.stop('SIGINT');
    expect([code, told.at(-1)]).toEqual([0, 'crg start: stopped.']);
    expect(performance.now() - began).toBeLessThan(10_000);
    await expect(fetch(`${address}/health`)).rejects.toThrow();
  });

  // Filling a real disk needs an administrator; a file that always says "full" stands in its way for every user.
  test('refuses a full disk in one line', async () => {
    const holder = join(data, 'crg.holder.json');
    symlinkSync('/dev/full', holder);
    const ended = await crgEnded(['import', kalundborg, '--data', data]);
    expect(oneLine(ended, 'import')).toMatch(/got a full disk\. Make room on the disk/);
    rmSync(holder, { force: true });
  });

  test('has everything again once there is room, and what is exported and imported changes nothing', async () => {
    const exported = join(folder, 'exported.json');
    expect((await crgEnded(['export', '--data', data, '--output', exported])).code).toBe(0);
    const again = await crgEnded(['import', exported, '--data', data]);
    expect(again.told).toMatchObject([expect.stringMatching(/Kalundborg: 0 new, 0 updated, 74 unchanged/)]);
  });

  test('refuses a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const ended = await crgEnded(['start', '--port', String(port), '--data', data]);
    other.close();
    expect(oneLine(ended, 'start')).toMatch(
      new RegExp(
        `^crg start: --port: expected a free port, got ${port}, one that another program uses\\. Stop that program`,
      ),
    );
  });

  test('refuses a broken database and leaves it as it is', async () => {
    const control = join(data, 'database', 'global', 'pg_control');
    const whole = readFileSync(control);
    writeFileSync(control, whole.subarray(0, 100));
    const line = oneLine(await crgEnded(['start', '--port', '0', '--data', data]), 'start');
    expect(line).toMatch(/expected a whole database, got .*\. Nothing was deleted/);
    expect(readFileSync(control)).toHaveLength(100);
    writeFileSync(control, whole);
  });
});

// Root may write everywhere, so rights alone stop nobody in a container: /sys refuses every user, a file is no folder for anybody.
describe('a folder that cannot be used is one line and exit code 1', () => {
  test('a file in its place', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, 'mine');
    expect(oneLine(await crgEnded(['start', '--data', file]), 'start')).toMatch(/a file in the place of the folder/);
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  test('a read-only place', async () => {
    const line = oneLine(await crgEnded(['start', '--data', '/sys/crg']), 'start');
    expect(line).toMatch(/expected a data folder that this process can write, got .*Choose|choose/);
    expect(existsSync('/sys/crg')).toBe(false);
  });

  test('somebody’s photos', async () => {
    const photos = join(folder, 'photos');
    mkdirSync(photos);
    writeFileSync(join(photos, 'holiday.jpg'), 'x');
    expect(oneLine(await crgEnded(['start', '--data', photos]), 'start')).toMatch(
      /"holiday\.jpg".*nothing was changed/,
    );
    expect(readdirSync(photos)).toEqual(['holiday.jpg']);
  });
});

/** The one line that says what went wrong, after the lines that say how far it came. */
function oneLine({ code, told }: Ended, command: string): string {
  const wrong = told.filter((line) => line.includes('expected '));
  expect([code, wrong.length], told.join('\n')).toEqual([1, 1]);
  const [line = ''] = wrong;
  expect(line).toMatch(new RegExp(`^crg ${command}: .*expected .*, got .*\\. .*\\.$`));
  expect(told.join('\n'), 'no stack trace').not.toMatch(/\n\s+at /);
  return line;
}
