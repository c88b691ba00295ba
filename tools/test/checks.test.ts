import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkArrows } from '../checks/arrows.ts';
import { checkFormatAndLint, checkTypes, checkUnused } from '../checks/compiled.ts';
import { checkLicences } from '../checks/licences.ts';
import { checkSourceRules } from '../checks/source-rules.ts';
import type { Check, Violation } from '../checks/violation.ts';
import { checkWords } from '../checks/words.ts';
import { plantCity, plantedFiles, plantedRules } from './planted-city.ts';

/** Six type checks, or one lint of a whole city, on a machine that is busy with other tests. */
const toolTimeout = 120_000;

/** Which check must speak about which fixture; a fixture without a line here fails the last test. */
const judges: Readonly<Record<string, Check>> = {
  'domain-imports-nothing-of-ours': checkArrows,
  'city-format-imports-only-domain': checkArrows,
  'imports-import-only-formats': checkArrows,
  'engine-imports-only-domain': checkArrows,
  'stores-import-only-domain': checkArrows,
  'api-contract-imports-only-formats': checkArrows,
  'services-import-ports-not-stores': checkArrows,
  'story-imports-only-the-contract': checkArrows,
  'dossier-imports-only-the-story': checkArrows,
  'web-imports-only-the-contract': checkArrows,
  'packages-import-no-app': checkArrows,
  'no-app-imports-an-app': checkArrows,
  'apps-open-stores-by-the-door': checkArrows,
  'only-open-stores-picks-embedded': checkArrows,
  'ports-import-no-driver': checkArrows,
  'domain-packages-are-few': checkArrows,
  'pure-packages-use-no-node': checkArrows,
  'shipped-code-imports-no-test': checkArrows,
  'dependencies-are-declared': checkArrows,
  'no-cycles': checkArrows,
  'imports-resolve': checkArrows,
  'pure-core': checkSourceRules,
  'config-reads-environment': checkSourceRules,
  'no-export-star': checkSourceRules,
  'no-barrels': checkSourceRules,
  'no-junk-drawers': checkSourceRules,
  'no-module-mocks': checkSourceRules,
  'no-skipped-tests': checkSourceRules,
  'shipped-licences': checkLicences,
  'format-and-lint': checkFormatAndLint,
  'unused-code': checkUnused,
};

describe('a city that obeys every rule', () => {
  let city: ReturnType<typeof plantCity>;
  beforeAll(() => {
    city = plantCity();
  });
  afterAll(() => city.remove());

  test.for(
    Object.entries({
      checkArrows,
      checkSourceRules,
      checkLicences,
      checkFormatAndLint,
      checkUnused,
      checkWords,
    }),
  )('passes %s', { timeout: toolTimeout }, async ([, check]) => expect(await check(city.root)).toEqual([]));

  test.for([
    ['no-machine-paths', `const folder = '/${'home'}/anna/city';`],
    ['no-machine-paths', `see ${'shared'}/data/facts.csv`],
    ['no-registry-hosts', `"resolved": "${'https'}://mirror.example/free-units.tgz"`],
    ['no-unfinished-work', `// ${'TO'}DO price the pipe`],
    ['no-merge-leftovers', `${'<'.repeat(7)} ours`],
  ] as const)('is refused for %s once somebody writes %s', async ([rule, line]) => {
    writeFileSync(join(city.root, 'notes.md'), `${line}\n`);
    expect((await checkWords(city.root)).map((violation) => violation.rule)).toEqual([rule]);
  });
});

describe.for([...new Set(Object.values(judges))].map((check) => [check.name, check] as const))('%s', ([, check]) => {
  const rules = Object.keys(judges).filter((rule) => judges[rule] === check);
  let violations: readonly Violation[];
  beforeAll(async () => {
    const city = plantCity(...rules);
    violations = await check(city.root).finally(() => city.remove());
  }, toolTimeout);

  test.for(rules)('refuses a city that breaks %s, by that name and in the right file', (rule) => {
    const said = violations.filter((violation) => violation.rule === rule).map(({ where, text }) => `${where} ${text}`);
    const files = plantedFiles(rule);
    expect(
      said.some((line) => files.some((file) => line.includes(file))),
      `${files} in ${said}`,
    ).toBe(true);
  });
});

test(
  'types are refused in the two packages that break them, and in no other',
  async () => {
    const city = plantCity('pure-types', 'types');
    const projects = (await checkTypes(city.root).finally(() => city.remove())).map(({ where }) => where);
    expect(projects.sort()).toEqual(['packages/domain/tsconfig.json', 'packages/services/tsconfig.json']);
  },
  toolTimeout,
);

test('each way into the machine is seen in the core, and nothing else is', async () => {
  const city = plantCity('pure-core');
  try {
    const lines = (await checkSourceRules(city.root)).map(({ where }) => Number(where.split(':')[1]));
    expect(lines).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
  } finally {
    city.remove();
  }
});

test('reading the environment is seen whichever way it is done', async () => {
  const city = plantCity('config-reads-environment');
  try {
    const violations = await checkSourceRules(city.root);
    expect(violations.map(({ where }) => where.replace('apps/api/src/', ''))).toEqual([
      ...[1, 4, 5, 6, 7, 8].map((line) => `compose-early.ts:${line}`),
      'main.ts:5',
    ]);
  } finally {
    city.remove();
  }
});

test('every fixture has a judge', () => {
  expect([...plantedRules()].sort()).toEqual([...Object.keys(judges), 'pure-types', 'types'].sort());
});
