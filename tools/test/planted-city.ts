// A small city in a temp folder that obeys every rule, judged by the repository's own configuration, plus planted violations.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

const repository = join(import.meta.dirname, '..', '..');
const fixtures = join(repository, 'tools', 'fixtures');
const configuration = ['biome.json', '.gitignore', 'tsconfig.base.json', '.dependency-cruiser.mjs', 'knip.json'];

export const plantedRules = (): readonly string[] => readdirSync(fixtures).filter((name) => name !== 'clean');

/** The files a fixture plants, by path in the city. */
export const plantedFiles = (rule: string): readonly string[] =>
  readdirSync(join(fixtures, rule), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(join(fixtures, rule), join(entry.parentPath, entry.name)));

/** The clean fixture, with the fixtures named `rules` laid over it. Call `remove` when done. */
export function plantCity(...rules: readonly string[]): { readonly root: string; remove(): void } {
  const root = mkdtempSync(join(tmpdir(), 'crg-planted-'));
  for (const file of configuration) cpSync(join(repository, file), join(root, file));
  cpSync(join(fixtures, 'clean'), root, { recursive: true });
  for (const rule of rules) cpSync(join(fixtures, rule), root, { recursive: true });
  for (const path of packagesOf(root)) {
    const types = join(repository, path, 'tsconfig.json');
    if (path.startsWith('packages/') && existsSync(types)) cpSync(types, join(root, path, 'tsconfig.json'));
    link(join(root, path), join(root, 'node_modules', '@crg', path.split('/').at(-1) ?? path));
  }
  const installed = join(repository, 'node_modules');
  for (const name of readdirSync(installed)) {
    if (name !== '@crg') link(join(installed, name), join(root, 'node_modules', name));
  }
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}

function packagesOf(root: string): readonly string[] {
  return ['packages', 'apps'].flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`));
}

function link(target: string, path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(target, path);
}
