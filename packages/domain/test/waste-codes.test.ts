import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isHazardous, wasteCode, wasteCodes } from '../src/waste-codes.ts';

// The reference data folder holds the official list; most checkouts do not have it beside them.
const folder = process.env.CRG_SHARED_DATA ?? join(import.meta.dirname, '../../../..', 'shared', 'data');
const officialList = join(folder, 'ewc_low_codes.csv');
const present = existsSync(officialList);

describe('the List of Waste', () => {
  test('has 842 codes: 235 absolute hazardous, 256 absolute non-hazardous, 173 and 178 mirror entries', () => {
    const count = (entry: string) => wasteCodes.filter((waste) => waste.entry === entry).length;
    expect(wasteCodes.length).toBe(842);
    expect(count('absolute_hazardous')).toBe(235);
    expect(count('absolute_non_hazardous')).toBe(256);
    expect(count('mirror_hazardous')).toBe(173);
    expect(count('mirror_non_hazardous')).toBe(178);
  });

  test('is in order, without a code or a label twice', () => {
    const codes = wasteCodes.map(({ code }) => code);
    expect(codes).toEqual([...new Set(codes)].sort());
    expect(new Set(wasteCodes.map(({ label }) => label)).size).toBe(842);
  });

  test('knows coal fly ash as harmless by its code and PCB oil as hazardous', () => {
    expect(wasteCode('100102')).toMatchObject({ display: '10 01 02', entry: 'absolute_non_hazardous' });
    expect(wasteCode('130301').display).toBe('13 03 01*');
    expect(isHazardous('100102')).toBe(false);
    expect(isHazardous('130301')).toBe(true);
    expect(isHazardous('030104')).toBe(true);
  });

  test('tells how a code is to be written and names near ones', () => {
    expect(() => wasteCode('10 01 02')).toThrow('Write 100102 for 10 01 02');
    expect(() => wasteCode('170503*')).toThrow('Write 170503 for 17 05 03*');
    expect(() => wasteCode('100106')).toThrow('Did you mean 100105');
    expect(() => wasteCode('sludge')).toThrow('got "sludge"');
  });

  test(
    present
      ? 'has the codes and entry types of the official list, and no label in its words'
      : 'keeps labels short (the official list is not in reach: codes are held by their counts alone)',
    () => {
      for (const { label } of wasteCodes) expect(label.length).toBeLessThan(60);
      if (!present) return;
      const official = officialRows();
      expect(wasteCodes.map(({ code, entry }) => `${code} ${entry}`)).toEqual(
        official.map(({ code, entry }) => `${code} ${entry}`),
      );
      const texts = new Set(official.map(({ text }) => text.toLowerCase()));
      expect(wasteCodes.filter(({ label }) => texts.has(label.toLowerCase()))).toEqual([]);
    },
  );
});

function officialRows(): readonly { code: string; entry: string; text: string }[] {
  const lines = readFileSync(officialList, 'utf8').trim().split(/\r?\n/).slice(1);
  const rows = lines.map((line) =>
    [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) => cell.replace(/^"|"$/g, '')),
  );
  return rows
    .map((cells) => ({
      code: cells[0] ?? '',
      entry: (cells[3] ?? '').toLowerCase().replace(/[ -]/g, '_'),
      text: cells[9] ?? '',
    }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}
