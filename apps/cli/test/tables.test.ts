// What the product knows, as a person and as a program read it: factors, converters, permit rules.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resourceTypes } from '@crg/domain/taxonomy';
import { afterAll, describe, expect, test } from 'vitest';
import { crg } from './crg.ts';

const folder = mkdtempSync(join(tmpdir(), 'crg-tables-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Factor {
  id: string;
  low: number;
  mid: number;
  high: number;
  unit: string;
  source: string;
  year: number;
  geography: string;
  overridden: boolean;
}

async function printed<T>(...args: readonly string[]): Promise<T> {
  const { code, out, told } = await crg([...args, '--json']);
  expect([code, told]).toEqual([0, []]);
  return JSON.parse(out) as T;
}

const city = { format: 'crg-city/1', year: 2024, organizations: [], sites: [], flows: [] };
const dear = {
  ...{ id: 'price.electricity', unit: 'EUR/MWh', low: 200, mid: 210, high: 220 },
  ...{ source: 'Tariff of the grid company', year: 2024, geography: 'DK' },
};
function file(name: string, content: object): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
}

describe('crg factors', () => {
  test('lists each with range, unit, source, year and place, and none as a city’s own', async () => {
    const { factors } = await printed<{ factors: Factor[] }>('factors');
    expect(new Set(factors.map(({ id }) => id)).size).toBe(factors.length);
    for (const { id, low, mid, high, source, geography, overridden } of factors) {
      expect([low <= mid, mid <= high, overridden], id).toEqual([true, true, false]);
      expect(source.length * geography.length, id).toBeGreaterThan(0);
    }
  });

  test('with a city file has its own figures in place of the table’s, and the others as they are', async () => {
    const input = file('own.json', { ...city, factors: [dear] });
    const { factors } = await printed<{ factors: Factor[] }>('factors', '--input', input);
    const { factors: table } = await printed<{ factors: Factor[] }>('factors');
    expect(factors.filter(({ overridden }) => overridden)).toEqual([
      expect.objectContaining({ ...dear, overridden: true }),
    ]);
    const isOther = ({ id }: Factor) => id !== dear.id;
    expect(factors.filter(isOther)).toEqual(table.filter(isOther));
    const { out } = await crg(['factors', '--input', input]);
    expect(out).toMatch(
      /^price\.electricity +200 +210 +220 +EUR\/MWh +2024 +DK +Electricity.* {2}own: Tariff of the grid company$/m,
    );
    expect(out).toMatch(/^grid\.SE +.* SE +Grid electricity +/m);
    expect(out).not.toMatch(/^\S+ +[\d.]+ +[\d.]+ +[\d.]+ +1 +\d{4} /m);
  });

  test.each([
    [
      'an id that is none',
      { ...dear, id: 'price.electricty' },
      /factors\[0\]\.id: .*"price\.electricty"\. Did you mean price\.electricity/,
    ],
    ['another unit', { ...dear, unit: 'EUR/kWh' }, /factors\[0\]\.unit: expected EUR\/MWh, got "EUR\/kWh"/],
    ['a reversed range', { ...dear, high: 1 }, /factors\[0\]\.high: expected a high of at least/],
    ['a text', { ...dear, mid: 'much' }, /factors\[0\]\.mid: expected a number/],
  ])('refuses a city file with %s', async (what, factor, line) => {
    for (const args of [['factors'], ['match', '--output', '-'], ['explain', '--supply', 'a', '--demand', 'b']]) {
      const { code, out, told } = await crg([
        ...args,
        '--input',
        file(`${what.replaceAll(' ', '-')}.json`, { ...city, factors: [factor] }),
      ]);
      expect([code, out, told.length], told.join('\n')).toEqual([1, '', 1]);
      expect(told[0]).toMatch(line);
    }
  });
});

test('crg converters lists at least fifteen, each from and to types of the taxonomy, with its costs as factors', async () => {
  const { converters } = await printed<{
    converters: { id: string; inputs: string[]; output: string; capex: string; opex: string; factors: Factor[] }[];
  }>('converters');
  expect(converters.length).toBeGreaterThanOrEqual(15);
  const types = ['same', ...resourceTypes.map(({ id }) => id)];
  for (const { id, inputs, output, capex, opex, factors } of converters) {
    expect(types, id).toEqual(expect.arrayContaining([...inputs, output]));
    expect(
      factors.map((factor) => factor.id),
      id,
    ).toEqual(expect.arrayContaining([capex, opex]));
  }
  const { out } = await crg(['converters']);
  expect(out).toMatch(/^anaerobic_digester +.*gas\.biogas/m);
});

test('crg rules lists each permit rule with its clause, country and time', async () => {
  const { rules } = await printed<{
    rules: {
      id: string;
      version: number;
      jurisdiction: string;
      clause: string;
      valid_from: string;
      valid_to: string | null;
    }[];
  }>('rules');
  expect(rules.length).toBeGreaterThan(10);
  expect(new Set(rules.map(({ jurisdiction }) => jurisdiction)).size).toBeGreaterThan(2);
  for (const { id, version, clause, valid_from, valid_to } of rules) {
    expect([version >= 1, clause.length > 5], id).toEqual([true, true]);
    expect(valid_to === null || valid_from <= valid_to, id).toBe(true);
  }
  const { out } = await crg(['rules']);
  expect(out).toMatch(/^BP-1 +\d+ +EEA +since 2010-12-12 +By-product or waste +Directive 2008\/98\/EC/m);
});
