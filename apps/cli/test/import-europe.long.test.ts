// Two registers of Europe in one call: counts are asserted, seconds and memory are printed.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { crg } from './crg.ts';
import { CrgProcess } from './crg-process.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const named = process.env.CRG_SHARED_DATA;
const reference = named ?? join(root, '..', 'shared', 'data');
const files = ['facilities_industry_europe_hotmaps.csv', 'facilities_wwtp_europe_eea.csv'].map((name) =>
  join(reference, name),
);

// A checkout alone has no registers; whoever names a folder wants them imported, so a wrong name fails.
if (named !== undefined || files.every((file) => existsSync(file))) {
  describe('31,065 facilities of Europe', () => {
    const folder = mkdtempSync(join(tmpdir(), 'crg-europe-'));
    const data = join(folder, 'data');
    afterAll(() => rmSync(folder, { recursive: true }));

    test('go in as one import, with progress, and every doubt is a warning', async () => {
      const { summary, told } = await importAll();
      expect(summary).toMatchObject({ rows: 31_065, updated: 0, unchanged: 0, rejected: [], rejected_rows: 0 });
      expect(summary.created.sites).toBe(31_065);
      expect(summary.warnings).toBeGreaterThan(100);
      expect(told.join('\n')).toMatch(/[\d,]+ rows, [\d,]+ rows\/s, \d+ % read/);
      console.log(`${summary.seconds.toFixed(1)} s, peak memory ${summary.peak_memory_mb} MB`);
    });

    test('are at least 31,000 sites with 1,100 supplies of heat and 24,000 of effluent', async () => {
      const { out } = await crg(['export', '--data', data]);
      const { sites, flows } = JSON.parse(out) as {
        sites: unknown[];
        flows: { direction: string; type: string; site_id: string }[];
      };
      const sitesWith = (family: string) =>
        flows.filter(({ direction, type }) => direction === 'supply' && type.startsWith(`${family}.`));
      expect(sites.length).toBeGreaterThanOrEqual(31_000);
      expect(sitesWith('heat').length).toBeGreaterThanOrEqual(1100);
      expect(sitesWith('water').length).toBeGreaterThanOrEqual(24_000);
    });

    test('come again without changing anything, and an undo of the first import leaves none of them', async () => {
      const { summary } = await importAll();
      expect(summary).toMatchObject({ created: { organizations: 0, sites: 0, flows: 0 }, updated: 0, rejected: [] });
      const { out } = await crg(['imports', '--data', data, '--json']);
      for (const { id } of JSON.parse(out) as { id: string }[]) {
        const undone = await crg(['import', '--undo', id, '--data', data, '--json']);
        expect(undone.code, undone.told.join('\n')).toBe(0);
        console.log(`undone in ${JSON.parse(undone.out).seconds.toFixed(1)} s`);
      }
      const { code, told } = await crg(['export', '--data', data]);
      expect([code, told.join('\n')]).toMatchObject([1, expect.stringMatching(/expected a city/)]);
    });

    async function importAll() {
      const process = new CrgProcess(['import', ...files, '--data', data, '--json']);
      const { code, told } = await process.ended;
      expect(code, told.join('\n')).toBe(0);
      return { summary: JSON.parse(process.out.trimEnd().split('\n').at(-1) ?? ''), told };
    }
  });
}
