// `npm run check`: every rule of the repository. `npm run check -- arrows words` runs some of them; `--report FILE` writes the counts.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { checkArrows } from './checks/arrows.ts';
import { checkFormatAndLint, checkTypes, checkUnused } from './checks/compiled.ts';
import { checkLicences } from './checks/licences.ts';
import { checkSourceRules } from './checks/source-rules.ts';
import type { Check } from './checks/violation.ts';
import { checkWords } from './checks/words.ts';

const checks: Readonly<Record<string, Check>> = {
  format: checkFormatAndLint,
  types: checkTypes,
  arrows: checkArrows,
  source: checkSourceRules,
  unused: checkUnused,
  licences: checkLicences,
  words: checkWords,
};

const root = join(import.meta.dirname, '..');
const { values, positionals } = parseArgs({ options: { report: { type: 'string' } }, allowPositionals: true });
process.exitCode = await runChecks(positionals, values.report);

/** Runs the checks named (none named: all) and answers the exit code: 0 all passed, 1 some failed, 2 no such check. */
async function runChecks(wanted: readonly string[], report: string | undefined): Promise<number> {
  const unknown = wanted.filter((name) => !Object.hasOwn(checks, name));
  if (unknown.length > 0) {
    console.error(`Expected checks among ${Object.keys(checks).join(', ')}, got ${unknown.join(', ')}.`);
    return 2;
  }
  const chosen = Object.entries(checks).filter(([name]) => wanted.length === 0 || wanted.includes(name));
  let failures = 0;
  for (const [name, check] of chosen) {
    const started = performance.now();
    const violations = await check(root);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`${violations.length === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`);
    for (const { rule, where, text } of violations) console.log(`     ${where}: ${rule}: ${text}`);
    if (violations.length > 0) failures += 1;
  }
  if (report !== undefined) {
    writeFileSync(report, JSON.stringify({ numPassedTests: chosen.length - failures, numFailedTests: failures }));
  }
  console.log(`checks: ${chosen.length - failures} passed, ${failures} failed`);
  return failures === 0 ? 0 : 1;
}
