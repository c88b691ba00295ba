// Which files belong to the repository: everything except what installs, builds and runs leave behind.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const leftBehind = new Set(['.git', 'node_modules', '.next', 'dist', '.crg', 'coverage']);
/** Each breaks a rule on purpose, so no check reads them in place. */
const brokenOnPurpose = 'tools/fixtures';

/** Paths below `root` with forward slashes, in a stable order. */
export function repositoryFiles(root: string, below = ''): readonly string[] {
  const found: string[] = [];
  const entries = readdirSync(join(root, below), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (leftBehind.has(entry.name) || path === brokenOnPurpose || entry.isSymbolicLink()) continue;
    if (entry.isDirectory()) found.push(...repositoryFiles(root, path));
    else if (!entry.name.endsWith('.tsbuildinfo')) found.push(path);
  }
  return found;
}

/** Our own code: packages, apps and cities, without generated declarations. */
export function sourceFiles(root: string): readonly string[] {
  return repositoryFiles(root).filter(
    (path) =>
      /^(packages|apps|cities|tools)\//.test(path) &&
      /\.(ts|tsx|mts|mjs|js)$/.test(path) &&
      !path.endsWith('next-env.d.ts'),
  );
}

export const isTestCode = (path: string): boolean => /(^|\/)(test|e2e|contracts|bench)\//.test(path);
