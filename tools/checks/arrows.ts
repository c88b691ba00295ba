// The direction of imports, as dependency-cruiser judges it by the rules in .dependency-cruiser.mjs.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runTool } from './run-tool.ts';
import type { Check } from './violation.ts';

interface Report {
  readonly summary: {
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
      readonly cycle?: readonly { readonly name: string }[];
    }[];
    readonly totalCruised: number;
  };
}

/** Also fails when nothing was read: a rule over no files would be green for ever. */
export const checkArrows: Check = async (root) => {
  const folders = ['packages', 'apps', 'cities'].filter((folder) => existsSync(join(root, folder)));
  const { stdout, stderr } = await runTool(root, 'depcruise', [
    '--config',
    '.dependency-cruiser.mjs',
    '-T',
    'json',
    ...folders,
  ]);
  const report = parse(stdout, stderr);
  if (report.summary.totalCruised === 0) {
    return [{ rule: 'arrows', where: '.', text: 'dependency-cruiser read no file; expected packages and apps' }];
  }
  return report.summary.violations.map(({ from, to, rule, cycle }) => ({
    rule: rule.name,
    where: from,
    text:
      cycle === undefined ? `imports ${to}` : `imports itself through ${cycle.map((step) => step.name).join(' -> ')}`,
  }));
};

function parse(stdout: string, stderr: string): Report {
  try {
    return JSON.parse(stdout) as Report;
  } catch (cause) {
    throw new Error(`Expected a JSON report from dependency-cruiser, got: ${stderr || stdout}`, { cause });
  }
}
