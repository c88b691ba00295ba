import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { hostileFiles } from './hostile-files.ts';
import type { Outcome } from './read-hostile-files.ts';

// All of them in one process with little heap, from the largest bomb to the smallest slip: what leaks or explodes ends that process.
const heapMegabytes = 192;
const mostMegabytes = 512;
const mostSeconds = 120;

const { stdout } = await promisify(execFile)(
  process.execPath,
  [`--max-old-space-size=${heapMegabytes}`, join(import.meta.dirname, 'read-hostile-files.ts')],
  { timeout: mostSeconds * 1000, maxBuffer: 64 * 1024 * 1024 },
);
const outcomes = new Map(
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Outcome)
    .map((outcome) => [outcome.what, outcome]),
);

test('every hostile file was read to an end, and each is told apart by what is hostile about it', () => {
  expect(hostileFiles.length).toBeGreaterThanOrEqual(40);
  expect([...outcomes.keys()]).toEqual(hostileFiles.map(({ what }) => what));
});

test(`reading them all takes less than ${mostMegabytes} MB, Node included`, () => {
  const peak = Math.max(...[...outcomes.values()].map(({ peakBytes }) => peakBytes));
  expect(peak / 1e6).toBeLessThan(mostMegabytes);
});

const refused = hostileFiles.flatMap((file) => ('code' in file.expected ? [{ ...file, expected: file.expected }] : []));
const read = hostileFiles.flatMap((file) => ('code' in file.expected ? [] : [{ ...file, expected: file.expected }]));

describe('refused, with words to act on', () => {
  test.each(refused)('$what', ({ what, expected }) => {
    const outcome = outcomes.get(what);
    expect(outcome?.crashed).toBeUndefined();
    expect(outcome?.read).toBeUndefined();
    expect(outcome?.refused?.code).toBe(expected.code);
    expect(outcome?.refused?.message).toContain(expected.says);
    expect(outcome?.refused?.message).toMatch(/^expected .+, got .+\. .+\.$/s);
    expect(outcome?.refused?.next).toMatch(/^[A-Z].+\.$/);
    expect(outcome?.refused?.message.length).toBeLessThan(600);
  });
});

describe('read exactly as it is', () => {
  test.each(read)('$what', ({ what, expected }) => {
    const outcome = outcomes.get(what);
    expect(outcome?.crashed).toBeUndefined();
    expect(outcome?.refused).toBeUndefined();
    const found = outcome?.read;
    expect(found?.columns).toEqual(expected.columns);
    expect(found?.rows).toBe(expected.cells.length);
    expect(found?.cells).toEqual(expected.cells);
    expect(found?.problems).toEqual(expected.problems ?? []);
    if (expected.facts !== undefined) expect(found?.facts.join()).toContain(expected.facts);
    for (const remark of expected.remarks ?? []) expect(found?.remarks).toContain(remark);
  });
});
