// `crg explain` says everything about one pair, whatever becomes of it, and answers the same as a whole run.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { crg } from './crg.ts';

const kalundborg = fileURLToPath(new URL('../../../cities/kalundborg/city.json', import.meta.url));
const file = JSON.parse(readFileSync(kalundborg, 'utf8'));
const city = JSON.stringify(file);

async function explained(supply: string, demand: string, ...more: readonly string[]) {
  const args = ['explain', '--input', '-', '--supply', supply, '--demand', demand, '--json', ...more];
  const { code, out, told } = await crg(args, { input: city });
  expect([code, told]).toEqual([0, []]);
  return JSON.parse(out);
}

interface Pair {
  supply_id: string;
  demand_id: string;
  rank: number;
  margin_eur_per_year: number;
  failed: string[];
  changes: object[];
  converters: string[];
}

async function wholeRun(): Promise<{ matches: Pair[]; chains: Pair[]; near_misses: Pair[] }> {
  const { out } = await crg(['match', '--input', '-', '--output', '-'], { input: city });
  return JSON.parse(out);
}

describe('as JSON', () => {
  test('a match is as the run has it, with parties, corridor, uncertainty, both CO2 and every factor', async () => {
    for (const match of (await wholeRun()).matches.slice(0, 5)) {
      const answer = await explained(match.supply_id, match.demand_id);
      expect(answer).toMatchObject({ outcome: 'match', converter_id: null, fits_through: [], rank: match.rank });
      expect(answer.margin_eur_per_year).toBe(match.margin_eur_per_year);
      const { economics, uncertainty, co2, factors } = answer.explanation;
      const [supplier, receiver, society] = economics.parties;
      expect(society.margin_eur_per_year).toBeCloseTo(supplier.margin_eur_per_year + receiver.margin_eur_per_year, 4);
      expect(economics.corridor.price).toEqual(expect.any(Number));
      expect(uncertainty.npv_eur.p10).toBeLessThanOrEqual(uncertainty.npv_eur.p90);
      expect(co2.attributional.lines.length).toBeGreaterThan(0);
      const listed = new Set(factors.map(({ id }: { id: string }) => id));
      const lines = [...economics.lines, ...co2.lines, ...society.lines, ...co2.attributional.lines];
      for (const id of lines.flatMap((line: { factors: string[] }) => line.factors)) expect(listed).toContain(id);
    }
  });

  test('a near miss carries the changes of the run, and the converters that would do', async () => {
    const [miss] = (await wholeRun()).near_misses;
    const answer = await explained(miss?.supply_id ?? '', miss?.demand_id ?? '');
    expect(answer).toMatchObject({ outcome: 'near_miss', failed: miss?.failed, changes: miss?.changes });
    for (const id of answer.fits_through) {
      const through = await explained(miss?.supply_id ?? '', miss?.demand_id ?? '', '--converter', id);
      expect(through).toMatchObject({ outcome: 'chain', converter_id: id });
    }
  });

  test('a chain is as the run has it, with what its converter takes and gives', async () => {
    for (const chain of (await wholeRun()).chains.slice(0, 4)) {
      const [converter = ''] = chain.converters;
      const answer = await explained(chain.supply_id, chain.demand_id, '--converter', converter);
      expect(answer).toMatchObject({ outcome: 'chain', rank: chain.rank, converters: [{ id: converter }] });
      expect(answer.margin_eur_per_year).toBe(chain.margin_eur_per_year);
    }
  });

  test('of fly ash for a network of heat nothing is said of an amount, a quality or a permit in common', async () => {
    const { outcome, failed, verdicts } = await explained('asnaes-fly-ash', 'district-heating-heat');
    expect([outcome, failed]).toEqual(['rejected', expect.arrayContaining(['type'])]);
    const judges = verdicts.map(({ judge }: { judge: string }) => judge);
    expect(judges).toEqual(['type', 'distance', 'time', 'visibility']);
  });

  test('the same pair gives the same bytes', async () => {
    const args = [
      'explain',
      '--input',
      kalundborg,
      '--supply',
      'gyproc-process-heat',
      '--demand',
      'district-heating-heat',
      '--json',
    ];
    expect((await crg(args)).out).toBe((await crg(args)).out);
  });

  test('a factor of the city’s own is used and marked', async () => {
    const own = {
      ...{ id: 'finance.discount_rate', unit: '1', low: 0.02, mid: 0.03, high: 0.04 },
      ...{ source: 'The bank of the city', year: 2024, geography: 'DK' },
    };
    const args = [
      'explain',
      '--input',
      '-',
      '--supply',
      'gyproc-process-heat',
      '--demand',
      'district-heating-heat',
      '--json',
    ];
    const { out } = await crg(args, { input: JSON.stringify({ ...file, factors: [own] }) });
    const answer = JSON.parse(out);
    const table = await explained('gyproc-process-heat', 'district-heating-heat');
    expect(answer.margin_eur_per_year).toBeGreaterThan(table.margin_eur_per_year);
    const used = (shown: typeof answer) => shown.explanation.factors.find(({ id }: { id: string }) => id === own.id);
    expect(used(answer)).toMatchObject({ ...own, overridden: true });
    expect(used(table).overridden).toBe(false);
  });
});

