import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { crg, readJson } from './crg.ts';

const folder = mkdtempSync(join(tmpdir(), 'crg-match-'));
afterAll(() => rmSync(folder, { recursive: true }));

/**
 * A refinery with 500 kW of cooling water at 75 °C or more all the time, and around it: a greenhouse that heats at night, a
 * laundry that wants 95 °C, a dairy 0.07 degrees (8 km) north, beyond the reach of 5 km, and a bath whose place nobody knows.
 */
const city = {
  format: 'crg-city/1',
  name: 'Example',
  year: 2024,
  currency: 'EUR',
  organizations: ['refinery', 'greenhouse', 'laundry', 'dairy', 'bath'].map((id) => ({ id, name: id })),
  sites: [
    { id: 'refinery', organization_id: 'refinery', longitude: 11.1, latitude: 55.65, country: 'DK' },
    { id: 'greenhouse', organization_id: 'greenhouse', longitude: 11.1, latitude: 55.66, country: 'DK' },
    { id: 'laundry', organization_id: 'laundry', longitude: 11.1, latitude: 55.655, country: 'DK' },
    { id: 'dairy', organization_id: 'dairy', longitude: 11.1, latitude: 55.72, country: 'DK' },
    { id: 'bath', organization_id: 'bath', longitude: null, latitude: null, country: 'DK' },
  ],
  flows: [
    {
      id: 'cooling',
      site_id: 'refinery',
      direction: 'supply',
      type: 'heat.hot_water',
      quantity: { amount: 500, unit: 'kW', precision: 'measured' },
      quality: { temperature_c: { min: 75, max: 85 } },
    },
    {
      id: 'office',
      site_id: 'refinery',
      direction: 'demand',
      type: 'heat.hot_water',
      quantity: { amount: 100, unit: 'kW' },
    },
    {
      id: 'nights',
      site_id: 'greenhouse',
      direction: 'demand',
      type: 'heat.hot_water',
      quantity: { amount: 4000, unit: 'MWh/a' },
      availability: { hours: 'nights_22_06' },
      quality: { temperature_c: { min: 60 } },
    },
    {
      id: 'washing',
      site_id: 'laundry',
      direction: 'demand',
      type: 'heat.hot_water',
      quantity: { amount: 300, unit: 'kW' },
      quality: { temperature_c: { min: 95 } },
    },
    {
      id: 'cheese',
      site_id: 'dairy',
      direction: 'demand',
      type: 'heat.hot_water',
      quantity: { amount: 300, unit: 'kW' },
      quality: { temperature_c: { min: 40 } },
    },
    {
      id: 'pool',
      site_id: 'bath',
      direction: 'demand',
      type: 'heat.hot_water',
      quantity: { amount: 300, unit: 'kW' },
      quality: { temperature_c: { min: 40 } },
    },
  ],
};

interface Matches {
  format: string;
  engine: string;
  input_sha256: string;
  k: number;
  matches: {
    supply_id: string;
    demand_id: string;
    rank: number;
    distance_km: number;
    common_quantity: { amount: number; unit: string };
    verdicts: { judge: string; result: string; value: number | null; limit: number | null }[];
  }[];
  chains: {
    supply_id: string;
    demand_id: string;
    converters: string[];
    common_quantity: { amount: number };
    converter_uses: { id: string; electricity_mwh_per_year: number; input: { amount: number } }[];
  }[];
  near_misses: { supply_id: string; demand_id: string; failed: string[]; changes: { kind: string }[] }[];
  notices: { code: string; flow_id: string | null }[];
}

async function matched(input: object, ...options: string[]): Promise<Matches> {
  const { code, out } = await crg(['match', '--input', '-', '--output', '-', ...options], {
    input: JSON.stringify(input),
  });
  expect(code).toBe(0);
  return JSON.parse(out) as Matches;
}

