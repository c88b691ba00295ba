import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { sumReports } from '../sum-reports.mjs';

const folder = mkdtempSync(join(tmpdir(), 'crg-reports-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function report(name: string, content: object): string {
  const path = join(folder, `${name}.json`);
  writeFileSync(path, JSON.stringify(content));
  return path;
}

test('passed and failed tests of all reports are added up', () => {
  const unit = report('unit', { numPassedTests: 40, numFailedTests: 1, testResults: [] });
  const e2e = report('e2e', { numPassedTests: 2, numFailedTests: 0, testResults: [] });
  expect(sumReports([unit, e2e])).toEqual({
    passed: 42,
    failed: 1,
    lines: ['unit: 40 passed, 1 failed', 'e2e: 2 passed, 0 failed'],
  });
});

test('a test file that could not be loaded counts as a failure', () => {
  const broken = { status: 'failed', assertionResults: [] };
  const counted = { status: 'failed', assertionResults: [{ status: 'failed' }] };
  const unit = report('broken', { numPassedTests: 3, numFailedTests: 1, testResults: [broken, counted] });
  expect(sumReports([unit])).toMatchObject({ passed: 3, failed: 2 });
});

test('a step that left no report, or ran nothing, has failed', () => {
  const empty = report('empty', { numPassedTests: 0, numFailedTests: 0, testResults: [] });
  expect(sumReports([join(folder, 'never-written.json'), empty])).toMatchObject({ passed: 0, failed: 2 });
});
