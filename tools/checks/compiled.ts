// Types, format, lint and unused code: the judgement of tsc, Biome and knip, reported as violations.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runTool, type ToolResult } from './run-tool.ts';
import type { Check, Violation } from './violation.ts';

/** One tsc run per package, each with only the libraries and types that package may use. */
export const checkTypes: Check = async (root) => {
  const projects = typeProjects(root);
  const found: Violation[] = [];
  const next = async (): Promise<void> => {
    for (let project = projects.pop(); project !== undefined; project = projects.pop()) {
      const rule = project.match(/^packages\/(domain|engine)\/tsconfig/) ? 'pure-types' : 'types';
      found.push(...failed(rule, project, await runTool(root, 'tsc', ['-p', project, '--pretty', 'false'])));
    }
  };
  await Promise.all([next(), next()]);
  return found;
};

function typeProjects(root: string): string[] {
  const below = (folder: string) =>
    existsSync(join(root, folder)) ? readdirSync(join(root, folder)).map((name) => `${folder}/${name}`) : [];
  const candidates = [...below('packages'), ...below('apps')].flatMap((path) => [path, `${path}/test`]);
  return [...candidates, 'cities', 'tools']
    .map((path) => `${path}/tsconfig.json`)
    .filter((path) => existsSync(join(root, path)));
}

export const checkFormatAndLint: Check = async (root) =>
  failed(
    'format-and-lint',
    '.',
    await runTool(root, 'biome', [
      'check',
      '--colors=off',
      '--max-diagnostics=50',
      '--error-on-warnings',
      '--diagnostic-level=warn',
    ]),
  );

export const checkUnused: Check = async (root) =>
  failed('unused-code', '.', await runTool(root, 'knip', ['--no-progress', '--no-config-hints']));

/** A tool's own words are the best text: a project without files (TS18003) is not a failure, everything else is. */
function failed(rule: string, where: string, { code, stdout, stderr }: ToolResult): readonly Violation[] {
  const said = `${stdout}${stderr}`.trim();
  if (code === 0 || /error TS18003/.test(said)) return [];
  return [{ rule, where, text: said }];
}