describe('the example, checked by hand', () => {
  test('the greenhouse takes 500 kW for its 2,928 hours of night: 1,464 MWh', async () => {
    const { matches } = await matched(city);
    expect(matches.map(({ supply_id, demand_id, rank }) => [supply_id, demand_id, rank])).toEqual([
      ['cooling', 'nights', 1],
    ]);
    const [pair] = matches;
    // 56 hours a week x 366 days / 7 = 2,928 h in the leap year 2024.
    expect(pair?.common_quantity.unit).toBe('MWh/a');
    expect(pair?.common_quantity.amount).toBeCloseTo((500 * 2928) / 1000, 9);
    // 0.01 degrees of latitude are 1.11 km.
    expect(pair?.distance_km).toBeCloseTo(1.11, 2);
    expect(pair?.verdicts.find(({ judge }) => judge === 'time')?.value).toBeCloseTo(2928, 9);
  });

  test('the laundry is a near miss on temperature that a heat pump mends, the dairy on distance', async () => {
    const { near_misses } = await matched(city);
    const missed = Object.fromEntries(near_misses.map((miss) => [miss.demand_id, miss]));
    expect(missed.washing?.failed).toEqual(['quality.temperature_c']);
    expect(missed.washing?.changes.map(({ kind }) => kind)).toContain('heat_pump');
    expect(missed.cheese?.failed).toEqual(['distance']);
    expect(missed.office, 'the refinery’s own office is nobody’s partner').toBeUndefined();
  });

  test('the laundry has its heat through a heat pump above 90 °C: what comes out is what goes in and the electricity', async () => {
    const { chains } = await matched(city);
    expect(chains.map(({ supply_id, converters, demand_id }) => [supply_id, ...converters, demand_id])).toEqual([
      ['cooling', 'heat_pump_high', 'washing'],
    ]);
    const [chain] = chains;
    const [use] = chain?.converter_uses ?? [];
    // 300 kW in every hour of the leap year.
    expect(chain?.common_quantity.amount).toBeCloseTo((300 * 8784) / 1000, 9);
    expect((use?.input.amount ?? 0) + (use?.electricity_mwh_per_year ?? 0)).toBeCloseTo((300 * 8784) / 1000, 6);
  });

  test('the bath without a place is a notice', async () => {
    expect((await matched(city)).notices).toMatchObject([{ code: 'no_place', flow_id: 'pool' }]);
  });

  test('the file names its format, engine, k and the fingerprint of the input’s bytes', async () => {
    const { format, k, input_sha256 } = await matched(city, '--k', '7');
    const sha256 = createHash('sha256').update(JSON.stringify(city)).digest('hex');
    expect([format, k, input_sha256]).toEqual(['crg-matches/1', 7, sha256]);
  });

  test('an odd combination in the input is a notice beside the engine’s own', async () => {
    const steam = {
      ...city.flows[0],
      id: 'a-steam',
      type: 'heat.steam',
      quality: { temperature_c: { max: 110 }, pressure_bar: { min: 10 } },
    };
    const { notices } = await matched({ ...city, flows: [...city.flows, steam] });
    expect(notices.map(({ code, flow_id }) => [code, flow_id])).toEqual([
      ['odd_combination', 'a-steam'],
      ['no_place', 'pool'],
    ]);
  });
});

describe('the same city', () => {
  const kalundborg = fileURLToPath(new URL('../../../cities/kalundborg/city.json', import.meta.url));

  test('gives the same bytes in another process', async () => {
    const [once, twice] = [join(folder, 'once.json'), join(folder, 'twice.json')];
    const bin = fileURLToPath(new URL('../bin/crg.mjs', import.meta.url));
    const [first] = await Promise.all([
      promisify(execFile)(process.execPath, [bin, 'match', '--input', kalundborg, '--output', once]),
      crg(['match', '--input', kalundborg, '--output', twice]),
    ]);
    expect(first.stdout).toBe('');
    expect(first.stderr).toMatch(
      /^crg match: \d+ flows, \d+ matches, \d+ chains, \d+ near misses, \d+ notices in [\d.]+ s\n$/,
    );
    expect(readFileSync(once, 'utf8')).toBe(readFileSync(twice, 'utf8'));
    expect((readJson(once) as Matches).matches.length).toBeGreaterThan(10);
  });

  test('in another order gives the same matches', async () => {
    const { input_sha256: _, ...matches } = await matched(readJson(kalundborg) as object);
    const given = readJson(kalundborg) as typeof city;
    for (const turn of [1, 5, 11]) {
      const turned = (list: readonly unknown[]) => [...list.slice(turn), ...list.slice(0, turn)].reverse();
      const shuffled = {
        flows: turned(given.flows),
        sites: turned(given.sites),
        organizations: turned(given.organizations),
        format: given.format,
        ...{ year: given.year, name: given.name, currency: given.currency },
      };
      const { input_sha256: __, ...again } = await matched(shuffled);
      expect(again).toEqual(matches);
    }
  });

  test('with a smaller k gives the beginning of each list', async () => {
    const all = await matched(readJson(kalundborg) as object);
    const best = await matched(readJson(kalundborg) as object, '--k', '1');
    expect(best.matches).toEqual(all.matches.filter(({ rank }) => rank === 1));
    expect(best.near_misses).toEqual(all.near_misses);
  });
});

describe('the output', () => {
  const input = join(folder, 'city.json');
  writeFileSync(input, JSON.stringify(city));

  test('replaces a file in one step and leaves nothing beside it', async () => {
    const output = join(folder, 'out.json');
    writeFileSync(output, 'old');
    const before = statSync(output).ino;
    expect((await crg(['match', '--input', input, '--output', output])).code).toBe(0);
    expect((readJson(output) as Matches).format).toBe('crg-matches/1');
    expect(statSync(output).ino).not.toBe(before);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('goes where a link points', async () => {
    const [target, link] = [join(folder, 'target.json'), join(folder, 'link.json')];
    writeFileSync(target, 'old');
    symlinkSync(target, link);
    expect((await crg(['match', '--input', input, '--output', link])).code).toBe(0);
    expect((readJson(target) as Matches).format).toBe('crg-matches/1');
  });

  test('may be a device, which stays one', async () => {
    expect((await crg(['match', '--input', input, '--output', '/dev/null'])).code).toBe(0);
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });
});
