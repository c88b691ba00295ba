import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ResourceFlow } from '@crg/domain/flow';
import { beforeAll, describe, expect, test } from 'vitest';
import { rowChecks } from '../../src/check/row-checks.ts';
import { rowMapper } from '../../src/map/row-mapper.ts';
import { recogniseMapping } from '../../src/mappings/built-in.ts';
import { fileOnDisk } from '../../src/read/file-on-disk.ts';
import { openTable } from '../../src/read/open-table.ts';
import type { RowProblem } from '../../src/row-problem.ts';

// The reference data folder holds the registers; most checkouts do not have it beside them.
const named = process.env.CRG_SHARED_DATA;
const folder = named ?? join(import.meta.dirname, '../../../../..', 'shared', 'data');
const industry = 'facilities_industry_europe_hotmaps.csv';
const treatment = 'facilities_wwtp_europe_eea.csv';
const power = 'facilities_power_europe_ppm.csv';

interface Told {
  mapping: string;
  rows: number;
  readonly organizations: Set<string>;
  readonly sites: Set<string>;
  readonly flows: ResourceFlow[];
  readonly errors: RowProblem[];
  readonly warnings: Record<string, number>;
}

/** All files as one import, without a store; what each of them gave. */
async function importInMemory(files: readonly string[]): Promise<readonly Told[]> {
  const checks = rowChecks({ files });
  const told: Told[] = [];
  for (const [at, file] of files.entries()) {
    const table = await openTable(await fileOnDisk(join(folder, file)));
    const mapping = recogniseMapping(table.columns);
    if (mapping === null) throw new Error(`${file} was not recognised`);
    const mapper = rowMapper({ table, mapping, currency: 'EUR' });
    const own: Told = {
      mapping: mapping.name,
      rows: 0,
      organizations: new Set(),
      sites: new Set(),
      flows: [],
      errors: [...mapper.problems],
      warnings: {},
    };
    for await (const row of table.rows()) {
      own.rows++;
      const { organizations, sites, flows, problems } = checks.check(mapper.map(row), at);
      for (const { id } of organizations) own.organizations.add(id);
      for (const { id } of sites) own.sites.add(id);
      own.flows.push(...flows);
      for (const problem of problems) count(own, problem);
    }
    told.push(own);
  }
  for (const { file, problem } of checks.finish()) count(told[file] as Told, problem);
  return told;
}

function count(told: Told, problem: RowProblem): void {
  if (problem.severity === 'error') told.errors.push(problem);
  else told.warnings[problem.code] = (told.warnings[problem.code] ?? 0) + 1;
}

if (named !== undefined || existsSync(join(folder, industry))) {
  describe('the registers of Europe, as one import', () => {
    let [plants, works, stations]: readonly (Told | undefined)[] = [];
    beforeAll(async () => {
      [plants, works, stations] = await importInMemory([industry, treatment, power]);
    });

    test('industry: 4,485 plants, and their excess heat as 1,119 supplies of flue gas; none is refused', () => {
      expect(plants).toMatchObject({ mapping: 'hotmaps-industry', rows: 4485, errors: [] });
      expect(plants?.sites.size).toBe(4485);
      expect(plants?.flows).toHaveLength(1119);
      expect(plants?.flows[0]).toMatchObject({
        id: 'hotmaps:HM-1/heat-100-200',
        siteId: 'hotmaps:HM-1',
        direction: 'supply',
        type: 'heat.flue_gas',
        quantity: { amount: 192.34, unit: 'GWh/a', precision: 'estimated' },
        quality: { temperature_c: { min: 100, max: 200 } },
        source: { reference: 'Hotmaps Industrial Database, H2020 project 723677 (CC BY 4.0)' },
      });
      // One company in one country is one organization; 42 rows name none and go by their plant.
      expect(plants?.organizations.size).toBeLessThan(4485);
      expect(plants?.warnings.name_missing).toBe(42);
    });

    test('waste water: 26,580 plants; the 24,159 with a known load give their effluent, guessed and marked so', () => {
      expect(works).toMatchObject({ mapping: 'eea-wwtp', rows: 26580, errors: [] });
      expect(works?.sites.size).toBe(26580);
      expect(works?.organizations.size).toBe(26580);
      expect(works?.flows).toHaveLength(24159);
      expect(new Set(works?.flows.map(({ type }) => type))).toEqual(new Set(['water.treated', 'water.wastewater']));
      // 8,700 population equivalents at 0.2 m3 a day and 365 days.
      expect(works?.flows[0]).toMatchObject({
        id: 'eea:FIJVP_O000000000379/effluent',
        quantity: { amount: 635_100, unit: 'm3/a', precision: 'archetype' },
        source: { certainty: expect.stringContaining('0.2 m3') },
      });
      expect(works?.warnings.name_missing).toBe(3);
    });

    test('power: 2,017 plants without flows, because no heat is stated', () => {
      expect(stations).toMatchObject({ mapping: 'powerplants', rows: 2017, errors: [], flows: [] });
      expect(stations?.sites.size).toBe(2017);
    });

    test('doubtful doubles, points at sea and shared points are warnings, few, and merge nothing', () => {
      expect(plants?.warnings.near_duplicate).toBeGreaterThan(0);
      expect(plants?.warnings.shared_point).toBeGreaterThan(0);
      expect(works?.warnings.at_sea).toBeGreaterThan(0);
      // A continent has no middle that its sites could stand far from.
      expect([plants, works, stations].map((told) => told?.warnings.far_away)).toEqual([
        undefined,
        undefined,
        undefined,
      ]);
      const doubts = [plants, works].flatMap((told) => Object.values(told?.warnings ?? {}));
      expect(doubts.reduce((sum, many) => sum + many, 0)).toBeLessThan(0.02 * 31_065);
    });
  });
}

test('a register is recognised by its header, capitals aside, and no other table is', () => {
  const header = ['WWTP_ID', 'name', 'country', 'lat', 'lon', 'load_entering_pe', 'Treatment'];
  const mapping = recogniseMapping(header);
  expect(mapping?.name).toBe('eea-wwtp');
  expect(mapping?.site.id).toEqual({ column: 'WWTP_ID' });
  // A column that this table lacks is left out of the mapping.
  expect(mapping?.organization.nace).toBeUndefined();
  expect(recogniseMapping(header.slice(0, 5))).toBeNull();
});