describe('as text', () => {
  const told = async (...args: readonly string[]) => {
    const { code, out } = await crg(['explain', '--input', kalundborg, ...args]);
    expect(code).toBe(0);
    return out;
  };

  test('a match is read from top to bottom: verdicts, money by party, price, how sure, CO2, permits, lines, factors', async () => {
    const out = await told('--supply', 'gyproc-process-heat', '--demand', 'district-heating-heat');
    expect(out).toMatch(/^It fits: place 1 of its supply, score 0\.\d+/m);
    const headings = out.split('\n').filter((line) => /^[A-Z]/.test(line));
    expect(headings.map((line) => line.replace(/[:(].*/, '').trim())).toEqual([
      'It fits',
      'Verdicts',
      'Way and time',
      'Money',
      'Price at the gate of the supplier',
      'How sure it is',
      'What moves the NPV most',
      'CO2e, t/a',
      'Permits',
      'How the money was made',
      'How the figures of the supplier were made',
      'How the figures of the receiver were made',
      'How the figures of both together were made',
      'How the CO2 that is avoided was made',
      'How the inventories were made',
      'Factors',
    ]);
  });

  test('a chain that costs more than it saves says so in its first line', async () => {
    const through = ['--converter', 'heat_pump_90'];
    const out = await told('--supply', 'wwtp-heat', '--demand', 'district-heating-heat', ...through);
    expect(out).toMatch(/^It fits through a converter, but costs more than it saves \(-[\d,]+ EUR\/a\): place 1 of/m);
  });

  test('a near miss says what would make it fit, for which judge, at whose cost', async () => {
    const out = await told('--supply', 'wwtp-heat', '--demand', 'district-heating-heat');
    expect(out).toContain('It nearly fits: quality.temperature_c rejects it.');
    expect(out).toMatch(
      /What would make it fit\n {2}heat_pump +for quality\.temperature_c +[\d,]+ EUR\/a, paid by the receiver/,
    );
  });

  test('a pair that does not fit says why', async () => {
    expect(await told('--supply', 'wwtp-heat', '--demand', 'refinery-steam')).toMatch(
      /It does not fit\. type, .*reject it/,
    );
    const nowhere = await told('--supply', 'wwtp-heat', '--demand', 'fertiliser-thiosulphate');
    expect(nowhere).toContain('the place of its site');
    const own = await told('--supply', 'asnaes-drain-water', '--demand', 'asnaes-lake-water');
    expect(own).toContain('an organization is never paired with itself');
    expect(own).toMatch(/^Not a pair: both flows belong to /m);
    const needless = ['gyproc-process-heat', 'district-heating-heat', 'heat_pump_90'] as const;
    const direct = await told('--supply', needless[0], '--demand', needless[1], '--converter', needless[2]);
    expect(direct).toContain('Not a chain: the pair fits without a converter.');
    expect(direct).not.toContain('It does not fit');
    const dryer = await told('--supply', 'wwtp-heat', '--demand', 'refinery-steam', '--converter', 'belt_dryer');
    expect(dryer).toMatch(/takes .*, not heat\.low_grade\./);
  });
});

test.each([
  [
    ['--supply', 'gyproc-proces-heat', '--demand', 'district-heating-heat'],
    /supply: .*"gyproc-proces-heat"\. Did you mean gyproc-process-heat/,
  ],
  [
    ['--supply', 'gyproc-process-heat', '--demand', 'nobody-at-all'],
    /demand: expected the id of a demand of this city, got "nobody-at-all"/,
  ],
  [
    ['--supply', 'district-heating-heat', '--demand', 'gyproc-process-heat'],
    /supply: .*"district-heating-heat", a demand\. Swap the two ids/,
  ],
  [
    ['--supply', 'gyproc-process-heat', '--demand', 'novo-steam', '--converter', 'heat_pump_steem'],
    /converter: .*Did you mean heat_pump_steam/,
  ],
])('explain %j is refused in one line with the nearest spelling', async (args, line) => {
  const { code, out, told } = await crg(['explain', '--input', kalundborg, ...args]);
  expect([code, out, told.length]).toEqual([1, '', 1]);
  expect(told[0]).toMatch(line);
});
