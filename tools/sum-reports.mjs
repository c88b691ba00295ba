// Sums Vitest's JSON reports (and that of `npm run check`, which has the same fields) into one line: `N passed, N failed`.
// A report that is missing counts as one failure: a step that died before it could count has not passed.
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * @param {readonly string[]} paths reports written by one run each
 * @returns {{ passed: number, failed: number, lines: readonly string[] }} totals, and one line per report
 */
export function sumReports(paths) {
  const counts = paths.map((path) => ({ name: basename(path, '.json'), ...countsOf(path) }));
  return {
    passed: counts.reduce((sum, { passed }) => sum + passed, 0),
    failed: counts.reduce((sum, { failed }) => sum + failed, 0),
    lines: counts.map(({ name, passed, failed, note }) => `${name}: ${passed} passed, ${failed} failed${note}`),
  };
}

/** @param {string} path */
function countsOf(path) {
  if (!existsSync(path)) return { passed: 0, failed: 1, note: ' (no report: the step did not finish)' };
  const report = JSON.parse(readFileSync(path, 'utf8'));
  // A test file that cannot be loaded has no tests to count, but it has failed.
  const broken = (report.testResults ?? []).filter(isBroken).length;
  const passed = report.numPassedTests;
  const failed = report.numFailedTests + broken;
  if (passed + failed === 0) return { passed: 0, failed: 1, note: ' (nothing ran)' };
  return { passed, failed, note: broken > 0 ? ` (${broken} files could not be loaded)` : '' };
}

/** @param {{ status: string, assertionResults: readonly { status: string }[] }} file */
function isBroken(file) {
  return file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { passed, failed, lines } = sumReports(process.argv.slice(2));
  for (const line of lines) console.log(line);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}
