import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exceptions } from '../checks/licences.ts';
import { repositoryFiles } from '../checks/repository-files.ts';

const root = join(import.meta.dirname, '..', '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const documents = repositoryFiles(root).filter((path) => path.endsWith('.md') && !path.startsWith('cities/'));
const matchesOf = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? '');

describe('README', () => {
  const readme = read('README.md');

  test('sets everything up with exactly two command lines', () => {
    const commands = matchesOf(readme, /```sh\n(.*?)```/gs).flatMap((block) => block.trim().split('\n'));
    expect(commands).toEqual(['npm ci && npm start', 'npm ci && npm test']);
  });

  test('names exactly eight files to read, in order', () => {
    expect(matchesOf(readme, /^(\d)\. \[[^\]]+\]\([^)]+\): \S/gm)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
  });

  test('says that the product listens on loopback and has no sign-in', () => {
    expect(readme).toContain('127.0.0.1');
    expect(readme).toMatch(/sign-in does not exist yet/);
  });
});

describe.for(documents)('%s', (path) => {
  const text = read(path);

  test('links only to files and headings that exist', () => {
    const broken = matchesOf(text, /\]\(([^)\s]+)\)/g).filter(
      (target) => !/^(https?|mailto):/.test(target) && !linkHolds(path, target),
    );
    expect(broken).toEqual([]);
  });

  test('names only npm scripts that the package they are asked of has', () => {
    const named = [...text.matchAll(/\bnpm run (?:--silent )?([a-z][\w:-]*)(?: -w ([\w/-]+))?/g)];
    const missing = named.filter(([, script = '', folder = '.']) => !scriptsOf(folder).includes(script));
    expect(missing.map(([command]) => command)).toEqual([]);
  });

  test('names only commands that crg has', () => {
    const commands = matchesOf(read('apps/cli/src/commands.ts'), /\.command\('(\w+)'\)/g);
    const named = matchesOf(text, /\bnpx crg (\w+)/g);
    expect(named.filter((name) => !commands.includes(name))).toEqual([]);
  });

  test('names only files of this repository that exist', () => {
    const named = matchesOf(text, /`((?:packages|apps|cities|tools|docs|\.ci)\/[\w./-]+)`/g);
    expect(named.filter((name) => !existsSync(join(root, name)))).toEqual([]);
  });
});

test('the city of the getting-started page has one match, and it pays', () => {
  const [city = ''] = matchesOf(read('docs/getting-started.md'), /```json\n(.*?)```/gs);
  const args = ['apps/cli/bin/crg.mjs', 'match', '--input', '-', '--output', '-'];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, input: city, encoding: 'utf8' });
  const matches = (JSON.parse(stdout || stderr) as { matches: { margin_eur_per_year: number }[] }).matches;
  expect(matches.map(({ margin_eur_per_year }) => margin_eur_per_year > 0)).toEqual([true]);
});

test('the index of documents leads to every document', () => {
  const index = read('docs/index.md');
  const pages = documents.filter((path) => path.startsWith('docs/') && path !== 'docs/index.md');
  expect(pages.filter((path) => !index.includes(`](${path.slice('docs/'.length)})`))).toEqual([]);
});

test('decisions are numbered without gaps, one page each, with what they cost', () => {
  const decisions = documents.filter((path) => path.startsWith('docs/adr/'));
  expect(decisions.map((path) => path.slice('docs/adr/'.length, 'docs/adr/'.length + 4))).toEqual(
    decisions.map((_, index) => String(index + 1).padStart(4, '0')),
  );
  for (const path of decisions) {
    expect(matchesOf(read(path), /^## (.*)$/gm), path).toEqual([
      'Context',
      'Decision',
      'Good consequences',
      'Bad consequences',
    ]);
  }
});

test('the page on licences lists every exception that the check lets pass', () => {
  const page = read('docs/licences.md');
  expect(
    exceptions
      .filter(({ licence, reason }) => !page.includes(licence) || !page.includes(reason))
      .map(({ reason }) => reason),
  ).toEqual([]);
});

test('the newest entry of the changelog is the version of the product', () => {
  const { version } = JSON.parse(read('package.json')) as { version: string };
  expect(matchesOf(read('CHANGELOG.md'), /^## ([\d.]+)/gm)[0]).toBe(version);
});

function scriptsOf(folder: string): readonly string[] {
  return Object.keys((JSON.parse(read(join(folder, 'package.json'))) as { scripts?: object }).scripts ?? {});
}

/** A link to `page.md#heading` holds when the page has that heading, in the way GitHub makes anchors. */
function linkHolds(from: string, target: string): boolean {
  const [file = '', anchor] = target.split('#');
  const path = file === '' ? from : join(dirname(from), file);
  if (!existsSync(join(root, path))) return false;
  if (anchor === undefined || !path.endsWith('.md')) return true;
  const anchors = matchesOf(read(path), /^#+ (.*)$/gm).map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
  return anchors.includes(anchor) || read(path).includes(`id="${anchor}"`);
}
