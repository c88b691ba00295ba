import { defineConfig } from 'vitest/config';

// Three projects: `unit` is the README's test line, `long` repeats its properties and kills at full length, `e2e` drives a real browser.
// Two workers at most: a file that opens the embedded database holds about 1 GB, and `npm test` promises at most two of them at once.
// CRG_TEST_REPORT names a file for the counts that .ci/run sums up.
const report = process.env.CRG_TEST_REPORT;

export default defineConfig({
  test: {
    reporters: report === undefined ? ['default'] : ['default', ['json', { outputFile: report }]],
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{packages,apps,cities,tools}/**/test/**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', '**/.next/**', '**/*.long.test.ts', 'tools/fixtures/**'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'long',
          include: ['{packages,apps,cities,tools}/**/test/**/*.long.test.ts'],
          exclude: ['**/node_modules/**', '**/.next/**'],
          testTimeout: 1_800_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['apps/web/e2e/**/*.e2e.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
